import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { consultationOf, questionsOf } from "#features/circles/registration/application-questions.ts";
import { sayAs, type Voice } from "#features/circles/registration/parts/form-voice.ts";
import { sectors } from "#features/circles/registration/registration.ts";
import { isAssessed } from "#features/circles/round/round.ts";
import { Details } from "#ui/details.tsx";
import { Checkbox, Choice, Fieldset, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { sayDate } from "#ui/swedish-dates.ts";

export type FieldsProps = {
  t: Translate;
  /** Who fills in the form: the applicant, somebody on the staff, or whoever signs for a principal. */
  voice: Voice;
  seen: PublicRound;
  /** Names of employers that many write. */
  employers: readonly string[];
  /** The day from which what is asked for one purpose is erased. */
  deleteAfter: Temporal.PlainDate;
  filled: Filled;
};

export function AboutYou({ t, filled, voice, children }: FieldsProps & { children?: Child }) {
  const say = sayAs(t, voice);
  return (
    <Fieldset legend={say("you")}>
      <TextField t={t} filled={filled} name="name" label={say("name")} autocomplete="name" width="medium" required />
      <TextField
        t={t}
        filled={filled}
        name="email"
        type="email"
        label={say("email")}
        help={say("email_help")}
        autocomplete={voice === "staff" ? "off" : "email"}
        width="medium"
        required={voice !== "staff"}
      />
      {children}
    </Fieldset>
  );
}

export function YourWork({ t, filled, employers, voice }: FieldsProps) {
  const say = sayAs(t, voice);
  const text = (name: "workplace" | "profession", autocomplete: string) => (
    <TextField
      t={t}
      filled={filled}
      name={name}
      label={t(`registration.page.form.${name}`)}
      help={voice === "staff" ? undefined : t(`registration.page.form.${name}_help`)}
      autocomplete={voice === "staff" ? "off" : autocomplete}
      width="medium"
      required
    />
  );
  return (
    <Fieldset legend={say("work")}>
      <TextField
        t={t}
        filled={filled}
        name="employer"
        label={t("registration.page.form.employer")}
        help={voice === "staff" ? undefined : t("registration.page.form.employer_help")}
        autocomplete={voice === "staff" ? "off" : "organization"}
        suggestions={employers}
        width="medium"
        required
      />
      {text("workplace", "off")}
      {text("profession", "organization-title")}
      <Choice
        t={t}
        filled={filled}
        name="sector"
        label={say("sector")}
        required
        options={sectors.map((value) => ({ value, label: t(`registration.page.sector.${value}`) }))}
      />
    </Fieldset>
  );
}

/** A required rule keeps somebody out, and says so before they answer; a recommended one never does. (R114) */
export function Rules({ t, filled, seen, voice }: FieldsProps) {
  const say = sayAs(t, voice);
  const { rules } = seen.round;
  if (rules.length === 0) return null;
  return (
    <Fieldset legend={t("registration.page.form.rules")} help={say("rules_help")}>
      {rules.map(({ id, text, strength }) => (
        <Choice
          t={t}
          filled={filled}
          name={`meets.${id}`}
          label={text}
          help={voice === "staff" ? undefined : t(`registration.page.form.rule_${strength}`)}
          required={strength === "required"}
          inline
          options={[
            { value: "yes", label: t("registration.page.yes") },
            { value: "no", label: t("registration.page.no") },
          ]}
        />
      ))}
    </Fieldset>
  );
}

/** Only what this round needs. What concerns the body or the home has its purpose and its last day beside it. (R011) */
export function RoundAsks({ t, filled, seen, deleteAfter, voice }: FieldsProps) {
  const say = sayAs(t, voice);
  const asked = questionsOf(seen.round);
  const day = sayDate(t.language, deleteAfter, { weekday: false });
  const fields: Child[] = [];
  if (asked.ageGroup !== "no") {
    fields.push(
      <TextField
        t={t}
        filled={filled}
        name="ageGroup"
        label={say("age_group")}
        help={t("registration.page.form.age_group_help")}
        width="medium"
        required={asked.ageGroup === "required"}
      />,
    );
  }
  if (asked.postalAddress !== "no") {
    fields.push(
      <TextArea
        t={t}
        filled={filled}
        name="postalAddress"
        label={t("registration.page.form.postal_address")}
        help={t("registration.page.form.postal_address_help", { day })}
        rows={3}
        required={asked.postalAddress === "required"}
        noKeep
      />,
    );
  }
  if (asked.diet !== "no") {
    fields.push(
      <TextField
        t={t}
        filled={filled}
        name="diet"
        label={t("registration.page.form.diet")}
        help={t("registration.page.form.diet_help", { day })}
        autocomplete="off"
        required={asked.diet === "required"}
        noKeep
      />,
    );
  }
  if (asked.adaptation !== "no") {
    fields.push(
      <TextArea
        t={t}
        filled={filled}
        name="adaptation"
        label={say("adaptation")}
        help={t("registration.page.form.adaptation_help", { day })}
        rows={3}
        required={asked.adaptation === "required"}
        noKeep
      />,
    );
  }
  return fields.length > 0 ? <Fieldset legend={t("registration.page.form.asks")}>{fields}</Fieldset> : null;
}

export function YourManager(props: FieldsProps) {
  const { t, filled, seen, voice } = props;
  const say = sayAs(t, voice);
  const { hours } = seen.round;
  const managerConsultation = consultationOf(seen.round);
  if (managerConsultation === "none") return null;
  const time = hours === null ? t("registration.page.hours_unknown") : t("registration.page.hours", { hours });
  return (
    <Fieldset legend={say("manager")} help={say(`manager_${managerConsultation}`)}>
      <TextField
        t={t}
        filled={filled}
        name="managerName"
        label={t("registration.page.form.manager_name")}
        autocomplete="off"
        width="medium"
        required
      />
      {managerConsultation === "confirmed" ? (
        <>
          <TextField
            t={t}
            filled={filled}
            name="managerEmail"
            type="email"
            label={t("registration.page.form.manager_email")}
            help={t("registration.page.form.manager_email_help")}
            autocomplete="off"
            width="medium"
            required
          />
          {voice === "staff" ? null : (
            <Details summary={t("registration.page.form.manager_sees")}>
              <ul>
                <li>{t("registration.page.form.manager_sees_you")}</li>
                <li>{t("registration.page.form.manager_sees_round", { time })}</li>
                <li>{t("registration.page.form.manager_sees_mandate")}</li>
              </ul>
              <p>{t("registration.page.form.manager_sees_not")}</p>
            </Details>
          )}
        </>
      ) : (
        <Checkbox
          t={t}
          filled={filled}
          name="managerDeclared"
          value="yes"
          label={say("manager_tick")}
          help={say("manager_tick_help", { time })}
          required
        />
      )}
    </Fieldset>
  );
}

export function YourWords({ t, filled, seen, voice }: FieldsProps) {
  const say = sayAs(t, voice);
  const { hours } = seen.round;
  return (
    <Fieldset legend={say("words")} help={t("registration.page.form.no_clients")}>
      <TextArea
        t={t}
        filled={filled}
        name="motivation"
        label={say("motivation")}
        help={t(
          isAssessed(seen.round.allocation)
            ? "registration.page.form.motivation_selection"
            : "registration.page.form.motivation_help",
        )}
        limit={2_000}
      />
      {hours === null ? null : (
        <Checkbox
          t={t}
          filled={filled}
          name="hoursAccepted"
          value="yes"
          label={say("hours_accepted", { hours })}
          help={t("registration.page.form.hours_accepted_help")}
          required
        />
      )}
    </Fieldset>
  );
}
