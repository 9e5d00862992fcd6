import type { Translate } from "#kernel/messages.ts";
import { longest, proposalKinds, type ProposalWords } from "#features/circles/proposal/proposal.ts";
import { knowledgeSources } from "#features/circles/round/round.ts";
import { Checks, Choice, Fieldset, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type ProposalFieldsProps = {
  t: Translate;
  filled: Filled;
  /** How the proposal is now, when it is changed. */
  before?: ProposalWords | undefined;
  /** The organisations it may be for to carry out. */
  owners: readonly string[];
};

/** The fields of a proposal. Title and problem are enough to begin with. */
export function ProposalFields({ t, filled, before, owners }: ProposalFieldsProps) {
  const text = { t, filled };
  const noClients = t("proposal.no_clients");
  return (
    <>
      <TextField {...text} name="title" label={t("proposal.title")} value={before?.title} required />
      <TextArea
        {...text}
        name="problem"
        label={t("proposal.problem")}
        help={`${t("proposal.problem_help")} ${noClients}`}
        value={before?.problem}
        limit={longest.problem}
        required
      />
      <Choice
        {...text}
        name="kind"
        label={t("proposal.kind")}
        options={proposalKinds.map((kind) => ({ value: kind, label: t(`proposal.kind.${kind}`) }))}
        value={before?.kind}
        inline
      />
      <TextArea
        {...text}
        name="content"
        label={t("proposal.content")}
        help={`${t("proposal.content_help")} ${noClients}`}
        value={before?.content}
        rows={8}
        limit={longest.content}
      />
      <TextArea
        {...text}
        name="parties"
        label={t("proposal.parties")}
        help={`${t("proposal.parties_help")} ${noClients}`}
        value={before?.parties}
        rows={3}
        limit={longest.parties}
      />
      <Fieldset legend={t("proposal.rests_on")} help={`${t("proposal.rests_on_help")} ${noClients}`}>
        {knowledgeSources.map((source) => (
          <TextArea
            {...text}
            name={source}
            label={t(`proposal.source.${source}`)}
            help={t(`proposal.source_help.${source}`)}
            value={before?.[source]}
            rows={4}
            limit={longest.source}
          />
        ))}
        <Checks
          {...text}
          name="soughtInVain"
          label={t("proposal.sought_in_vain")}
          help={t("proposal.sought_in_vain_help")}
          options={knowledgeSources.map((source) => ({ value: source, label: t(`proposal.source.${source}`) }))}
          value={before?.soughtInVain}
        />
      </Fieldset>
      <TextArea
        {...text}
        name="asks"
        label={t("proposal.asks")}
        help={`${t("proposal.asks_help")} ${noClients}`}
        value={before?.asks}
        limit={longest.asks}
      />
      <TextField
        {...text}
        name="owner"
        label={t("proposal.owner")}
        help={t("proposal.owner_help")}
        value={before?.owner}
        suggestions={owners}
      />
    </>
  );
}
