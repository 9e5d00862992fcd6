import type { Translate } from "#kernel/messages.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Paragraphs } from "#ui/paragraphs.tsx";
import type { ProposalState, ProposalWords } from "#features/circles/proposal/proposal.ts";
import { knowledgeSources } from "#features/circles/round/round.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { ThreeSources } from "#ui/three-sources.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { Unknown } from "#ui/unknown.tsx";

type Said = Omit<ProposalWords, "title" | "owner" | "kind">;
type Source = (typeof knowledgeSources)[number];

const drawnAs = { research: "research", profession: "profession", serviceUser: "user" } as const;

/** What a proposal says: the problem, what is proposed, what it rests on, and what it asks of whom. */
export function ProposalText({ t, proposal }: { t: Translate; proposal: Said }) {
  return (
    <>
      <Told heading={t("proposal.problem")} text={proposal.problem} />
      <Told heading={t("proposal.content")} text={proposal.content} />
      <section>
        <h2>{t("proposal.rests_on")}</h2>
        <ThreeSources
          meeting={t("proposal.one")}
          sources={knowledgeSources.map((source) => ({
            source: drawnAs[source],
            heading: t(`proposal.source.${source}`),
            text: sourceText(t, proposal, source),
          }))}
        />
      </section>
      <Told heading={t("proposal.parties")} text={proposal.parties} />
      <Told heading={t("proposal.asks")} text={proposal.asks} />
    </>
  );
}

/** What rests on a source: the words, that it was searched in vain, or that nobody has looked yet. */
function sourceText(t: Translate, proposal: Said, source: Source): Child {
  const text = proposal[source];
  if (text !== null) return text;
  return <Unknown>{t(sourceWithout(proposal, source))}</Unknown>;
}

/** What to say of a source with no text. Searched in vain is not the same as not searched. */
export function sourceWithout({ soughtInVain }: Pick<Said, "soughtInVain">, source: Source) {
  return soughtInVain.includes(source) ? "proposal.source.in_vain" : "proposal.source.not_sought";
}

function Told({ heading, text }: { heading: string; text: string | null }) {
  return text === null ? null : (
    <section>
      <h2>{heading}</h2>
      <Paragraphs text={text} />
    </section>
  );
}

type Step = {
  readonly state: ProposalState;
  readonly happenedOn: Temporal.PlainDate;
  readonly reason?: string | null;
  readonly toldBy?: "circle" | "link";
};

/** How a proposal has fared, each state with its day. */
export function ProposalHistory({
  t,
  steps,
  today,
}: {
  t: Translate;
  steps: readonly Step[];
  today: Temporal.PlainDate;
}) {
  return (
    <section>
      <h2>{t("proposal.history")}</h2>
      <Timeline
        label={t("proposal.history")}
        items={steps.map(({ state, happenedOn, reason, toldBy }) => ({
          when: sayDate(t.language, happenedOn, { today }),
          dateTime: happenedOn.toString(),
          title: t(`proposal.state.${state}`),
          detail:
            [reason, toldBy === "link" ? t("proposal.told_by_link") : null].filter(Boolean).join(" · ") || undefined,
        }))}
      />
    </section>
  );
}
