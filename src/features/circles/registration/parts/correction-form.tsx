import { consultationOf } from "#features/circles/registration/application-questions.ts";
import { type FieldsProps, YourWork } from "#features/circles/registration/parts/application-fields.tsx";
import { applicationLabels } from "#features/circles/registration/parts/application-labels.ts";
import { TeamPeople } from "#features/circles/registration/parts/team-fields.tsx";
import { Fieldset, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type CorrectionFormProps = Pick<FieldsProps, "t" | "filled"> & {
  found: Pick<FieldsProps, "seen" | "employers" | "deleteAfter"> & { readonly name: string };
  back: string;
};

/** The details of an application that staff may put right, as they stand. */
export function CorrectionForm({ t, found, filled, back }: CorrectionFormProps) {
  const { seen, name } = found;
  const { round } = seen;
  const consults = consultationOf(round);
  const text = (field: "name" | "phone" | "ageGroup" | "managerName", label: string, required = false) => (
    <TextField t={t} filled={filled} name={field} label={label} autocomplete="off" width="medium" required={required} />
  );
  return (
    <FormPage
      t={t}
      filled={filled}
      labels={applicationLabels(t, seen)}
      kicker={<a href={back}>{name}</a>}
      heading={t("registration.correct.heading", { name })}
      lead={t("registration.correct.lead")}
      press={t("registration.correct.send")}
      back={back}
    >
      <Fieldset legend={t("registration.add.you")}>
        {text("name", t("registration.page.answer.name"), true)}
        <TextField
          t={t}
          filled={filled}
          name="email"
          type="email"
          label={t("registration.add.email")}
          help={t("registration.correct.email_help")}
          autocomplete="off"
          width="medium"
        />
        {text("phone", t("registration.add.phone"))}
        {round.asksAgeGroup ? text("ageGroup", t("registration.page.answer.age_group")) : null}
      </Fieldset>
      <YourWork t={t} filled={filled} voice="staff" {...found} />
      <TeamPeople t={t} filled={filled} seen={seen} />
      {consults === "none" ? null : (
        <Fieldset legend={t("registration.add.manager")}>
          {text("managerName", t("registration.page.form.manager_name"))}
          {consults === "confirmed" ? (
            <TextField
              t={t}
              filled={filled}
              name="managerEmail"
              type="email"
              label={t("registration.page.form.manager_email")}
              help={t("registration.correct.manager_help")}
              autocomplete="off"
              width="medium"
            />
          ) : null}
        </Fieldset>
      )}
    </FormPage>
  );
}
