import type { Translate } from "#kernel/messages.ts";
import { nameInPlace } from "#features/organisations/organisation-name.ts";
import type { Choice } from "#features/organisations/queries.ts";
import type { Role } from "#features/organisations/people/roles.ts";
import { Details } from "#ui/details.tsx";
import { Checkbox, DateField, FieldRow, NumberField, Select, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

/** What can be chosen in a form that gives a role. */
export type RoleChoices = {
  readonly roles: readonly Role[];
  /** The organisations to choose from; nothing when there are too many, and one is written instead. */
  readonly places: readonly Choice[] | undefined;
  readonly everywhere: boolean;
  /** The round the role is held in; no other place is then asked for. */
  readonly round: { readonly id: string; readonly title: string } | undefined;
  /** The place that stands there from the start. */
  readonly place: string | undefined;
};

/** Which role, where, and for how long. */
export function RoleFields({ t, filled, choices }: { t: Translate; filled: Filled; choices: RoleChoices }) {
  const roles = choices.roles.map((role) => ({ value: role, label: t(`organisations.role.${role}`) }));
  const more = ["validFrom", "validTo", "fte", "host"];
  const isOpen = more.some((name) => filled.values[name] || filled.problems.some(({ path }) => path === name));
  return (
    <>
      <Place t={t} filled={filled} choices={choices} />
      <Select
        t={t}
        filled={filled}
        name="role"
        required
        label={t("organisations.fields.role")}
        options={roles}
        width="medium"
      />
      <Details summary={t("organisations.fields.more")} open={isOpen}>
        <FieldRow>
          <DateField
            t={t}
            filled={filled}
            name="validFrom"
            label={t("organisations.fields.from")}
            help={t("organisations.fields.from_help")}
          />
          <DateField
            t={t}
            filled={filled}
            name="validTo"
            label={t("organisations.fields.to")}
            help={t("organisations.fields.to_help")}
          />
        </FieldRow>
        <NumberField
          t={t}
          filled={filled}
          name="fte"
          decimal
          label={t("organisations.fields.fte")}
          help={t("organisations.fields.fte_help")}
        />
        <TextField
          t={t}
          filled={filled}
          name="host"
          label={t("organisations.fields.host")}
          help={t("organisations.fields.host_help")}
        />
      </Details>
    </>
  );
}

function Place({
  t,
  filled,
  choices: { places, everywhere, round, place },
}: {
  t: Translate;
  filled: Filled;
  choices: RoleChoices;
}) {
  if (round) {
    return (
      <p>
        {t("organisations.fields.round", { title: round.title })}
        <input type="hidden" name="roundId" value={round.id} />
      </p>
    );
  }
  const all = everywhere ? (
    <Checkbox t={t} filled={filled} name="everywhere" label={t("organisations.fields.everywhere")} />
  ) : null;
  if (!places) {
    return (
      <>
        <TextField
          t={t}
          filled={filled}
          name="place"
          required={!everywhere}
          label={t("organisations.fields.place")}
          help={t("organisations.fields.place_written_help")}
          value={place}
        />
        {all}
      </>
    );
  }
  const options = places.map(({ id, path }) => ({ value: id, label: nameInPlace(path) }));
  return (
    <Select
      t={t}
      filled={filled}
      name="place"
      required
      label={t("organisations.fields.place")}
      help={t("organisations.fields.place_help")}
      options={options}
      value={place ?? (options.length === 1 ? options[0]?.value : undefined)}
      width="medium"
    />
  );
}
