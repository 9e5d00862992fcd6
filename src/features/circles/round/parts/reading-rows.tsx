import type { Translate } from "#kernel/messages.ts";
import { BesideReading, type ReadingProps } from "#features/circles/round/parts/reading-fields.tsx";
import { yesNo, yesNoOf } from "#features/circles/round/parts/reading-story.tsx";
import { draftFromInvitation } from "#features/circles/round/draft/draft-from-invitation.ts";
import { dayRemarks } from "#features/circles/round/session-days.ts";
import { sessionKinds, sessionModes } from "#features/circles/round/round.ts";
import { Details } from "#ui/details.tsx";
import {
  Checkbox,
  Choice,
  DateField,
  FieldRow,
  Fieldset,
  NumberField,
  Select,
  TextField,
  TimeField,
} from "#ui/fields.tsx";

/** The meetings beside the words. A year that the text leaves open is asked for once, and used only when it is said. */
export function ReadSessions({ t, filled, source }: ReadingProps) {
  const { invitation, partialDates } = source.read;
  const { sessions } = draftFromInvitation(invitation);
  const dates = sessions.flatMap(({ date }) => date ?? []);
  return (
    <>
      {Object.keys(partialDates).length > 0 || invitation.deadline?.startsWith("--") ? (
        <Year t={t} filled={filled} source={source} />
      ) : null}
      {sessions.map((session, index) => {
        const name = (field: string) => `sessions.${index}.${field}`;
        const others = dates.filter((date) => !(session.date && date.equals(session.date)));
        const remarks = session.date ? dayRemarks(session.date, others).map((remark) => remarkText(t, remark)) : [];
        const partial = partialDates[name("date")];
        const isSaid = ["kind", "mode", "venue", "catering", "provisional", "audience"].some(
          (field) => source.read.readFrom[name(field)],
        );
        const hasProblem = filled.problems.some(({ path }) => path.startsWith(`sessions.${index}.`));
        return (
          <Fieldset legend={t("round.reading.session", { number: index + 1 })}>
            <BesideReading
              t={t}
              source={source}
              read={[name("date")]}
              doubt={partial ? t("round.reading.no_year") : remarks.join(". ") || undefined}
            >
              <FieldRow>
                <DateField
                  t={t}
                  filled={filled}
                  name={name("date")}
                  label={t("round.field.date")}
                  value={session.date?.toString()}
                />
                <TimeField
                  t={t}
                  filled={filled}
                  name={name("starts")}
                  label={t("round.field.starts")}
                  value={clockText(session.starts)}
                />
                <TimeField
                  t={t}
                  filled={filled}
                  name={name("ends")}
                  label={t("round.field.ends")}
                  value={clockText(session.ends)}
                />
              </FieldRow>
              {partial ? <input type="hidden" name={name("partial")} value={partial} /> : null}
            </BesideReading>
            <Details summary={t("round.reading.more")} open={isSaid || hasProblem}>
              <BesideReading t={t} source={source} read={[name("venue"), name("mode"), name("kind"), name("catering")]}>
                <FieldRow>
                  <Select
                    t={t}
                    filled={filled}
                    name={name("kind")}
                    label={t("round.field.sessionKind")}
                    options={sessionKinds.map((kind) => ({ value: kind, label: t(`round.sessionKind.${kind}`) }))}
                    value={session.kind}
                    empty={false}
                    required
                  />
                  <Select
                    t={t}
                    filled={filled}
                    name={name("mode")}
                    label={t("round.field.mode")}
                    options={sessionModes.map((mode) => ({ value: mode, label: t(`round.mode.${mode}`) }))}
                    value={session.mode}
                    empty={t("round.not_stated")}
                  />
                </FieldRow>
                <TextField
                  t={t}
                  filled={filled}
                  name={name("venue")}
                  label={t("round.field.venue")}
                  value={session.venue}
                />
                <Choice
                  t={t}
                  filled={filled}
                  name={name("catering")}
                  label={t("round.field.catering")}
                  options={yesNo(t)}
                  value={yesNoOf(session.catering)}
                  inline
                />
                {session.audience ? (
                  <TextField
                    t={t}
                    filled={filled}
                    name={name("audience")}
                    label={t("round.field.sessionAudience")}
                    value={session.audience}
                  />
                ) : null}
                <Checkbox
                  t={t}
                  filled={filled}
                  name={name("provisional")}
                  label={t("round.field.provisional")}
                  checked={session.provisional}
                  required
                />
                <Checkbox t={t} filled={filled} name={name("leaveOut")} label={t("round.reading.leave_out")} required />
              </BesideReading>
            </Details>
          </Fieldset>
        );
      })}
    </>
  );
}

