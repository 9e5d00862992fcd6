import type { Translate } from "#kernel/messages.ts";
import { draftFromInvitation } from "#features/circles/round/draft/draft-from-invitation.ts";
import type { KeptSource } from "#features/circles/round/draft/queries.ts";
import { BesideReading } from "#features/circles/round/parts/reading-fields.tsx";
import { dayRemarkText } from "#features/circles/round/parts/remarks.tsx";
import { ContactRow, LeaderRow, RuleRow } from "#features/circles/round/parts/row-fields.tsx";
import { SessionPlace, SessionTime } from "#features/circles/round/parts/session-fields.tsx";
import { dayRemarks } from "#features/circles/round/session-days.ts";
import { Details } from "#ui/details.tsx";
import { Checkbox, Choice, Fieldset, NumberField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type ReadingProps = { t: Translate; filled: Filled; source: KeptSource };

/** The meetings beside the words. A year that the text leaves open is asked for once, and used only when it is said. */
export function ReadSessions({ t, filled, source }: ReadingProps) {
  const { invitation, partialDates, readFrom } = source.read;
  const { sessions } = draftFromInvitation(invitation);
  const dates = sessions.flatMap(({ date }) => date ?? []);
  return (
    <>
      {Object.keys(partialDates).length > 0 || invitation.deadline?.startsWith("--") ? (
        <Year t={t} filled={filled} source={source} />
      ) : null}
      {sessions.map((plan, index) => {
        const at = `sessions.${index}.`;
        const others = dates.filter((date) => !(plan.date && date.equals(plan.date)));
        const remarks = plan.date ? dayRemarks(plan.date, others).map((remark) => dayRemarkText(t, remark)) : [];
        const partial = partialDates[`${at}date`];
        const isSaid = ["kind", "mode", "venue", "catering", "provisional", "audience"].some(
          (field) => readFrom[`${at}${field}`],
        );
        const hasProblem = filled.problems.some(({ path }) => path.startsWith(at));
        return (
          <Fieldset legend={t("round.reading.session", { number: index + 1 })}>
            <BesideReading
              t={t}
              source={source}
              read={[`${at}date`]}
              doubt={partial ? t("round.reading.no_year") : remarks.join(". ") || undefined}
            >
              <SessionTime t={t} filled={filled} plan={plan} at={at} />
              {partial ? <input type="hidden" name={`${at}partial`} value={partial} /> : null}
            </BesideReading>
            <Details summary={t("round.reading.more")} open={isSaid || hasProblem}>
              <BesideReading t={t} source={source} read={[`${at}venue`, `${at}mode`, `${at}kind`, `${at}catering`]}>
                <SessionPlace t={t} filled={filled} plan={plan} at={at} brief />
                <Checkbox t={t} filled={filled} name={`${at}leaveOut`} label={t("round.reading.leave_out")} />
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
        {[...rules, { text: "", strength: "required" as const }].map((row, index) => (
          <BesideReading t={t} source={source} read={[`eligibility.${index}`]}>
            <RuleRow t={t} filled={filled} index={index} row={row} />
          </BesideReading>
        ))}
      </Fieldset>
      <Fieldset legend={t("round.reading.leaders")} help={t("round.reading.rows_help")}>
        {[...leaders, { name: "", title: null, part: "leader" as const }].map((row, index) => (
          <BesideReading t={t} source={source} read={[`leaders.${index}.name`]}>
            <LeaderRow t={t} filled={filled} index={index} row={row} brief />
          </BesideReading>
        ))}
      </Fieldset>
      <Fieldset legend={t("round.reading.contacts")} help={t("round.reading.rows_help")}>
        {[...contacts, { name: "", title: null, email: null, phone: null }].map((row, index) => (
          <BesideReading
            t={t}
            source={source}
            read={[`contacts.${index}.email`, `contacts.${index}.name`, `contacts.${index}.phone`]}
            doubt={row.name && !row.email && !row.phone ? t("round.reading.no_channel") : undefined}
          >
            <ContactRow t={t} filled={filled} index={index} row={row} brief />
          </BesideReading>
        ))}
      </Fieldset>
    </>
  );
}
