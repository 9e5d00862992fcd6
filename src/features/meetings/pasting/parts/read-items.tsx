import { itemKinds } from "#features/meetings/minutes/minutes.ts";
import type { ReadProps } from "#features/meetings/pasting/parts/read-attendance.tsx";
import type { ProposedItem } from "#features/meetings/pasting/proposal.ts";
import { Details } from "#ui/details.tsx";
import { Checkbox, DateField, FieldRow, OneOfSeveral, Select, TextArea, TextField } from "#ui/fields.tsx";
import { Tag } from "#ui/tag.tsx";

type ItemsProps = ReadProps & { otherBodies: readonly { readonly id: string; readonly name: string }[] };

/** The items of the text, each with the kind that is proposed and what hangs on it. */
export function ReadItems(props: ItemsProps) {
  const { t, proposal } = props;
  if (proposal.items.length === 0) return <p class="muted">{t("pasting.reading.no_items")}</p>;
  return (
    <>
      <p class="muted">{t("pasting.reading.kind_help")}</p>
      {proposal.items.map((item, at) => (
        <Item {...props} item={item} at={at} />
      ))}
    </>
  );
}

type ItemProps = ItemsProps & { item: ProposedItem; at: number };

function Item(props: ItemProps) {
  const { t, filled, bodies, item, at } = props;
  const field = (part: string) => `items.${at}.${part}`;
  const hasProblem = filled.problems.some(({ path }) => path.startsWith(field("")));
  const kind = item.kind;
  return (
    <Details
      summary={
        <span>
          {item.heading}{" "}
          {kind ? <Tag>{t(`pasting.kind.${kind}`)}</Tag> : <Tag tone="open">{t("pasting.reading.kind_unknown")}</Tag>}
        </span>
      }
      open={hasProblem || isAsked(item)}
    >
      <OneOfSeveral>
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
            value={kind}
            empty={t("pasting.reading.kind_unknown")}
            options={itemKinds.map((value) => ({ value, label: t(`pasting.kind.${value}`) }))}
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
        {hangsOn
          .filter((each) => each.kind === kind)
          .map(({ Fields }) => (
            <Fields {...props} />
          ))}
        <Details summary={t("pasting.reading.item_more")} open={hasProblem}>
          <OneOfSeveral>
            {hangsOn
              .filter((each) => each.kind !== kind)
              .map(({ Fields }) => (
                <Fields {...props} />
              ))}
          </OneOfSeveral>
        </Details>
        <Checkbox t={t} filled={filled} name={field("leaveOut")} label={t("pasting.reading.leave_out")} />
      </OneOfSeveral>
    </Details>
  );
}

/** What a person has to look at: no kind is proposed, or the text leaves out what such an item needs. */
function isAsked({ kind, decidedOn, due }: ProposedItem): boolean {
  if (kind === null || kind === "referred") return true;
  if (kind === "commission") return dueDay(due) === null;
  return kind === "decision" && decidedOn !== null && daysOf(decidedOn).decidedDay !== null;
}

/** The day of a commission, when the text has one. */
const dueDay = (due: string | null) => (due !== null && /^\d{4}-\d{2}-\d{2}$/u.test(due) ? due : null);

/** What hangs on each kind. The fields of the other kinds are there as well, for an item that is taken for another. */
const hangsOn = [
  { kind: "commission", Fields: CommissionFields },
  { kind: "decision", Fields: DecisionFields },
  { kind: "parked", Fields: ParkedFields },
  { kind: "referred", Fields: ReferredFields },
] as const;

function CommissionFields({ t, filled, item, at }: ItemProps) {
  const due = dueDay(item.due);
  return (
    <>
      <FieldRow>
        <TextField
          t={t}
          filled={filled}
          name={`items.${at}.owner`}
          label={t("pasting.reading.owner")}
          value={item.owner}
        />
        <DateField
          t={t}
          filled={filled}
          name={`items.${at}.dueOn`}
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
        name={`items.${at}.deliverables`}
        label={t("pasting.reading.deliverables")}
        value={item.deliverables.join("\n")}
        rows={Math.max(2, item.deliverables.length)}
      />
    </>
  );
}

function DecisionFields({ t, filled, item, at }: ItemProps) {
  const { decidedDay, decidedOn } = daysOf(item.decidedOn);
  return (
    <>
      <TextField
        t={t}
        filled={filled}
        name={`items.${at}.decidedBy`}
        label={t("pasting.reading.decided_by")}
        help={t("pasting.reading.decided_by_help")}
        value={item.decidedBy}
      />
      <DateField
        t={t}
        filled={filled}
        name={`items.${at}.decidedOn`}
        label={t("pasting.reading.decided_on")}
        help={decidedDay ? t("pasting.reading.day_partial", { written: sayWritten(decidedDay) }) : undefined}
        value={decidedOn}
      />
      {decidedDay ? <input type="hidden" name={`items.${at}.decidedDay`} value={decidedDay} /> : null}
    </>
  );
}

function ParkedFields({ t, filled, at }: ItemProps) {
  return <TextField t={t} filled={filled} name={`items.${at}.reason`} label={t("pasting.reading.reason")} />;
}

function ReferredFields({ t, filled, otherBodies, at }: ItemProps) {
  return otherBodies.length > 0 ? (
    <Select
      t={t}
      filled={filled}
      name={`items.${at}.referTo`}
      label={t("pasting.reading.refer_to")}
      options={otherBodies.map((body) => ({ value: body.id, label: body.name }))}
    />
  ) : null;
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
