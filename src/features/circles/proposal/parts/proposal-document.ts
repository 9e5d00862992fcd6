import type { Translate } from "#kernel/messages.ts";
import { type DocumentPart, paragraphsOf, type WrittenDocument } from "#platform/documents/document.ts";
import type { PublishedProposal } from "#features/circles/proposal/queries.ts";
import { sourceWithout } from "#features/circles/proposal/parts/proposal-words.tsx";
import { knowledgeSources } from "#features/circles/round/round.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type Told = PublishedProposal["history"][number] & { readonly reason?: string | null };
type Shown = Pick<PublishedProposal, "proposal" | "organiser"> & {
  readonly history: readonly Told[];
  readonly round: { readonly title: string };
};

/** A proposal as a document to take to a manager or a meeting at home; of one that anybody reads, without reasons. */
export function proposalDocument(
  t: Translate,
  { proposal, history, organiser, round }: Shown,
  today: Temporal.PlainDate,
): WrittenDocument {
  const facts = [
    ...(proposal.kind ? [{ term: t("proposal.kind"), value: [t(`proposal.kind.${proposal.kind}`)] }] : []),
    ...(proposal.owner ? [{ term: t("proposal.owner"), value: [proposal.owner] }] : []),
    { term: t("proposal.state"), value: [t(`proposal.state.${proposal.state}`)] },
  ];
  return {
    language: t.language,
    title: proposal.title,
    author: organiser,
    kicker: `${round.title} · ${organiser}`,
    parts: [
      { kind: "facts", items: facts },
      ...told(t("proposal.problem"), proposal.problem),
      ...told(t("proposal.content"), proposal.content),
      heading(t("proposal.rests_on")),
      ...knowledgeSources.flatMap((source): DocumentPart[] => [
        { kind: "heading", level: 3, text: t(`proposal.source.${source}`) },
        ...paragraphsOf(proposal[source] ?? t(sourceWithout(proposal, source))),
      ]),
      ...told(t("proposal.parties"), proposal.parties),
      ...told(t("proposal.asks"), proposal.asks),
      heading(t("proposal.history")),
      {
        kind: "facts",
        items: history.map(({ state, happenedOn, reason }) => ({
          term: sayDate(t.language, happenedOn, { today }),
          value: [[t(`proposal.state.${state}`), reason].filter(Boolean).join(": ")],
        })),
      },
    ],
  };
}

function heading(text: string): DocumentPart {
  return { kind: "heading", level: 2, text };
}

function told(name: string, text: string | null): DocumentPart[] {
  return text ? [heading(name), ...paragraphsOf(text)] : [];
}
