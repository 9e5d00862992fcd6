import type { Translate } from "#kernel/messages.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import type { SessionId } from "#features/circles/round/round.ts";
import { perspectiveName, roleAndPlace } from "#features/circles/session-plan/parts/contributor-words.ts";
import type { Contributor } from "#features/circles/session-plan/session-plan.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type ContributesAt = Contributor & { readonly sessionId: SessionId };

type CircleContributorsProps = {
  t: Translate;
  round: Pick<RoundFacts, "slug" | "sessions">;
  contributors: readonly ContributesAt[];
  today: Temporal.PlainDate;
};

/** Who contributes to the meetings of a circle, from which perspective and when. (R106) */
export function CircleContributors({ t, round, contributors, today }: CircleContributorsProps) {
  const columns: readonly Column<ContributesAt>[] = [
    {
      label: t("plan.person_name"),
      head: true,
      cell: (one) => (
        <>
          {one.name}
          {roleAndPlace(one) ? <span class="muted">, {roleAndPlace(one)}</span> : null}
        </>
      ),
    },
    { label: t("plan.perspective"), cell: (one) => <Tag tone="quiet">{perspectiveName(t, one)}</Tag> },
    {
      label: t("room.meeting"),
      cell: ({ sessionId }) => {
        const session = round.sessions.find(({ id }) => id === sessionId);
        return session ? (
          <a href={`/cirkel/${round.slug}/traff/${sessionId}`}>{sessionName(t, session, today)}</a>
        ) : undefined;
      },
    },
  ];
  return (
    <section class="stack">
      <h2>{t("plan.contributors")}</h2>
      <Table caption={t("plan.contributors")} captionHidden columns={columns} rows={contributors} />
    </section>
  );
}
