import type { Translate } from "#kernel/messages.ts";
import {
  type Contributor,
  perspectives,
  type PlanItem,
  type Theme,
} from "#features/circles/session-plan/session-plan.ts";
import { FieldRow, NumberField, OneOfSeveral, Select, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type RowProps<Row> = { t: Translate; filled: Filled; index: number; row: Row | undefined };

/** One theme of a circle, or room for one more. */
export function ThemeRow({ t, filled, index, row }: RowProps<{ readonly id?: Theme["id"]; readonly name: string }>) {
  return (
    <OneOfSeveral legend={row ? t("plan.theme_number", { number: index + 1 }) : t("plan.theme_new")}>
      {row?.id ? <input type="hidden" name={`themes.${index}.id`} value={row.id} /> : null}
      <FieldRow>
        <TextField t={t} filled={filled} name={`themes.${index}.name`} label={t("plan.name")} value={row?.name} />
        <NumberField t={t} filled={filled} name={`themes.${index}.place`} label={t("plan.place")} value={index + 1} />
      </FieldRow>
    </OneOfSeveral>
  );
}

/** One piece of a meeting's plan, or room for one more. */
export function ItemRow({ t, filled, index, row }: RowProps<PlanItem>) {
  const at = (field: string) => `items.${index}.${field}`;
  return (
    <OneOfSeveral legend={row ? t("plan.item_number", { number: index + 1 }) : t("plan.item_new")}>
      {row?.part ? <input type="hidden" name={at("part")} value={row.part} /> : null}
      <FieldRow>
        <TextField t={t} filled={filled} name={at("heading")} label={t("plan.heading")} value={row?.heading} />
        <NumberField t={t} filled={filled} name={at("minutes")} label={t("plan.minutes")} value={row?.minutes} />
        <NumberField t={t} filled={filled} name={at("place")} label={t("plan.place")} value={index + 1} />
      </FieldRow>
      <TextArea
        t={t}
        filled={filled}
        name={at("text")}
        label={t("plan.text")}
        help={t("plan.no_clients")}
        value={row?.text}
        rows={2}
      />
    </OneOfSeveral>
  );
}

/** Somebody who contributes to a meeting, or room for one more. */
export function ContributorRow({ t, filled, index, row }: RowProps<Contributor>) {
  const at = (field: string) => `contributors.${index}.${field}`;
  return (
    <OneOfSeveral legend={row ? t("plan.contributor_number", { number: index + 1 }) : t("plan.contributor_new")}>
      <TextField t={t} filled={filled} name={at("name")} label={t("plan.person_name")} value={row?.name} />
      <FieldRow>
        <TextField t={t} filled={filled} name={at("role")} label={t("plan.role")} value={row?.role} />
        <TextField
          t={t}
          filled={filled}
          name={at("organisation")}
          label={t("plan.organisation")}
          value={row?.organisation}
        />
      </FieldRow>
      <Select
        t={t}
        filled={filled}
        name={at("perspective")}
        label={t("plan.perspective")}
        options={perspectives.map((value) => ({ value, label: t(`plan.perspective.${value}`) }))}
        value={row?.perspective}
        width="medium"
      />
      <TextField
        t={t}
        filled={filled}
        name={at("ownWord")}
        label={t("plan.own_word")}
        help={t("plan.own_word_help")}
        value={row?.ownWord}
        width="medium"
      />
    </OneOfSeveral>
  );
}