function Year({ t, filled, source }: ReadingProps) {
  const { year } = source.read.invitation;
  const candidates = [...new Set([...(year.proposed === null ? [] : [year.proposed]), ...year.candidates])].slice(0, 6);
  return (
    <Fieldset legend={t("round.reading.year")} help={year.why ?? t("round.reading.year_help")}>
      {candidates.length > 0 ? (
        <Choice
          t={t}
          filled={filled}
          name="year"
          label={t("round.reading.year_question")}
          options={candidates.map((each) => ({
            value: String(each),
            label: each === year.proposed ? t("round.reading.year_proposed", { year: String(each) }) : String(each),
          }))}
          inline
        />
      ) : (
        <NumberField t={t} filled={filled} name="year" label={t("round.reading.year_question")} />
      )}
    </Fieldset>
  );
}

/** Rules, leaders and contacts beside the words. An emptied row is left out. */
export function ReadPeople({ t, filled, source }: ReadingProps) {
  const { rules, leaders, contacts } = draftFromInvitation(source.read.invitation);
  return (
    <>
      <Fieldset legend={t("round.section.audience")} help={t("round.reading.rows_help")}>
        {[...rules, { text: "", strength: "required" as const }].map(({ text, strength }, index) => (
          <BesideReading t={t} source={source} read={[`eligibility.${index}`]}>
            <TextField
              t={t}
              filled={filled}
              name={`rules.${index}.text`}
              label={t("round.field.rule", { number: index + 1 })}
              value={text}
            />
            <Choice
              t={t}
              filled={filled}
              name={`rules.${index}.strength`}
              label={t("round.field.strength")}
              options={(["required", "recommended"] as const).map((value) => ({
                value,
                label: t(`round.strength.${value}`),
              }))}
              value={strength}
              inline
              required
            />
          </BesideReading>
        ))}
      </Fieldset>
      <Fieldset legend={t("round.reading.leaders")} help={t("round.reading.rows_help")}>
        {[...leaders, { name: "", title: null }].map(({ name, title }, index) => (
          <BesideReading t={t} source={source} read={[`leaders.${index}.name`]}>
            <FieldRow>
              <TextField
                t={t}
                filled={filled}
                name={`leaders.${index}.name`}
                label={t("round.field.name")}
                value={name}
              />
              <TextField
                t={t}
                filled={filled}
                name={`leaders.${index}.title`}
                label={t("round.field.personTitle")}
                value={title}
              />
            </FieldRow>
            <input type="hidden" name={`leaders.${index}.part`} value="leader" />
          </BesideReading>
        ))}
      </Fieldset>
      <Fieldset legend={t("round.reading.contacts")} help={t("round.reading.rows_help")}>
        {[...contacts, { name: "", email: null, phone: null }].map(({ name, email, phone }, index) => (
          <BesideReading
            t={t}
            source={source}
            read={[`contacts.${index}.email`, `contacts.${index}.name`, `contacts.${index}.phone`]}
            doubt={name && !email && !phone ? t("round.reading.no_channel") : undefined}
          >
            <TextField
              t={t}
              filled={filled}
              name={`contacts.${index}.name`}
              label={t("round.field.name")}
              value={name}
            />
            <FieldRow>
              <TextField
                t={t}
                filled={filled}
                name={`contacts.${index}.email`}
                type="email"
                label={t("round.field.email")}
                value={email}
              />
              <TextField
                t={t}
                filled={filled}
                name={`contacts.${index}.phone`}
                type="tel"
                label={t("round.field.phone")}
                value={phone}
              />
            </FieldRow>
          </BesideReading>
        ))}
      </Fieldset>
    </>
  );
}

/** What is odd about a day, in a sentence. */
export function remarkText(t: Translate, remark: ReturnType<typeof dayRemarks>[number]): string {
  if (remark.code === "holiday") return t("round.day.holiday", { holiday: remark.holiday });
  if (remark.code === "otherWeekday") return t("round.day.otherWeekday", { usual: weekdayName(t, remark.usual) });
  return t(`round.day.${remark.code}`);
}

/** "fredagar", "Fridays": the weekday that a number stands for, Monday first. */
export function weekdayName(t: Translate, weekday: number): string {
  const monday = Temporal.PlainDate.from("2027-01-04");
  const name = monday
    .add({ days: weekday - 1 })
    .toLocaleString(t.language === "sv" ? "sv-SE" : "en-GB", { weekday: "long" });
  return t.language === "sv" ? `${name}ar` : `${name}s`;
}

/** "09:00", as a time field wants it. */
export function clockText(time: Temporal.PlainTime | null): string | null {
  return time && time.toString({ smallestUnit: "minute" });
}
