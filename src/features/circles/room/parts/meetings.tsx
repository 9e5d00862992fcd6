import type { Translate } from "#kernel/messages.ts";
import { markWords } from "#features/circles/change-notice/parts/change-words.ts";
import type { SessionMark } from "#features/circles/change-notice/session-marks.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import type { Session, SessionId } from "#features/circles/round/round.ts";
import type { TakenUp } from "#features/circles/session-plan/queries.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { sayTimes } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type MeetingsProps = {
  t: Translate;
  round: Pick<RoundFacts, "slug" | "sessions">;
  /** What the circle goes through, and at which meetings. */
  themes: readonly TakenUp[];
  /** What of each meeting is not as it was. */
  marks: ReadonlyMap<SessionId, SessionMark>;
  today: Temporal.PlainDate;
};

/** The meetings of a circle, first to last, with the next one marked. */
export function Meetings({ t, round, themes, marks, today }: MeetingsProps) {
  if (round.sessions.length === 0) return <EmptyState heading={t("room.no_sessions")} />;
  const next = round.sessions.find(({ date, calledOff }) => date && !calledOff && !isBefore(date, today));
  const columns: readonly Column<Session>[] = [
    {
      label: t("room.meeting"),
      head: true,
      cell: (session) => (
        <>
          <a href={`/cirkel/${round.slug}/traff/${session.id}`}>{sessionName(t, session, today)}</a>{" "}
          {session === next ? <Tag>{t("room.next")}</Tag> : null}
          {session.calledOff ? <Tag tone="open">{t("room.called_off_tag")}</Tag> : null}
          <Changed t={t} mark={isOver(session, today) ? undefined : marks.get(session.id)} today={today} />
        </>
      ),
    },
    {
      label: t("room.time"),
      cell: ({ starts, ends }) => (starts ? sayTimes(t.language, starts, ends) : undefined),
    },
    {
      label: t("room.theme"),
      // A meeting that is not called anything of its own goes by the themes it takes up.
      cell: ({ id, theme }) =>
        theme ??
        (themes.flatMap(({ name, sessionIds }) => (sessionIds.includes(id) ? [name] : [])).join(", ") || undefined),
    },
  ];
  return <Table caption={t("room.meetings")} columns={columns} rows={round.sessions} />;
}

/** What a meeting was before it was changed, until it has been. */
function Changed({ t, mark, today }: { t: Translate; mark: SessionMark | undefined; today: Temporal.PlainDate }) {
  return mark ? <p class="changed">{markWords(t, mark, today)}</p> : null;
}

function isOver({ date }: Session, today: Temporal.PlainDate): boolean {
  return date !== null && isBefore(date, today);
}

function isBefore(date: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, today) < 0;
}
