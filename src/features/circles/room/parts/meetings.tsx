import type { Translate } from "#kernel/messages.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import type { Session } from "#features/circles/round/round.ts";
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
  today: Temporal.PlainDate;
};

/** The meetings of a circle, first to last, with the next one marked. */
export function Meetings({ t, round, themes, today }: MeetingsProps) {
  if (round.sessions.length === 0) return <EmptyState heading={t("room.no_sessions")} />;
  const next = round.sessions.find(({ date, calledOff }) => date && !calledOff && !isBefore(date, today));
  const columns: readonly Column<Session>[] = [
    {
      label: t("room.meeting"),
      head: true,
      cell: (session) => (
        <>
          <a href={`/cirkel/${round.slug}/traff/${session.id}`}>{sessionName(t, session, today)}</a>
          {session === next ? <Tag>{t("room.next")}</Tag> : null}
          {session.calledOff ? <Tag tone="open">{t("room.called_off_tag")}</Tag> : null}
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

function isBefore(date: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, today) < 0;
}
