import type { Translate } from "#kernel/messages.ts";
import { consultationOf } from "#features/circles/registration/application-questions.ts";
import { type ImportField, importFields } from "#features/circles/registration/imports/import-columns.ts";
import type { ImportMapping } from "#features/circles/registration/imports/import-mapping.ts";
import { sectors, writtenDownWays } from "#features/circles/registration/registration.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { Button } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Checkbox, Fieldset, Select, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";

type ColumnsProps = {
  t: Translate;
  round: RoundFacts;
  header: readonly string[];
  mapping: ImportMapping;
  action: string;
  isOpen: boolean;
  filled: Filled;
};

/** How the columns of a file are understood: proposed by their headings, put right here. */
export function ImportColumns({ t, round, header, mapping, action, isOpen, filled }: ColumnsProps) {
  const options = header.map((heading, place) => ({ value: String(place), label: heading || String(place + 1) }));
  const column = (name: string, label: string, place: number | undefined) => (
    <Select
      t={t}
      filled={filled}
      name={name}
      label={label}
      value={place === undefined ? "" : String(place)}
      empty={t("registration.import.not_in_file")}
      options={options}
      width="medium"
      required
    />
  );
  const read = new Set([...Object.values(mapping.columns), ...Object.values(mapping.rules)]);
  const unread = header.filter((heading, place) => heading !== "" && !read.has(place));
  return (
    <Details summary={t("registration.import.columns")} open={isOpen}>
      <Form t={t} filled={filled} action={action}>
        <Fieldset legend={t("registration.import.columns")} help={t("registration.import.columns_help")}>
          {fieldsOf(round).map((field) =>
            column(`columns.${field}`, t(`registration.import.field.${field}`), mapping.columns[field]),
          )}
          {round.rules.map(({ id, text }) =>
            column(`rules.${id}`, t("registration.import.rule", { rule: text }), mapping.rules[id]),
          )}
        </Fieldset>
        {unread.length > 0 ? (
          <p class="muted">{t("registration.import.unread", { headings: unread.join(", ") })}</p>
        ) : null}
        <Fieldset legend={t("registration.import.same")} help={t("registration.import.same_help")}>
          {(["employer", "workplace", "profession"] as const).map((field) => (
            <TextField
              t={t}
              filled={filled}
              name={`same.${field}`}
              label={t(`registration.import.field.${field}`)}
              value={mapping.same[field]}
              autocomplete="off"
              width="medium"
            />
          ))}
          <Select
            t={t}
            filled={filled}
            name="same.sector"
            label={t("registration.import.field.sector")}
            value={mapping.same.sector}
            options={sectors.map((value) => ({ value, label: t(`registration.page.sector.${value}`) }))}
            width="medium"
          />
          <Select
            t={t}
            filled={filled}
            name="way"
            label={t("registration.import.way")}
            value={mapping.way}
            empty={false}
            options={writtenDownWays.map((value) => ({ value, label: t(`registration.way.${value}`) }))}
            width="medium"
            required
          />
          {consultationOf(round) === "declared" ? (
            <Checkbox
              t={t}
              filled={filled}
              name="managerDeclared"
              value="yes"
              checked={mapping.managerDeclared === true}
              label={t("registration.import.settled")}
            />
          ) : null}
        </Fieldset>
        <FormEnd>
          <Button quiet>{t("registration.import.read_again")}</Button>
        </FormEnd>
      </Form>
    </Details>
  );
}

/** What a round does not ask is not read either. */
function fieldsOf(round: RoundFacts): ImportField[] {
  const consults = consultationOf(round);
  const left: Partial<Record<ImportField, boolean>> = {
    ageGroup: round.asksAgeGroup,
    diet: round.asksDiet,
    adaptation: round.asksAdaptation,
    postalAddress: round.materialByPost === true,
    managerName: consults !== "none",
    managerEmail: consults === "confirmed",
  };
  return importFields.filter((field) => left[field] ?? true);
}
