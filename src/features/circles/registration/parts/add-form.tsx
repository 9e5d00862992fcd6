import {
  AboutYou,
  type FieldsProps,
  RoundAsks,
  Rules,
  YourManager,
  YourWords,
  YourWork,
} from "#features/circles/registration/parts/application-fields.tsx";
import { applicationLabels } from "#features/circles/registration/parts/application-labels.ts";
import { YourTeam } from "#features/circles/registration/parts/team-fields.tsx";
import { writtenDownWays } from "#features/circles/registration/registration.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Choice, DateField, FieldRow, Fieldset, TextField, TimeField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";

type AddFormProps = Omit<FieldsProps, "voice"> & { readonly back: string; readonly today: Temporal.PlainDate };

/** Somebody else's application, written down by staff: how and when it came in, and then what the round asks. */
export function AddForm({ back, today, ...given }: AddFormProps) {
  const { t, filled, seen } = given;
  const props: FieldsProps = { ...given, voice: "staff" };
  return (
    <Form t={t} filled={filled} labels={applicationLabels(t, seen)}>
      <Fieldset legend={t("registration.add.arrival")} help={t("registration.add.when_help")}>
        <Choice
          t={t}
          filled={filled}
          name="way"
          label={t("registration.add.way")}
          required
          inline
          options={writtenDownWays.map((value) => ({ value, label: t(`registration.way.${value}`) }))}
        />
        <FieldRow>
          <DateField
            t={t}
            filled={filled}
            name="reachedDate"
            label={t("registration.add.date")}
            max={today.toString()}
            required
          />
          <TimeField t={t} filled={filled} name="reachedTime" label={t("registration.add.time")} required />
        </FieldRow>
      </Fieldset>
      <AboutYou {...props}>
        <TextField
          t={t}
          filled={filled}
          name="phone"
          type="tel"
          label={t("registration.add.phone")}
          help={t("registration.add.phone_help")}
          autocomplete="off"
          width="medium"
        />
      </AboutYou>
      <YourWork {...props} />
      <YourTeam {...props} />
      <Rules {...props} />
      <RoundAsks {...props} />
      <YourManager {...props} />
      <YourWords {...props} />
      <FormEnd>
        <Button>{t("registration.add.send")}</Button>
        <LinkButton href={back} plain>
          {t("ui.cancel")}
        </LinkButton>
      </FormEnd>
    </Form>
  );
}
