import { minutesItemKinds } from "#features/meetings/minutes-reading/minutes.ts";
import type { ReadProps } from "#features/meetings/pasting/parts/read-attendance.tsx";
import type { ProposedItem } from "#features/meetings/pasting/proposal.ts";
import { Details } from "#ui/details.tsx";
import { Checkbox, DateField, FieldRow, Fieldset, Select, TextArea, TextField } from "#ui/fields.tsx";

type ItemsProps = ReadProps & { otherBodies: readonly { readonly id: string; readonly name: string }[] };

/** The items of the text, each with the kind that is proposed and what hangs on it. */
export function ReadItems(props: ItemsProps) {
  const { t, proposal } = props;
  if (proposal.items.length === 0) return <p class="muted">{t("pasting.reading.no_items")}</p>;
  return (
    <>
      {proposal.items.map((item, at) => (
        <Item {...props} item={item} at={at} />
      ))}
    </>
  );
}

function Item({ t, filled, bodies, otherBodies, item, at }: ItemsProps & { item: ProposedItem; at: number }) {
  const name = `items.${at}`;
  const field = (part: string) => `${name}.${part}`;
  const hasProblem = filled.problems.some(({ path }) => path.startsWith(`${name}.`));
  const { decidedDay, decidedOn } = daysOf(item.decidedOn);
  const due = item.due !== null && /^\d{4}-\d{2}-\d{2}$/u.test(item.due) ? item.due : null;
  const isTold =
    item.kind === "commission" || item.decidedBy !== null || item.kind === "referred" || item.kind === "parked";
  return (
    <Fieldset legend={t("pasting.reading.item", { number: at + 1 })}>
      <FieldRow>
        {bodies.length > 1 ? (
          <Select
            t={t}
            filled={filled}
            name={field("bodyId")}
            label={t("pasting.reading.item_part")}
            value={item.bodyId}
            empty={t("pasting.reading.common")}
            options={bodies.map((body) => ({ value: body.id, label: body.name }))}
            required
          />
        ) : null}
        <Select
          t={t}
          filled={filled}
          name={field("kind")}
          label={t("pasting.reading.kind")}
          help={t("pasting.reading.kind_help")}
          value={item.kind}
          empty={t("pasting.reading.kind_unknown")}
          options={minutesItemKinds.map((value) => ({ value, label: t(`pasting.kind.${value}`) }))}
        />
      </FieldRow>
      <TextField
        t={t}
        filled={filled}
        name={field("heading")}
        label={t("pasting.reading.heading")}
        value={item.heading}
        required
      />
      <TextArea
        t={t}
        filled={filled}
        name={field("text")}
        label={t("pasting.reading.text")}
        value={item.text}
        rows={3}
      />
      <Details summary={t("pasting.reading.item_more")} open={hasProblem || isTold}>
        <FieldRow>
          <TextField
            t={t}
            filled={filled}
            name={field("owner")}
            label={t("pasting.reading.owner")}
            value={item.owner}
          />
          <DateField
            t={t}
            filled={filled}
            name={field("dueOn")}
            label={t("pasting.reading.due")}
            help={
              item.due !== null && due === null
                ? t("pasting.reading.due_words", { written: sayWritten(item.due) })
                : item.kind === "commission" && due === null
                  ? t("pasting.reading.due_missing")
                  : undefined
            }
            value={due}
          />
        </FieldRow>
        <TextArea
          t={t}
          filled={filled}
          name={field("deliverables")}
          label={t("pasting.reading.deliverables")}
          value={item.deliverables.join("\n")}
          rows={Math.max(2, item.deliverables.length)}
        />
        <FieldRow>
          <TextField
            t={t}
            filled={filled}
            name={field("decidedBy")}
            label={t("pasting.reading.decided_by")}
            help={t("pasting.reading.decided_by_help")}
            value={item.decidedBy}
          />
          <DateField
            t={t}
            filled={filled}
            name={field("decidedOn")}
            label={t("pasting.reading.decided_on")}
            help={decidedDay ? t("pasting.reading.day_partial", { written: sayWritten(decidedDay) }) : undefined}
            value={decidedOn}
          />
        </FieldRow>
        {decidedDay ? <input type="hidden" name={field("decidedDay")} value={decidedDay} /> : null}
        <TextField t={t} filled={filled} name={field("reason")} label={t("pasting.reading.reason")} />
        {otherBodies.length > 0 ? (
          <Select
            t={t}
            filled={filled}
            name={field("referTo")}
            label={t("pasting.reading.refer_to")}
            options={otherBodies.map((body) => ({ value: body.id, label: body.name }))}
          />
        ) : null}
        <Checkbox t={t} filled={filled} name={field("leaveOut")} label={t("pasting.reading.leave_out")} />
      </Details>
    </Fieldset>
  );
}

/** A day as the text has it: whole, or without its year. */
export function daysOf(written: string | null) {
  return written?.startsWith("--")
    ? { decidedOn: null, decidedDay: written }
    : { decidedOn: written, decidedDay: null };
}

/** "--03-03" as people write it: "3/3". Words stay as they are. */
export function sayWritten(written: string): string {
  const [, month, day] = /^--(\d{2})-(\d{2})$/u.exec(written) ?? [];
  return month && day ? `${Number(day)}/${Number(month)}` : written;
}
