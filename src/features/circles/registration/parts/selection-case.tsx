import type { Translate } from "#kernel/messages.ts";
import { Paragraphs } from "#ui/paragraphs.tsx";
import type { SelectionCandidate } from "#features/circles/registration/selection/queries.ts";
import { type Outcome, outcomes } from "#features/circles/registration/selection/selection-balance.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Tag, Tags, type Tone } from "#ui/tag.tsx";

type CaseProps = {
  t: Translate;
  candidate: SelectionCandidate;
  mayDecide: boolean;
  address: string;
  /** The part of the list one is looking at, to come back to. */
  question: string;
  reasons: readonly string[];
  filled: Filled;
};

const tones: Record<Outcome, Tone> = { place: "plain", wait: "quiet", decline: "quiet" };

/** One applicant in a selection: who they are, what they want, and what is decided on what ground. */
export function Case({ t, candidate, mayDecide, address, question, reasons, filled }: CaseProps) {
  const { id, name, employer, members, motivation, outcome, themeProposal } = candidate;
  const isTeam = members.length > 0;
  return (
    <article class="case" id={`a-${id}`} aria-labelledby={`name-${id}`}>
      <div class="case-head">
        <h3 id={`name-${id}`}>
          <a href={`${address}/anmalningar/${id}`}>
            {isTeam ? t("registration.team.from", { principal: employer }) : name}
          </a>
        </h3>
        <Tags>
          {outcome ? (
            <Tag tone={tones[outcome]}>{t(`registration.page.outcome.${outcome}`)}</Tag>
          ) : (
            <Tag tone="open">{t("registration.page.selection.undecided_one")}</Tag>
          )}
          {candidate.late ? <Tag tone="open">{t("registration.page.roster.late")}</Tag> : null}
        </Tags>
      </div>
      <p>{factsOf(t, candidate).join(dot)}</p>
      <p class="muted">{standing(t, candidate)}</p>
      <TeamShort t={t} members={members} />
      {themeProposal ? (
        <div class="said-words">
          <p class="muted">{t("registration.team.theme_proposed")}</p>
          <Paragraphs text={themeProposal} />
        </div>
      ) : null}
      {motivation ? (
        <div class="said-words">
          <Paragraphs text={motivation} />
        </div>
      ) : null}
      {mayDecide ? (
        <Decide t={t} candidate={candidate} address={address} question={question} reasons={reasons} filled={filled} />
      ) : (
        <Decided t={t} candidate={candidate} />
      )}
    </article>
  );
}

/** Who somebody is and where they work; of a team, who registered it and how many they are. */
function factsOf(t: Translate, candidate: SelectionCandidate): string[] {
  const { name, profession, workplace, sector, municipality, ageGroup, members, seats } = candidate;
  const place = [municipality, t(`registration.page.sector.${sector}`)];
  if (members.length > 0)
    return [
      t("registration.team.people", { count: seats }),
      `${t("registration.team.signed_by")} ${name}, ${profession}`,
      workplace,
      ...place,
    ];
  return [profession, workplace, ...place, ...(ageGroup ? [ageGroup] : [])];
}

/** The people of a team; whoever is in another team too is pointed out, because nobody takes two places. */
function TeamShort({ t, members }: { t: Translate; members: SelectionCandidate["members"] }) {
  if (members.length === 0) return null;
  const twice = members.filter(({ isAlsoElsewhere }) => isAlsoElsewhere);
  return (
    <>
      <p>{members.map(({ name, title }) => (title ? `${name} (${title})` : name)).join(", ")}</p>
      {twice.map(({ name }) => (
        <p class="problem">{t("registration.team.also_in", { name })}</p>
      ))}
    </>
  );
}

/** The manager's word, and which recommendations are not met. */
function standing(t: Translate, { queueNo, managerReads, eligibility, decidedBy }: SelectionCandidate): string {
  const notMet = eligibility.noted.map(({ text }) => t("registration.page.selection.not_met", { rule: text }));
  const manager =
    managerReads === "notAsked"
      ? []
      : [t("registration.page.selection.manager", { word: t(`registration.page.word.${managerReads}`) })];
  const decided = decidedBy ? [t("registration.page.selection.decided_by", { name: decidedBy })] : [];
  return [t("registration.page.selection.number", { number: queueNo }), ...manager, ...notMet, ...decided].join(dot);
}

function Decided({ t, candidate: { reason } }: Pick<CaseProps, "t" | "candidate">) {
  if (!reason) return null;
  return (
    <p>
      {t("registration.page.selection.reason")}: {reason}
    </p>
  );
}

/**
 * Each choice is a small form that comes back to the same place. With script the list and the balance change where
 * they stand, and what somebody is writing elsewhere stays.
 */
function Decide({ t, candidate, address, question, reasons, filled }: Omit<CaseProps, "mayDecide">) {
  const { id, name, reason } = candidate;
  const action = `${address}/urval/${id}${question}`;
  return (
    <form
      class="form tight decide"
      action={action}
      method="post"
      novalidate
      aria-label={t("registration.page.selection.decide", { name })}
      data-hx-post={action}
      data-hx-target="#urval"
      data-hx-select="#urval"
      data-hx-swap="outerMorph"
    >
      <TextField
        t={t}
        filled={filled}
        name={`reason-${id}`}
        label={t("registration.page.selection.reason")}
        value={reason}
        suggestions={reasons}
        required
      />
      <Buttons>
        {outcomes.map((choice) => (
          <Button
            id={`${choice}-${id}`}
            name={`outcome-${id}`}
            value={choice}
            quiet
            small
            label={t("registration.page.selection.choose", { outcome: t(`registration.page.outcome.${choice}`), name })}
          >
            {t(`registration.page.outcome.${choice}`)}
          </Button>
        ))}
      </Buttons>
    </form>
  );
}
