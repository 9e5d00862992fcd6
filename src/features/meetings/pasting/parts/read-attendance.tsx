import type { Translate } from "#kernel/messages.ts";
import { attendanceRoles, attendanceStates } from "#features/meetings/attendance/attendance.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import type { Minutes } from "#features/meetings/minutes-reading/minutes.ts";
import type { Proposal, ProposedAttendee, ProposedGroup } from "#features/meetings/pasting/proposal.ts";
import { Details } from "#ui/details.tsx";
import { Checkbox, FieldRow, Fieldset, NumberField, OneOfSeveral, Select, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

export type ReadProps = {
  t: Translate;
  filled: Filled;
  minutes: Minutes;
  proposal: Proposal;
  bodies: readonly BodyFacts[];
};

/** Those who came, group by group as the text has them: which list each group is, and one line of fields for each person. */
export function ReadAttendance(props: ReadProps) {
  const { t, filled, minutes, proposal, bodies } = props;
  return (
    <>
      {proposal.groups.length === 0 && minutes.approximatePersons === null ? (
        <p class="muted">{t("pasting.reading.no_attendance")}</p>
      ) : null}
      {proposal.groups.map((group, at) => (
        <Group {...props} group={group} at={at} />
      ))}
      {minutes.approximatePersons === null ? null : (
        <FieldRow>
          <NumberField
            t={t}
            filled={filled}
            name="approximateCount"
            label={t("pasting.reading.approximate")}
            help={t("pasting.reading.approximate_help")}
            value={minutes.approximatePersons}
          />
          <Select
            t={t}
            filled={filled}
            name="approximateBody"
            label={t("pasting.reading.approximate_body")}
            value={bodies[0]?.id}
            empty={false}
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FieldRow>
      )}
    </>
  );
}

function Group({ group, at, ...props }: ReadProps & { group: ProposedGroup; at: number }) {
  const { t, filled, proposal, bodies } = props;
  const rows = proposal.attendance.flatMap((row, index) => (row.group === at ? [{ row, at: index }] : []));
  const settled = rows.filter(({ row }) => !isAsked(row));
  const isWrong = settled.some((each) => hasProblem(filled, each.at));
  return (
    <Fieldset
      legend={t("pasting.reading.group", { name: group.name ?? t("pasting.reading.group_unnamed"), rows: rows.length })}
    >
      <Select
        t={t}
        filled={filled}
        name={`groups.${at}`}
        label={t("pasting.reading.group_list")}
        value={group.bodyId ?? "others"}
        empty={false}
        options={[
          ...bodies.map(({ id, name }) => ({ value: id as string, label: name })),
          { value: "others", label: t("pasting.reading.others") },
        ]}
        required
      />
      {rows
        .filter(({ row }) => isAsked(row))
        .map((each) => (
          <Attendee {...props} {...each} />
        ))}
      {settled.length > 0 ? (
        <Details
          summary={t("pasting.reading.settled", {
            count: settled.length,
            names: settled.map(({ row }) => row.name).join(", "),
          })}
          open={isWrong}
        >
          {settled.map((each) => (
            <Attendee {...props} {...each} />
          ))}
        </Details>
      ) : null}
    </Fieldset>
  );
}

/** What only a person can answer: whether it is somebody who sits there, whose name it is, where they come from. */
function isAsked({ person, role, isOrganisationKnown }: ProposedAttendee): boolean {
  return person !== null || role === "userRepresentative" || isOrganisationKnown === false;
}

function hasProblem({ problems }: Filled, at: number): boolean {
  return problems.some(({ path }) => path.startsWith(`attendance.${at}.`));
}

function Attendee({ t, filled, row, at }: ReadProps & { row: ProposedAttendee; at: number }) {
  const name = `attendance.${at}`;
  const isUser = row.role === "userRepresentative";
  return (
    <OneOfSeveral>
      <input type="hidden" name={`${name}.group`} value={row.group} />
      <FieldRow>
        <TextField
          t={t}
          filled={filled}
          name={`${name}.name`}
          label={t("pasting.reading.name")}
          value={row.name}
          required
        />
        <TextField
          t={t}
          filled={filled}
          name={`${name}.organisation`}
          label={t("pasting.reading.organisation")}
          value={row.organisation}
          required
        />
        <Select
          t={t}
          filled={filled}
          name={`${name}.role`}
          label={t("pasting.reading.role")}
          value={row.role}
          empty={false}
          options={attendanceRoles.map((value) => ({ value, label: t(`presence.role.${value}`) }))}
          required
        />
      </FieldRow>
      {row.isOrganisationKnown === false ? (
        <p class="help">{t("pasting.reading.organisation_unknown", { organisation: row.organisation ?? "" })}</p>
      ) : null}
      {row.person ? (
        <Checkbox
          t={t}
          filled={filled}
          name={`${name}.personId`}
          label={t("pasting.reading.person", { name: row.person.name })}
          value={row.person.id}
          checked
        />
      ) : null}
      {isUser ? <NameAgreed t={t} filled={filled} name={name} /> : null}
      <Details
        summary={t("pasting.reading.more", { name: row.name })}
        open={hasProblem(filled, at) || row.represents !== null || row.state === "excused"}
      >
        <FieldRow>
          <Select
            t={t}
            filled={filled}
            name={`${name}.state`}
            label={t("pasting.reading.state")}
            value={row.state}
            empty={false}
            options={attendanceStates.map((value) => ({ value, label: t(`presence.state.${value}`) }))}
            required
          />
          <TextField
            t={t}
            filled={filled}
            name={`${name}.represents`}
            label={t("pasting.reading.represents")}
            value={row.represents}
          />
        </FieldRow>
        {isUser ? null : <NameAgreed t={t} filled={filled} name={name} />}
        <Checkbox t={t} filled={filled} name={`${name}.leaveOut`} label={t("pasting.reading.leave_out")} />
      </Details>
    </OneOfSeveral>
  );
}

function NameAgreed({ t, filled, name }: { t: Translate; filled: Filled; name: string }) {
  return (
    <Checkbox
      t={t}
      filled={filled}
      name={`${name}.isNameAgreed`}
      label={t("pasting.reading.name_agreed")}
      help={t("pasting.reading.name_agreed_help")}
    />
  );
}
