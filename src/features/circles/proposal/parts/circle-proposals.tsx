import type { Translate } from "#kernel/messages.ts";
import { StateTag } from "#features/circles/proposal/parts/state-tag.tsx";
import type { Proposal } from "#features/circles/proposal/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { type Column, Table } from "#ui/table.tsx";

type CircleProposalsProps = {
  t: Translate;
  slug: string;
  proposals: readonly Proposal[];
  /** How many have a place: each of them is to take a proposal home. */
  participants: number;
  mayWrite: boolean;
};

/** The proposals of a circle, with how far each has come, counted against those who take part. (R099) */
export function CircleProposals({ t, slug, proposals, participants, mayWrite }: CircleProposalsProps) {
  const columns: readonly Column<Proposal>[] = [
    {
      label: t("proposal.one"),
      head: true,
      cell: ({ id, title }) => <a href={`/cirkel/${slug}/forslag/${id}`}>{title}</a>,
    },
    { label: t("proposal.whose"), cell: ({ author, registrationId }) => whose(t, author, registrationId) },
    { label: t("proposal.owner"), cell: ({ owner }) => owner },
    { label: t("proposal.state"), cell: ({ state }) => <StateTag t={t} state={state} /> },
  ];
  const made = new Set(proposals.flatMap(({ registrationId }) => registrationId ?? [])).size;
  return (
    <section class="stack">
      <h2>{t("proposal.all")}</h2>
      {proposals.length > 0 ? (
        <>
          <p class="muted">{t("proposal.counted", { count: proposals.length, made, participants })}</p>
          <Table caption={t("proposal.all")} captionHidden columns={columns} rows={proposals} />
        </>
      ) : (
        <p class="muted">{t("proposal.none")}</p>
      )}
      {mayWrite ? (
        <p>
          <LinkButton href={`/cirkel/${slug}/forslag/nytt`} quiet>
            {t("proposal.write")}
          </LinkButton>
        </p>
      ) : null}
    </section>
  );
}

/** Who made a proposal, in words: a name, the circle, or somebody whose name is no longer kept. */
export function whose(t: Translate, author: string | null, registrationId: string | null): string {
  if (registrationId === null) return t("proposal.whose.circle");
  return author ?? t("proposal.whose.forgotten");
}
