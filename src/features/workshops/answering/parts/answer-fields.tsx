import type { Translate } from "#kernel/messages.ts";
import type { Filled } from "#platform/web/form.ts";
import { longestAnswer } from "#features/workshops/answering/answer.ts";
import type { Asked } from "#features/workshops/answering/room.ts";
import { Checks, Choice, Fieldset, NumberField, Select, TextArea, TextField } from "#ui/fields.tsx";

type AnswerFieldsProps = { t: Translate; asked: Asked; filled?: Filled | undefined; forGroup: boolean };

/** What a question is answered in: words, rings, boxes, a scale, places, points or single words. */
export function AnswerFields({ t, asked, filled, forGroup }: AnswerFieldsProps) {
  const { kind, options } = asked;
  const label = t(forGroup ? "answering.answer_group" : "answering.answer");
  const choices = options.map(({ id, text }) => ({ value: id, label: text }));
  const most = asked.most ?? 1;
  const same = { t, filled, required: true };
  switch (kind) {
    case "open":
      return <TextArea {...same} name="text" label={label} rows={3} limit={longestAnswer} />;
    case "single":
      return <Choice {...same} name="option" label={label} options={choices} />;
    case "multiple":
      return (
        <Checks
          {...same}
          name="options"
          label={label}
          options={choices}
          help={t("answering.multiple_help", { most })}
        />
      );
    case "scale":
      return <Choice {...same} name="number" label={label} options={stepsOf(asked)} inline />;
    case "ranking":
      return (
        <Fieldset legend={label} help={t("answering.ranking_help")}>
          {options.map(({ id, text }) => (
            <Select
              {...same}
              name={`places.${id}`}
              label={text}
              empty={t("answering.no_place")}
              width="short"
              options={options.map((_, at) => ({
                value: String(at + 1),
                label: t("answering.place", { place: at + 1 }),
              }))}
            />
          ))}
        </Fieldset>
      );
    case "points":
      return (
        <Fieldset legend={label} help={t("answering.points_help", { most })}>
          {options.map(({ id, text }) => (
            <NumberField {...same} name={`points.${id}`} label={text} />
          ))}
        </Fieldset>
      );
    case "wordList":
      return (
        <Fieldset legend={label} help={t("answering.words_help", { most })}>
          {Array.from({ length: Math.min(most, 10) }, (_, at) => (
            <TextField
              {...same}
              name={`words.${at}`}
              label={t("answering.word", { number: at + 1 })}
              autocomplete="off"
              width="medium"
            />
          ))}
        </Fieldset>
      );
  }
}

/** The steps of a scale, the first and the last with what they mean. */
function stepsOf({ scaleLow, scaleHigh, lowLabel, highLabel }: Asked) {
  const [low, high] = [scaleLow ?? 1, scaleHigh ?? 5];
  return Array.from({ length: high - low + 1 }, (_, at) => {
    const step = low + at;
    const meaning = step === low ? lowLabel : step === high ? highLabel : null;
    return { value: String(step), label: meaning === null ? String(step) : `${step}: ${meaning}` };
  });
}
