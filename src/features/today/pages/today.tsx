import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import { dayPart, givenName } from "#features/today/day-part.ts";
import { OwnBodies } from "#features/today/parts/own-bodies.tsx";
import { todosOf } from "#features/today/parts/todos.tsx";
import { whatWaitsInAppraisals } from "#features/today/parts/waiting-in-appraisals.tsx";
import { whatWaitsInCircles } from "#features/today/parts/waiting-in-circles.tsx";
import { whatWaitsInKnowledge } from "#features/today/parts/waiting-in-knowledge.tsx";
import { whatWaitsInMeetings } from "#features/today/parts/waiting-in-meetings.tsx";
import { whatWaitsInWorkshops } from "#features/today/parts/waiting-in-workshops.tsx";
import { type Today, todayOf } from "#features/today/queries.ts";
import { pages } from "#platform/web/pages.ts";
import { LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate, sayNearDate } from "#ui/swedish-dates.ts";
import { TodoList } from "#ui/todo-list.tsx";

/** "Idag": what needs me, and what came of what I did. Nothing else. */
export const todayPages = pages("signedIn").get("/idag", async (c) => {
  const { t, person, db, actor } = c.var;
  const now = c.var.now();
  const day = dateIn(now);
  const [today, inCircles, { part, lines: inMeetings }, inWorkshops, inAppraisals, inKnowledge] = await Promise.all([
    todayOf(db, actor, now),
    whatWaitsInCircles(db, actor, now),
    whatWaitsInMeetings(db, actor, now),
    whatWaitsInWorkshops(db, actor, now),
    whatWaitsInAppraisals(db, actor, now),
    whatWaitsInKnowledge(db, actor, now),
  ]);
  const todos = todosOf(t, today, { inCircles, inMeetings, inWorkshops, inAppraisals, inKnowledge }, day);
  const list = (
    <Sheet>
      <TodoList items={todos} label={t("today.todo")} />
    </Sheet>
  );
  const own = today.own.length > 0 ? <Own t={t} own={today.own} day={day} /> : null;
  const bodies = part.sits ? <OwnBodies t={t} next={part.next} day={day} /> : null;
  const newRound = <LinkButton href="/planera/ny">{t("today.new_round")}</LinkButton>;
  const name = givenName(person?.name ?? "");
  return c.render(
    <>
      <PageHeading
        heading={t(`today.greeting.${dayPart(now)}`, { name })}
        lead={today.plans || todos.length > 0 ? t("today.lead", { count: todos.length }) : undefined}
      />
      {today.plans ? (
        <Columns
          label={t("today.own")}
          besideLast
          beside={
            <>
              {bodies}
              {own ?? newRound}
            </>
          }
        >
          {todos.length > 0 ? (
            list
          ) : (
            <EmptyState heading={t("today.nothing")} action={newRound}>
              {t("today.nothing_text")}
            </EmptyState>
          )}
        </Columns>
      ) : (
        <>
          {todos.length > 0 ? list : null}
          {bodies && todos.length === 0 && !own ? (
            <EmptyState heading={t("today.nothing")}>{t("today.bodies.nothing_text")}</EmptyState>
          ) : null}
          {bodies}
          {own ?? (bodies ? null : <NoApplications t={t} />)}
        </>
      )}
    </>,
    { title: t("site.menu.today"), current: "/idag" },
  );
});

/** For somebody who has applied to nothing, and sits in no network or council. */
function NoApplications({ t }: { t: Translate }) {
  return (
    <EmptyState
      heading={t("today.own.empty")}
      action={<LinkButton href="/cirklar">{t("today.own.see_open")}</LinkButton>}
    >
      {t("today.own.empty_text")}
    </EmptyState>
  );
}

/** Where a person's own applications stand. */
function Own({ t, own, day }: { t: Translate; own: Today["own"]; day: Temporal.PlainDate }) {
  return (
    <section class="stack">
      <h2>{t("today.own")}</h2>
      <Sheet>
        <TodoList
          label={t("today.own")}
          items={own.map((registration) => ({
            title: (
              <a href={`/${isInside(registration.state) ? "cirkel" : "cirklar"}/${registration.slug}`}>
                {registration.title}
              </a>
            ),
            detail: [stateWords(t, registration, day), nextWords(t, registration, day)].filter(Boolean).join(" · "),
            done: isInside(registration.state),
          }))}
        />
      </Sheet>
    </section>
  );
}

type Own = Today["own"][number];

/** Whether somebody has a place, and so sees the circle from the inside. */
const isInside = (state: Own["state"]) => state === "placed" || state === "completed";

function stateWords(t: Translate, { state, roundState, answerBy }: Own, day: Temporal.PlainDate): string {
  if (roundState === "cancelled") return t("today.state.cancelled");
  if (state === "offered" && answerBy) {
    return t("today.state.offered_until", { day: sayNearDate(t.language, lastDayToAnswer(answerBy), day) });
  }
  return state === "lapsed" || state === "merged" ? "" : t(`today.state.${state}`);
}

function nextWords(t: Translate, { state, nextSession }: Own, day: Temporal.PlainDate): string | undefined {
  if (!nextSession || (state !== "placed" && state !== "held")) return undefined;
  return t("today.own.next", { day: sayDate(t.language, nextSession, { today: day }) });
}
