import type { Translate } from "#kernel/messages.ts";
import { StateTag } from "#features/circles/proposal/parts/state-tag.tsx";
import type { ListedProposal } from "#features/circles/proposal/published/queries.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { EntryList } from "#ui/entry-list.tsx";

type ListProps = { t: Translate; proposals: readonly ListedProposal[] };

/** Proposals that anybody may read, with whose circle they come from and whose they are to carry out. */
export function ProposalList({ t, proposals }: ListProps) {
  if (proposals.length === 0)
    return (
      <EmptyState heading={t("proposal.list_none")} action={<a href="/cirklar">{t("proposal.to_circles")}</a>}>
        {t("proposal.list_none_text")}
      </EmptyState>
    );
  return (
    <EntryList
      label={t("proposal.list")}
      entries={proposals.map(({ id, title, problem, owner, state, roundSlug, roundTitle, organiser }) => ({
        href: addressOf(roundSlug, id),
        title,
        kicker: `${roundTitle} · ${organiser}`,
        detail: problem.length > 200 ? `${problem.slice(0, 200).trimEnd()} …` : problem,
        tags: <StateTag t={t} state={state} />,
        facts: [owner],
      }))}
    />
  );
}

/** The published proposals of one circle, on its public page. */
export function ProposalsOfRound({ t, proposals }: ListProps) {
  return proposals.length === 0 ? null : (
    <section>
      <h2>{t("proposal.published_here")}</h2>
      <ul>
        {proposals.map(({ id, title, state, roundSlug }) => (
          <li>
            <a href={addressOf(roundSlug, id)}>{title}</a>{" "}
            <span class="muted">{t(`proposal.state.${state}`).toLocaleLowerCase(t.language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function addressOf(slug: string, id: string): string {
  return `/cirklar/${slug}/forslag/${id}`;
}
