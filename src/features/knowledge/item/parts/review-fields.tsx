import type { Translate } from "#kernel/messages.ts";
import type { ReviewerChoice } from "#features/knowledge/item/review/queries.ts";
import { longestSaid } from "#features/knowledge/item/review/review-words.ts";
import { Checks, TextArea } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Unknown } from "#ui/unknown.tsx";

type ReviewersProps = { t: Translate; filled: Filled; choices: readonly ReviewerChoice[]; required?: boolean };

/** Who is asked to review. In a small unit there may be nobody else to ask. */
export function Reviewers({ t, filled, choices, required }: ReviewersProps) {
  if (choices.length === 0)
    return (
      <p>
        <Unknown>{t("item_review.nobody_to_ask")}</Unknown>
      </p>
    );
  return (
    <Checks
      t={t}
      filled={filled}
      name="reviewers"
      required={required}
      label={t("item_review.reviewers")}
      help={t("item_review.reviewers_help")}
      options={choices.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

type SaidProps = { t: Translate; filled: Filled; label: string; help?: string; required?: boolean };

/** What somebody says of a text. */
export function Said(field: SaidProps) {
  return <TextArea name="said" rows={5} limit={longestSaid} {...field} />;
}
