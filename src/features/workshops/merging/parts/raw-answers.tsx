import type { Translate } from "#kernel/messages.ts";
import type { RawAnswer } from "#features/workshops/merging/queries.ts";

/** The room's own words, as they were written, with the group they came from unless nobody is to know. */
export function RawAnswers({ t, answers, label }: { t: Translate; answers: readonly RawAnswer[]; label: string }) {
  return (
    <ul aria-label={label}>
      {answers.map(({ text, group }) => (
        <li>
          <q class="as-written">{text}</q>{" "}
          {group === null ? null : <span class="muted">{t("merging.from_group", { group })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** An answer to tick, with its group. */
export function answerOption(t: Translate, { id, text, group }: RawAnswer) {
  return { value: id, label: text, help: group === null ? undefined : t("merging.from_group", { group }) };
}
