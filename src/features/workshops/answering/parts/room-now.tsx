import type { Child } from "#kernel/jsx-runtime.ts";
import { stockholm } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Filled } from "#platform/web/form.ts";
import { AnswerFields } from "#features/workshops/answering/parts/answer-fields.tsx";
import { answersEach, answersLeft, type Device, isOver, type Room } from "#features/workshops/answering/room.ts";
import { Button } from "#ui/button.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { sayTime } from "#ui/swedish-dates.ts";

type RoomNowProps = {
  t: Translate;
  room: Room;
  now: Temporal.Instant;
  /** The mark of the answer that is about to be written. */
  mark: string;
  /** Whose page it is; what is told to all at once is for somebody who has not answered yet. */
  device?: Device | undefined;
  filled?: Filled | undefined;
};

/**
 * What a device shows of the room now: the question to answer, or what there is to wait for. It holds nothing about the
 * device but what it has answered, so that one drawing does for everybody who is told of a change.
 */
export function RoomNow({ t, room, now, mark, device, filled }: RoomNowProps) {
  const { state, asked, code } = room;
  if (state === "closed" || code === null)
    return <Standstill heading={t("answering.closed.title")} text={t("answering.closed.text")} />;
  if (state === "draft") return <Standstill heading={room.title} text={t("answering.not_begun.lead")} />;
  const round = asked?.roundId;
  if (state === "paused")
    return <Standstill round={round} heading={t("answering.paused.title")} text={t("answering.paused.text")} />;
  if (!asked) {
    const text = t(room.screenShows === "results" ? "answering.waiting.results" : "answering.waiting.text");
    return <Standstill heading={t("answering.waiting.title")} text={text} />;
  }
  const left = device ? answersLeft(asked, device) : answersEach(asked);
  if (left === 0)
    return (
      <Standstill
        round={round}
        answered
        heading={t("answering.thanks.title")}
        text={asked.text}
        more={t("answering.thanks.text")}
      />
    );
  if (isOver(asked, now)) return <Standstill heading={t("answering.over.title")} text={t("answering.over.text")} />;
  const each = answersEach(asked);
  const until = asked.closesAt?.toZonedDateTimeISO(stockholm).toPlainTime();
  return (
    <section
      aria-labelledby="fragan"
      data-round={asked.roundId}
      data-closes={asked.closesAt?.epochMilliseconds}
      data-question={asked.text}
    >
      <h2 id="fragan" tabindex={-1}>
        {asked.text}
      </h2>
      {asked.help ? <p>{asked.help}</p> : null}
      {until ? (
        <p class="muted" data-time="">
          {t("answering.until", { time: sayTime(t.language, until) })}
        </p>
      ) : null}
      <Form
        t={t}
        action={`/delta/${code}/svar`}
        label={asked.text}
        filled={filled}
        hidden={{ round: asked.roundId, mark }}
      >
        <AnswerFields t={t} asked={asked} filled={filled} forGroup={room.device === "group"} />
        {each > 1 ? (
          <p class="muted" data-given="">
            {asked.kind === "open" || left < each ? t("answering.sent_of", { given: each - left, most: each }) : null}
          </p>
        ) : null}
        <FormEnd>
          <Button wide>{t("answering.send")}</Button>
        </FormEnd>
      </Form>
    </section>
  );
}

type StandstillProps = { heading: Child; text: Child; more?: Child; round?: string | undefined; answered?: boolean };

/** Nothing to answer now, and why. */
function Standstill({ heading, text, more, round, answered }: StandstillProps) {
  return (
    <section aria-labelledby="fragan" data-round={round} data-answered={answered ? "" : undefined} data-still="">
      <h2 id="fragan" tabindex={-1}>
        {heading}
      </h2>
      <p>{text}</p>
      {more ? <p class="muted">{more}</p> : null}
    </section>
  );
}
