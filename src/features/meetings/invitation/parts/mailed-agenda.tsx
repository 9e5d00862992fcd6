import type { Translate } from "#kernel/messages.ts";
import type { AgendaEntry } from "#features/meetings/agenda/agenda.ts";
import { becauseWords } from "#features/meetings/agenda/parts/because-words.ts";
import type { Called } from "#features/meetings/invitation/queries.ts";
import type { MeetingPart } from "#features/meetings/meeting/meeting-parts.ts";

type MailedAgendaProps = { t: Translate; called: Called; today: Temporal.PlainDate };

/** The agenda as one person gets it: the common part, and the parts of the bodies they sit in themselves. */
export function MailedAgenda({ t, called, today }: MailedAgendaProps) {
  const { bodies, isJoint, agenda } = called;
  const own: { part: MeetingPart; name: string }[] = bodies.map(({ id, name }) => ({ part: id, name }));
  const parts = isJoint ? [{ part: null, name: t("call.common") }, ...own] : own;
  return (
    <>
      <h2>{t("call.agenda")}</h2>
      {parts.map(({ part, name }) => {
        const entries = agenda.filter(({ bodyId }) => bodyId === part);
        return (
          <>
            {isJoint ? <h3>{name}</h3> : null}
            {entries.length === 0 ? <p>{t("call.nothing_here")}</p> : <Items t={t} entries={entries} today={today} />}
          </>
        );
      })}
    </>
  );
}

type ItemsProps = { t: Translate; entries: readonly AgendaEntry[]; today: Temporal.PlainDate };

function Items({ t, entries, today }: ItemsProps) {
  return (
    <ol>
      {entries.map((entry) => {
        const { title, text, minutes, presenter } = entry;
        const why = becauseWords(t, entry, today);
        const facts = [
          minutes === null ? undefined : t("agenda.minutes", { count: minutes }),
          presenter === null ? undefined : t("agenda.presenter", { name: presenter }),
        ].filter((fact) => fact !== undefined);
        return (
          <li>
            {title}
            {facts.length > 0 ? ` (${facts.join(", ")})` : null}
            {why ? <p>{why}</p> : null}
            {text ? <p>{text}</p> : null}
          </li>
        );
      })}
    </ol>
  );
}
