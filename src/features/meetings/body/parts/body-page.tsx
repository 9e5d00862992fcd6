import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { mayRunBody } from "#features/meetings/body/body-policy.ts";
import { sayQuorum } from "#features/meetings/body/parts/body-words.ts";
import type { BodyFacts, BodyTask, dormanciesOf } from "#features/meetings/body/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { Sheet } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Dormancies = Awaited<ReturnType<typeof dormanciesOf>>;

/** What a body may decide, how many need to take part and what its notes are; with the ways to change it. */
export function BodySheet({ t, body, dormancies }: { t: Translate; body: BodyFacts; dormancies: Dormancies }) {
  const address = `/grupper/${body.slug}`;
  const said = (day: Temporal.PlainDate) => sayDate(t.language, day, { weekday: false });
  const notes = [
    t(body.isAdjusted ? "body.notes.minutes" : "body.notes.notes"),
    body.hasDiary ? t("body.notes.diary") : "",
    body.checksSecrecy ? t("body.notes.secrecy") : "",
  ].filter(Boolean);
  const rested = dormancies.flatMap(({ fromDay, toDay }) => (toDay ? [{ fromDay, toDay }] : []));
  return (
    <Sheet>
      <Facts
        items={[
          { term: t("body.kept_by"), value: body.organisation },
          { term: t("body.mandate"), value: body.mandate ?? t("body.no_mandate") },
          { term: t("body.quorum"), value: sayQuorum(t, body) },
          ...(body.substituteRule ? [{ term: t("body.substitute_rule"), value: body.substituteRule }] : []),
          { term: t("body.notes_are"), value: notes.join(". ") },
        ]}
      />
      {rested.map(({ fromDay, toDay }) => (
        <p class="muted">{t("body.rested_before", { from: said(fromDay), to: said(toDay) })}</p>
      ))}
      {mayRunBody(body.standing) ? (
        <div class="buttons">
          <LinkButton href={`${address}/andra`} quiet wide>
            {t("body.change")}
          </LinkButton>
          {body.dormantSince ? null : (
            <LinkButton href={`${address}/vila`} plain wide>
              {t("body.rest")}
            </LinkButton>
          )}
        </div>
      ) : null}
    </Sheet>
  );
}

/** That a body rests, why, and the way to start it again. */
export function Resting({ t, body, dormancies }: { t: Translate; body: BodyFacts; dormancies: Dormancies }): Child {
  const now = dormancies.find(({ toDay }) => toDay === null);
  if (!now) return null;
  const day = sayDate(t.language, now.fromDay, { weekday: false });
  return (
    <Notice
      t={t}
      heading={t("body.dormant_since", { day })}
      action={
        mayRunBody(body.standing) ? (
          <LinkButton href={`/grupper/${body.slug}/starta`} quiet>
            {t("body.restart")}
          </LinkButton>
        ) : undefined
      }
    >
      {now.reason ? <p>{t("body.dormant_because", { reason: now.reason })}</p> : null}
    </Notice>
  );
}

type TasksProps = { t: Translate; body: BodyFacts; tasks: readonly BodyTask[] };

/** The charter: what the body is to do, and the questions about that which are still open. (R060-R064) */
export function BodyTasks({ t, body, tasks }: TasksProps) {
  const open = tasks.filter(({ isOpen }) => isOpen).length;
  const list = (
    <ul class="body-tasks">
      {tasks.map(({ text, goal, isOpen }) => (
        <li class={isOpen ? "open-task" : undefined}>
          {isOpen ? <span class="tag">{t("body.task_open")}</span> : null} {text}
          {goal ? <span class="note">{t("body.task_serves", { goal })}</span> : null}
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="uppgifter">
      <h2 id="uppgifter">{t("body.tasks")}</h2>
      {tasks.length === 0 ? <p class="muted">{t("body.tasks_none")}</p> : null}
      {open > 0 ? <p class="muted">{t("body.tasks_open", { count: open })}</p> : null}
      {tasks.length > 8 ? <Details summary={t("body.tasks")}>{list}</Details> : tasks.length > 0 ? list : null}
      {mayRunBody(body.standing) ? (
        <p>
          <a href={`/grupper/${body.slug}/uppgifter`}>{t("body.write_tasks")}</a>
        </p>
      ) : null}
    </section>
  );
}
