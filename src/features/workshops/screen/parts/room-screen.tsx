import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { Answers, stepLabel } from "#features/workshops/results/parts/answers.tsx";
import type { OnScreen } from "#features/workshops/screen/queries.ts";
import { JoinCode } from "#features/workshops/workshop/parts/join-code.tsx";
import { TimeLeft } from "#features/workshops/workshop/parts/time-left.tsx";
import type { WorkshopInside } from "#features/workshops/workshop/queries.ts";

export type RoomScreenProps = {
  t: Translate;
  now: Temporal.Instant;
  inside: WorkshopInside;
  shown: OnScreen;
  baseUrl: string;
  drawing: string | undefined;
};

/** What the room sees, large enough for the last row: what to do now, the way in, and what was answered. */
export function RoomScreen({ t, now, inside, shown, baseUrl, drawing }: RoomScreenProps) {
  const { workshop } = inside;
  const { coming } = shown;
  const hasWayIn = drawing !== undefined && workshop.joinCode !== null && workshop.state !== "closed";
  return (
    <div class={workshop.screenShows === "joining" ? "room joining" : "room"}>
      <div class="room-main">
        <Main t={t} now={now} inside={inside} shown={shown} baseUrl={baseUrl} drawing={drawing} />
      </div>
      {hasWayIn ? (
        <aside class="room-side" aria-label={t("workshop.way_in")}>
          <JoinCode t={t} baseUrl={baseUrl} code={workshop.joinCode ?? ""} drawing={drawing}>
            <p class="room-count">{t("screen.devices", { count: coming?.devices ?? 0 })}</p>
          </JoinCode>
        </aside>
      ) : null}
    </div>
  );
}

function Main({ t, now, inside, shown }: RoomScreenProps): Child {
  const { workshop, groups } = inside;
  const { question, open, coming, result } = shown;
  if (workshop.state === "closed" && workshop.screenShows !== "results")
    return <Told heading={workshop.title} text={t("screen.closed")} />;
  if (workshop.state === "draft") return <Told heading={workshop.title} text={t("screen.draft")} />;
  if (workshop.state === "paused") return <Told heading={t("screen.paused")} text={t("screen.paused_text")} />;
  if (workshop.screenShows === "joining" || !question)
    return (
      <>
        <Told heading={workshop.title} text={workshop.purpose} />
        <ol class="room-steps">
          <li>{t("screen.step_code")}</li>
          {groups.length > 0 ? (
            <li>{t(workshop.device === "group" ? "screen.step_group_device" : "screen.step_group")}</li>
          ) : null}
          <li>{t("screen.step_answer")}</li>
        </ol>
        <p class="room-promise">{t(workshop.isAnonymous ? "screen.anonymous" : "screen.by_group")}</p>
      </>
    );
  if (workshop.screenShows === "results")
    return (
      <>
        <h1>{question.text}</h1>
        <p class="room-count">{t("screen.answers", { count: result?.answers.length ?? 0 })}</p>
        <Answers t={t} question={question} answers={result?.answers ?? []} level={2} />
      </>
    );
  return (
    <>
      <h1>{question.text}</h1>
      {question.help ? <p class="room-text">{question.help}</p> : null}
      <p class="room-do">
        {t(`screen.do.${question.kind}`, {
          most: question.most ?? 1,
          low: stepLabel(question, String(question.scaleLow ?? 1)),
          high: stepLabel(question, String(question.scaleHigh ?? 5)),
        })}
      </p>
      {question.options.length > 0 ? (
        <ul class="room-options">
          {question.options.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      ) : null}
      {open ? (
        <div class="room-progress">
          <TimeLeft t={t} closesAt={open.closesAt} now={now} isPaused={false} />
          <p class="room-count">
            {t("screen.answered", { answers: coming?.now ?? 0, devices: coming?.answering ?? 0 })}
          </p>
        </div>
      ) : (
        <p class="room-text">{t("screen.ended")}</p>
      )}
    </>
  );
}

function Told({ heading, text }: { heading: string; text: string | null }) {
  return (
    <>
      <h1>{heading}</h1>
      {text ? <p class="room-text">{text}</p> : null}
    </>
  );
}

/** What is said to those who hear the screen, when what it shows has changed. */
export function saidOfScreen(t: Translate, { workshop }: WorkshopInside, { question, open, result }: OnScreen): string {
  if (workshop.state === "draft") return t("screen.draft");
  if (workshop.state === "paused") return t("screen.paused");
  if (workshop.screenShows === "results" && question)
    return t("screen.said_results", { question: question.text, count: result?.answers.length ?? 0 });
  if (workshop.state === "closed") return t("screen.closed");
  if (workshop.screenShows === "question" && question)
    return open ? t("screen.said_question", { question: question.text }) : t("screen.ended");
  return t("screen.said_joining");
}
