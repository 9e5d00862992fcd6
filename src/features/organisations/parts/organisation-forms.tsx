import type { Translate } from "#kernel/messages.ts";
import { addedKinds, relationKinds } from "#features/organisations/organisation.ts";
import type { OrganisationShown } from "#features/organisations/parts/organisation-view.tsx";
import { Button } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { DateField, FieldRow, Select, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type FormProps = { t: Translate; filled: Filled; organisation: OrganisationShown };

export function AddForm({
  t,
  filled,
  parent,
}: Omit<FormProps, "organisation"> & { parent: { name: string; slug: string } | undefined }) {
  const kinds = addedKinds.map((kind) => ({ value: kind, label: t(`organisations.kind.${kind}`) }));
  return (
    <Narrow>
      <PageHeading
        heading={t("organisations.form.add")}
        lead={parent ? t("organisations.form.add_under", { name: parent.name }) : t("organisations.form.add_lead")}
      />
      <Form t={t} action="/organisationer/ny" filled={filled} hidden={parent ? { under: parent.slug } : {}}>
        <Select
          t={t}
          filled={filled}
          name="kind"
          required
          label={t("organisations.form.kind")}
          options={kinds}
          width="medium"
        />
        <TextField t={t} filled={filled} name="name" required label={t("organisations.form.name")} />
        <TextField
          t={t}
          filled={filled}
          name="shortName"
          label={t("organisations.form.short")}
          help={t("organisations.form.short_help")}
          width="medium"
        />
        <TextField t={t} filled={filled} name="contactEmail" type="email" label={t("organisations.form.contact")} />
        <DateField t={t} filled={filled} name="validFrom" label={t("organisations.form.from")} />
        <FormEnd>
          <Button>{t("organisations.form.add_press")}</Button>
          <a href={parent ? `/organisationer/${parent.slug}` : "/organisationer"}>{t("ui.cancel")}</a>
        </FormEnd>
      </Form>
    </Narrow>
  );
}

export function RenameForm({ t, filled, organisation }: FormProps) {
  const { name, shortName, slug } = organisation;
  return (
    <Narrow>
      <PageHeading heading={t("organisations.form.rename", { name })} lead={t("organisations.form.rename_lead")} />
      <Form t={t} action={`/organisationer/${slug}/namn`} filled={filled}>
        <TextField t={t} filled={filled} name="name" required label={t("organisations.form.name")} value={name} />
        <TextField
          t={t}
          filled={filled}
          name="shortName"
          label={t("organisations.form.short")}
          help={t("organisations.form.short_help")}
          value={shortName}
          width="medium"
        />
        <FormEnd>
          <Button>{t("organisations.form.rename_press")}</Button>
          <a href={`/organisationer/${slug}`}>{t("ui.cancel")}</a>
        </FormEnd>
      </Form>
    </Narrow>
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
    <Narrow>
      <PageHeading heading={t("organisations.form.relate", { name })} lead={t("organisations.form.relate_lead")} />
      <Form t={t} action={`/organisationer/${slug}/samband`} filled={filled}>
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
        <FormEnd>
          <Button>{t("organisations.form.relate_press")}</Button>
          <a href={`/organisationer/${slug}`}>{t("ui.cancel")}</a>
        </FormEnd>
      </Form>
    </Narrow>
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
    <Narrow>
      <PageHeading
        kicker={organisation.name}
        heading={t("organisations.form.end_relation")}
        lead={t("organisations.form.end_relation_lead", { relation: said, other: relation.other })}
      />
      <Form t={t} action={`/organisationer/${slug}/samband/${relation.id}`} filled={filled}>
        <DateField t={t} filled={filled} name="lastDay" required label={t("organisations.form.last_day")} />
        <FormEnd>
          <Button>{t("organisations.form.end_relation")}</Button>
          <a href={`/organisationer/${slug}`}>{t("ui.cancel")}</a>
        </FormEnd>
      </Form>
    </Narrow>
  );
}
