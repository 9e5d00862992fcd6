import type { Translate } from "#kernel/messages.ts";
import { addedKinds, relationKinds } from "#features/organisations/organisation.ts";
import type { OrganisationShown } from "#features/organisations/parts/organisation-view.tsx";
import { DateField, FieldRow, Select, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";

type FormProps = { t: Translate; filled: Filled; organisation: OrganisationShown };

export function AddForm({
  t,
  filled,
  parent,
}: Omit<FormProps, "organisation"> & { parent: { name: string; slug: string } | undefined }) {
  const kinds = addedKinds.map((kind) => ({ value: kind, label: t(`organisations.kind.${kind}`) }));
  return (
    <FormPage
      t={t}
      action="/organisationer/ny"
      filled={filled}
      hidden={parent ? { under: parent.slug } : {}}
      heading={t("organisations.form.add")}
      lead={parent ? t("organisations.form.add_under", { name: parent.name }) : t("organisations.form.add_lead")}
      press={t("organisations.form.add_press")}
      back={parent ? `/organisationer/${parent.slug}` : "/organisationer"}
    >
      <Select
        t={t}
        filled={filled}
        name="kind"
        required
        label={t("organisations.form.kind")}
        options={kinds}
        width="medium"
      />
      <NameFields t={t} filled={filled} />
      <TextField t={t} filled={filled} name="contactEmail" type="email" label={t("organisations.form.contact")} />
      <DateField t={t} filled={filled} name="validFrom" label={t("organisations.form.from")} />
    </FormPage>
  );
}

export function RenameForm({ t, filled, organisation }: FormProps) {
  const { name, slug } = organisation;
  return (
    <FormPage
      t={t}
      action={`/organisationer/${slug}/namn`}
      filled={filled}
      heading={t("organisations.form.rename", { name })}
      lead={t("organisations.form.rename_lead")}
      press={t("organisations.form.rename_press")}
      back={`/organisationer/${slug}`}
    >
      <NameFields t={t} filled={filled} organisation={organisation} />
      <DateField
        t={t}
        filled={filled}
        name="from"
        label={t("organisations.rename.from")}
        help={t("organisations.rename.from_help")}
      />
      <TextField t={t} filled={filled} name="source" label={t("organisations.form.source")} />
    </FormPage>
  );
}

export function RelateForm({ t, filled, organisation }: FormProps) {
  const { name, slug } = organisation;
  const relations = relationKinds.flatMap((kind) =>
    (["out", "in"] as const).map((way) => ({
      value: `${kind}.${way}`,
      label: t(`organisations.relation.${kind}.${way}`),
    })),
  );
  return (
    <FormPage
      t={t}
      action={`/organisationer/${slug}/samband`}
      filled={filled}
      heading={t("organisations.form.relate", { name })}
      lead={t("organisations.form.relate_lead")}
      press={t("organisations.form.relate_press")}
      back={`/organisationer/${slug}`}
    >
      <Select
        t={t}
        filled={filled}
        name="relation"
        required
        label={t("organisations.form.relation")}
        options={relations}
        width="medium"
      />
      <TextField t={t} filled={filled} name="other" required label={t("organisations.form.other")} />
      <FieldRow>
        <DateField t={t} filled={filled} name="validFrom" label={t("organisations.form.first_day")} />
        <DateField t={t} filled={filled} name="validTo" label={t("organisations.form.last_day")} />
      </FieldRow>
      <TextField t={t} filled={filled} name="source" label={t("organisations.form.source")} />
    </FormPage>
  );
}

export function EndRelationForm({
  t,
  filled,
  organisation,
  relation,
}: FormProps & { relation: OrganisationShown["relations"][number] }) {
  const { slug } = organisation;
  const said = t(`organisations.relation.${relation.kind}.${relation.out ? "out" : "in"}`);
  return (
    <FormPage
      t={t}
      action={`/organisationer/${slug}/samband/${relation.id}`}
      filled={filled}
      kicker={organisation.name}
      heading={t("organisations.form.end_relation")}
      lead={t("organisations.form.end_relation_lead", { relation: said, other: relation.other })}
      press={t("organisations.form.end_relation")}
      back={`/organisationer/${slug}`}
    >
      <DateField t={t} filled={filled} name="lastDay" required label={t("organisations.form.last_day")} />
    </FormPage>
  );
}

/** What an organisation is called, in full and for short. */
function NameFields({ t, filled, organisation }: Pick<FormProps, "t" | "filled"> & Partial<FormProps>) {
  return (
    <>
      <TextField
        t={t}
        filled={filled}
        name="name"
        required
        label={t("organisations.form.name")}
        value={organisation?.name}
      />
      <TextField
        t={t}
        filled={filled}
        name="shortName"
        label={t("organisations.form.short")}
        help={t("organisations.form.short_help")}
        value={organisation?.shortName}
        width="medium"
      />
    </>
  );
}
