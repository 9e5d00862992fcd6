import type { MessageKey, MessageValues, Translate } from "#kernel/messages.ts";
import type { RoundContent } from "#features/circles/round/round-copy.ts";
import { knowledgeSources, leaderParts, ruleStrengths } from "#features/circles/round/round.ts";
import { Choice, FieldRow, OneOfSeveral, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type RowProps<Row> = { t: Translate; filled: Filled; index: number; row: Row; brief?: boolean };

/** Somebody one meets. Who an invitation names is its leader (`brief`); the editor asks. */
export function LeaderRow({ row, brief, ...props }: RowProps<RoundContent["leaders"][number]>) {
  const field = fieldsOf("leaders", props);
  const part = field("part", "round.field.part");
  return (
    <OneOfSeveral legend={props.t("round.field.leader", { number: props.index + 1 })}>
      <FieldRow>
        <TextField {...field("name", "round.field.name")} value={row.name} />
        <TextField {...field("title", "round.field.personTitle")} value={row.title} />
      </FieldRow>
      {brief ? (
        <input type="hidden" name={part.name} value={row.part} />
      ) : (
        <Choice
          {...part}
          options={leaderParts.map((value) => ({ value, label: props.t(`round.part.${value}`) }))}
          value={row.part}
          inline
          required
        />
      )}
    </OneOfSeveral>
  );
}

/** Somebody one asks. An invitation seldom says their title (`brief`). */
export function ContactRow({ row, brief, ...props }: RowProps<RoundContent["contacts"][number]>) {
  const field = fieldsOf("contacts", props);
  const name = <TextField {...field("name", "round.field.name")} value={row.name} />;
  return (
    <OneOfSeveral legend={props.t("round.field.contact", { number: props.index + 1 })}>
      {brief ? (
        name
      ) : (
        <FieldRow>
          {name}
          <TextField {...field("title", "round.field.personTitle")} value={row.title} />
        </FieldRow>
      )}
      <FieldRow>
        <TextField {...field("email", "round.field.email")} type="email" value={row.email} />
        <TextField {...field("phone", "round.field.phone")} type="tel" value={row.phone} />
      </FieldRow>
    </OneOfSeveral>
  );
}

/** Who may take part. A rule that stands keeps its identity in a hidden field. */
export function RuleRow({ row, ...props }: RowProps<RoundContent["rules"][number]>) {
  const field = fieldsOf("rules", props);
  return (
    <OneOfSeveral>
      {row.id ? <input type="hidden" name={`rules.${props.index}.id`} value={row.id} /> : null}
      <TextField {...field("text", "round.field.rule", { number: props.index + 1 })} value={row.text} />
      <Choice
        {...field("strength", "round.field.strength")}
        options={ruleStrengths.map((value) => ({ value, label: props.t(`round.strength.${value}`) }))}
        value={row.strength}
        inline
        required
      />
    </OneOfSeveral>
  );
}

/** What the round wants to find out, and from whom. */
export function QuestionRow({
  row,
  ...props
}: RowProps<{ source: (typeof knowledgeSources)[number] | null; text: string }>) {
  const field = fieldsOf("questions", props);
  const number = props.index + 1;
  return (
    <OneOfSeveral>
      <TextField {...field("text", "round.field.question", { number })} value={row.text} />
      <Choice
        {...field("source", "round.field.source", { number })}
        options={knowledgeSources.map((value) => ({ value, label: props.t(`round.source.${value}`) }))}
        value={row.source ?? knowledgeSources[props.index % 3]}
        inline
        required
      />
    </OneOfSeveral>
  );
}

function fieldsOf(rows: string, { t, filled, index }: Omit<RowProps<unknown>, "row">) {
  return (name: string, label: MessageKey, values?: MessageValues) => ({
    t,
    filled,
    name: `${rows}.${index}.${name}`,
    label: t(label, values),
  });
}
