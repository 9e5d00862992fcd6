import type { Translate } from "#kernel/messages.ts";
import type { OrganisationPage } from "#features/organisations/register/queries.ts";
import { Checkbox, Choice, DateField, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";

type FormProps = { t: Translate; filled: Filled; organisation: OrganisationPage };

export function MergeFields({ t, filled, organisation }: FormProps) {
  const { name, slug } = organisation;
  return (
    <FormPage
      t={t}
      action={`/organisationer/${slug}/ga-upp`}
      filled={filled}
      heading={t("organisations.merge.title", { name })}
      lead={t("organisations.merge.lead")}
      press={t("organisations.merge.press")}
      back={`/organisationer/${slug}`}
    >
      <TextField
        t={t}
        filled={filled}
        name="into"
        required
        label={t("organisations.merge.into")}
        help={t("organisations.merge.into_help")}
      />
      <Checkbox t={t} filled={filled} name="fresh" label={t("organisations.merge.fresh")} />
      <TextArea
        t={t}
        filled={filled}
        name="others"
        rows={3}
        label={t("organisations.merge.others")}
        help={t("organisations.merge.others_help")}
      />
      <When t={t} filled={filled} organisation={organisation} />
    </FormPage>
  );
}

export function SplitFields({ t, filled, organisation }: FormProps) {
  const { name, slug } = organisation;
  return (
    <FormPage
      t={t}
      action={`/organisationer/${slug}/dela`}
      filled={filled}
      heading={t("organisations.split.title", { name })}
      lead={t("organisations.split.lead")}
      press={t("organisations.split.press")}
      back={`/organisationer/${slug}`}
    >
      <TextArea
        t={t}
        filled={filled}
        name="parts"
        required
        rows={4}
        label={t("organisations.split.parts")}
        help={t("organisations.split.parts_help")}
      />
      <Checkbox t={t} filled={filled} name="fresh" label={t("organisations.split.fresh")} />
      <Choice
        t={t}
        filled={filled}
        name="after"
        required
        label={t("organisations.split.what", { name })}
        options={[
          { value: "ends", label: t("organisations.split.ends") },
          { value: "goesOn", label: t("organisations.split.goes_on") },
        ]}
      />
      <TextField
        t={t}
        filled={filled}
        name="heir"
        label={t("organisations.split.heir")}
        help={t("organisations.split.heir_help", { name })}
      />
      <When t={t} filled={filled} organisation={organisation} />
    </FormPage>
  );
}

/** From which day, by which paper; and what a new municipality's code is. */
function When({ t, filled, organisation }: FormProps) {
  return (
    <>
      {organisation.municipalityCode ? (
        <TextField
          t={t}
          filled={filled}
          name="municipalityCode"
          width="short"
          inputmode="numeric"
          label={t("organisations.succession.code")}
          help={t("organisations.succession.code_help")}
        />
      ) : null}
      <DateField t={t} filled={filled} name="day" required label={t("organisations.succession.day")} />
      <TextField t={t} filled={filled} name="source" label={t("organisations.form.source")} />
      <p class="help">{t("organisations.succession.people")}</p>
    </>
  );
}
