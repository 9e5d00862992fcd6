import type { Translate } from "#kernel/messages.ts";
import type { ItemKind, MinutesItem } from "#features/meetings/minutes/minutes.ts";
import { Choice, DateField, FieldRow, Fieldset, OneOfSeveral, Select, TextArea, TextField } from "#ui/fields.tsx";
import { type Filled, textIn } from "#ui/filled.ts";
import type { Option } from "#ui/tick.tsx";

type OutcomeFieldsProps = {
  t: Translate;
  filled: Filled;
  kind: ItemKind;
  item: MinutesItem;
  hasMandate: boolean;
  /** Who sits in the bodies. */
  people: readonly Option[];
  /** Other bodies. */
  bodies: readonly Option[];
  organisations: readonly Option[];
};

/** The fields that a kind of item needs, and no others. */
export function OutcomeFields(props: OutcomeFieldsProps) {
  switch (props.kind) {
    case "decision":
      return <DecisionFields {...props} />;
    case "commission":
      return <CommissionFields {...props} />;
    case "parked":
      return <ParkedFields {...props} />;
    case "referred":
      return (
        <Select
          t={props.t}
          filled={props.filled}
          name="details.referTo"
          label={props.t("minutes.outcome.refer_to")}
          options={props.bodies}
          value={props.item.referToBody}
          required
        />
      );
    default:
      return null;
  }
}

function DecisionFields({ t, filled, item, hasMandate, bodies }: OutcomeFieldsProps) {
  const field = { t, filled };
  const isAnother = item.decidedByBody === null;
  return (
    <>
      <TextArea
        {...field}
        name="details.outcome"
        label={t(hasMandate ? "minutes.outcome.decision" : "minutes.outcome.position")}
        help={t("minutes.no_clients")}
        value={item.outcome}
        limit={4_000}
        required
      />
      <Fieldset legend={t("minutes.outcome.elsewhere")} help={t("minutes.outcome.elsewhere_help")}>
        <Select
          {...field}
          name="details.decidedBy"
          label={t("minutes.outcome.decided_by")}
          options={bodies}
          value={item.decidedByBody}
        />
        <TextField
          {...field}
          name="details.decidedByName"
          label={t("minutes.outcome.decided_by_name")}
          value={isAnother ? item.decidedBy : null}
        />
        <FieldRow>
          <DateField
            {...field}
            name="details.decidedOn"
            label={t("minutes.outcome.decided_on")}
            value={item.decidedOn?.toString()}
          />
          <TextField
            {...field}
            name="details.decidedDay"
            label={t("minutes.outcome.decided_day")}
            help={t("minutes.outcome.decided_day_help")}
            value={item.decidedDay}
            width="medium"
          />
        </FieldRow>
      </Fieldset>
      <DateField
        {...field}
        name="details.reviewOn"
        label={t("minutes.outcome.review_on")}
        value={item.reviewOn?.toString()}
      />
    </>
  );
}

function CommissionFields({ t, filled, item, people, organisations }: OutcomeFieldsProps) {
  const field = { t, filled };
  const typed = Object.keys(filled.values).filter((name) => /^details\.deliverables\.\d+\.text$/u.test(name)).length;
  const rows = Math.max(3, typed, item.deliverables.length + 1);
  return (
    <>
      <TextArea
        {...field}
        name="details.outcome"
        label={t("minutes.outcome.commission")}
        help={t("minutes.no_clients")}
        value={item.outcome}
        limit={4_000}
        required
      />
      <Fieldset legend={t("minutes.outcome.owner")} help={t("minutes.outcome.owner_help")}>
        <Select
          {...field}
          name="details.ownerPerson"
          label={t("minutes.outcome.owner_person")}
          options={people}
          value={item.ownerPerson?.id}
        />
        <Select
          {...field}
          name="details.ownerOrganisation"
          label={t("minutes.outcome.owner_organisation")}
          options={organisations}
          value={organisations.find(({ label }) => label === item.ownerOrganisation)?.value}
        />
        <TextField
          {...field}
          name="details.ownerName"
          label={t("minutes.outcome.owner_name")}
          value={item.ownerPerson || item.ownerOrganisation ? null : item.owner}
        />
      </Fieldset>
      <DateField
        {...field}
        name="details.dueOn"
        label={t("minutes.outcome.due_on")}
        help={t("minutes.outcome.due_on_help")}
        value={item.dueOn?.toString()}
      />
      <Fieldset legend={t("minutes.outcome.deliverables")} help={t("minutes.outcome.deliverables_help")}>
        {Array.from({ length: rows }, (_, index) => (
          <OneOfSeveral legend={t("minutes.outcome.deliverable", { number: index + 1 })}>
            <TextField
              {...field}
              name={`details.deliverables.${index}.text`}
              label={t("minutes.outcome.deliverable_text")}
              value={item.deliverables[index]?.text}
            />
            <DateField
              {...field}
              name={`details.deliverables.${index}.dueOn`}
              label={t("minutes.outcome.deliverable_due")}
              value={item.deliverables[index]?.dueOn?.toString()}
            />
          </OneOfSeveral>
        ))}
      </Fieldset>
    </>
  );
}

function ParkedFields({ t, filled, item }: OutcomeFieldsProps) {
  const field = { t, filled };
  const said = item.kind === "parked" ? (item.parkedUntil ? "day" : item.parkedEvent ? "event" : "open") : "";
  return (
    <>
      <TextArea
        {...field}
        name="details.reason"
        label={t("minutes.outcome.parked_reason")}
        help={t("minutes.no_clients")}
        value={item.reason}
        rows={3}
        limit={1_000}
        required
      />
      <Choice
        {...field}
        name="details.until"
        label={t("minutes.outcome.until")}
        options={[
          { value: "day", label: t("minutes.outcome.until.day") },
          { value: "event", label: t("minutes.outcome.until.event") },
          { value: "open", label: t("minutes.outcome.until.open"), help: t("minutes.outcome.until.open_help") },
        ]}
        value={textIn(filled, "details.until", said)}
        required
      />
      <DateField
        {...field}
        name="details.parkedUntil"
        label={t("minutes.outcome.parked_until")}
        help={t("minutes.outcome.parked_until_help")}
        value={item.parkedUntil?.toString()}
      />
      <TextField
        {...field}
        name="details.parkedEvent"
        label={t("minutes.outcome.parked_event")}
        help={t("minutes.outcome.parked_event_help")}
        value={item.parkedEvent}
      />
    </>
  );
}
