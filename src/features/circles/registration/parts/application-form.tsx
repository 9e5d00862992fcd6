import type { Child } from "hono/jsx";
import type { Translate } from "#kernel/messages.ts";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { applicationLabels, draftOf } from "#features/circles/registration/parts/application-labels.ts";
import { questionsOf } from "#features/circles/registration/application-questions.ts";
import { sectors } from "#features/circles/registration/registration.ts";
import { Button } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Checkbox, Choice, Fieldset, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

export type ApplicationFormProps = {
  t: Translate;
  seen: PublicRound;
  /** Names of employers that many write. */
  employers: readonly string[];
  /** The day from which what is asked for one purpose is erased. */
  deleteAfter: Temporal.PlainDate;
  filled: Filled;
  today: Temporal.PlainDate;
};

/** Everything a round asks of somebody who wants to take part, one group a subject. (R110, R115, R116, R117) */
export function ApplicationForm(props: ApplicationFormProps) {
  const { t, seen, filled } = props;
  return (
    <Form t={t} filled={filled} labels={applicationLabels(t, seen)} keepDraft={draftOf(seen.round.slug)}>
      <AboutYou {...props} />
      <YourWork {...props} />
      <Rules {...props} />
      <RoundAsks {...props} />
      <YourManager {...props} />
      <YourWords {...props} />
      <div class="stack">
        <p>
          {t(
            seen.round.allocation === "selection"
              ? "registration.page.form.next_selection"
              : "registration.page.form.next",
          )}
        </p>
        <p class="muted">
          {t("registration.page.form.privacy", { organiser: seen.organiser.name })}{" "}
          <a href="/personuppgifter">{t("registration.page.form.privacy_more")}</a>
        </p>
        <FormEnd>
          <Button>{t("registration.page.form.send")}</Button>
        </FormEnd>
      </div>
    </Form>
  );
}

function AboutYou({ t, filled }: ApplicationFormProps) {
  return (
    <Fieldset legend={t("registration.page.form.you")}>
      <TextField
        t={t}
        filled={filled}
        name="name"
        label={t("registration.page.form.name")}
        autocomplete="name"
        width="medium"
        required
      />
      <TextField
        t={t}
        filled={filled}
        name="email"
        type="email"
        label={t("registration.page.form.email")}
        help={t("registration.page.form.email_help")}
        autocomplete="email"
        width="medium"
        required
      />
    </Fieldset>
  );
}

function YourWork({ t, filled, employers }: ApplicationFormProps) {
  const text = (name: "workplace" | "profession", autocomplete: string) => (
    <TextField
      t={t}
      filled={filled}
      name={name}
      label={t(`registration.page.form.${name}`)}
      help={t(`registration.page.form.${name}_help`)}
      autocomplete={autocomplete}
      width="medium"
      required
    />
  );
  return (
    <Fieldset legend={t("registration.page.form.work")}>
      <TextField
        t={t}
        filled={filled}
        name="employer"
        label={t("registration.page.form.employer")}
        help={t("registration.page.form.employer_help")}
        autocomplete="organization"
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
        label={t("registration.page.form.sector")}
        required
        options={sectors.map((value) => ({ value, label: t(`registration.page.sector.${value}`) }))}
      />
    </Fieldset>
  );
}

/** A required rule keeps somebody out, and says so before they answer; a recommended one never does. (R114) */
function Rules({ t, filled, seen }: ApplicationFormProps) {
  const { rules } = seen.round;
  if (rules.length === 0) return null;
  return (
    <Fieldset legend={t("registration.page.form.rules")} help={t("registration.page.form.rules_help")}>
      {rules.map(({ id, text, strength }) => (
        <Choice
          t={t}
          filled={filled}
          name={`meets.${id}`}
          label={text}
          help={t(`registration.page.form.rule_${strength}`)}
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
function RoundAsks({ t, filled, seen, deleteAfter }: ApplicationFormProps) {
  const asked = questionsOf(seen.round);
  const day = sayDate(t.language, deleteAfter, { weekday: false });
  const fields: Child[] = [];
  if (asked.ageGroup !== "no") {
    fields.push(
      <TextField
        t={t}
        filled={filled}
        name="ageGroup"
        label={t("registration.page.form.age_group")}
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
        label={t("registration.page.form.adaptation")}
        help={t("registration.page.form.adaptation_help", { day })}
        rows={3}
        required={asked.adaptation === "required"}
        noKeep
      />,
    );
  }
  return fields.length > 0 ? <Fieldset legend={t("registration.page.form.asks")}>{fields}</Fieldset> : null;
}

function YourManager(props: ApplicationFormProps) {
  const { t, filled, seen } = props;
  const { managerConsultation, hours } = seen.round;
  if (managerConsultation === "none") return null;
  const time = hours === null ? t("registration.page.hours_unknown") : t("registration.page.hours", { hours });
  return (
    <Fieldset
      legend={t("registration.page.form.manager")}
      help={t(`registration.page.form.manager_${managerConsultation}`)}
    >
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
          <Details summary={t("registration.page.form.manager_sees")}>
            <ul>
              <li>{t("registration.page.form.manager_sees_you")}</li>
              <li>{t("registration.page.form.manager_sees_round", { time })}</li>
              <li>{t("registration.page.form.manager_sees_mandate")}</li>
            </ul>
            <p>{t("registration.page.form.manager_sees_not")}</p>
          </Details>
        </>
      ) : (
        <Checkbox
          t={t}
          filled={filled}
          name="managerDeclared"
          value="yes"
          label={t("registration.page.form.manager_tick")}
          help={t("registration.page.form.manager_tick_help", { time })}
          required
        />
      )}
    </Fieldset>
  );
}

function YourWords({ t, filled, seen }: ApplicationFormProps) {
  const { hours } = seen.round;
  return (
    <Fieldset legend={t("registration.page.form.words")} help={t("registration.page.form.no_clients")}>
      <TextArea
        t={t}
        filled={filled}
        name="motivation"
        label={t("registration.page.form.motivation")}
        help={t(
          seen.round.allocation === "selection"
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
          label={t("registration.page.form.hours_accepted", { hours })}
          help={t("registration.page.form.hours_accepted_help")}
          required
        />
      )}
    </Fieldset>
  );
}
