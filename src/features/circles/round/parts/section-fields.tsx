import { RoundFields, type SectionProps } from "#features/circles/round/parts/round-field.tsx";
import { ContactRow, LeaderRow, QuestionRow, RuleRow } from "#features/circles/round/parts/row-fields.tsx";
import { takesTeams } from "#features/circles/round/round.ts";
import { Fieldset } from "#ui/fields.tsx";
import { Notice } from "#ui/notice.tsx";

/** What the round is called and what it is about. */
export function BasicsFields(props: SectionProps) {
  return (
    <RoundFields
      {...props}
      names={["title", "kind", "lead", ["theme", "themeShort"], "themeDefinition", "themeSource"]}
    />
  );
}

/** Why the round is held and what shall come of it. */
export function StoryFields(props: SectionProps) {
  return (
    <RoundFields
      {...props}
      names={[
        "practiceProblem",
        "purpose",
        "goal",
        "background",
        "themeReason",
        "beneficiaries",
        "writtenOutput",
        "formText",
      ]}
    />
  );
}

/** What the round wants to find out, by source of knowledge. */
export function QuestionsFields({ t, filled, round }: SectionProps) {
  const rows = [...round.questions, ...Array.from({ length: 3 }, () => ({ source: null, text: "" }))];
  return (
    <>
      {rows.map((row, index) => (
        <QuestionRow t={t} filled={filled} index={index} row={row} />
      ))}
    </>
  );
}

/** Whom one meets, and whom one asks. */
export function PeopleFields({ t, filled, round }: SectionProps) {
  const leaders = [
    ...round.leaders,
    { name: "", title: null, part: "leader" as const },
    { name: "", title: null, part: "facilitator" as const },
  ];
  const contacts = [...round.contacts, { name: "", title: null, email: null, phone: null }];
  return (
    <>
      <Fieldset legend={t("round.reading.leaders")} help={t("round.people.leaders_help")}>
        {leaders.map((row, index) => (
          <LeaderRow t={t} filled={filled} index={index} row={row} />
        ))}
      </Fieldset>
      <Fieldset legend={t("round.reading.contacts")} help={t("round.people.contacts_help")}>
        {contacts.map((row, index) => (
          <ContactRow t={t} filled={filled} index={index} row={row} />
        ))}
      </Fieldset>
    </>
  );
}

/** Who the round is for. */
export function AudienceFields(props: SectionProps) {
  const { t, filled, round } = props;
  const rules = [...round.rules, ...Array.from({ length: 2 }, () => ({ text: "", strength: "required" as const }))];
  return (
    <>
      <RoundFields {...props} names={["audience"]} />
      <Fieldset legend={t("round.audience.rules")} help={t("round.audience.rules_help")}>
        {rules.map((row, index) => (
          <RuleRow t={t} filled={filled} index={index} row={row} />
        ))}
      </Fieldset>
    </>
  );
}

/** How many, how long, what it costs and who pays, and what applicants are asked. */
export function FrameFields(props: SectionProps) {
  const { t } = props;
  return (
    <>
      <Fieldset legend={t("round.frame.places")}>
        <RoundFields
          {...props}
          names={[["hardCapacity", "targetCapacity"], "capacityApproximate", ["minimumParticipants", "goNoGoDate"]]}
        />
      </Fieldset>
      <Fieldset legend={t("round.frame.time")}>
        <RoundFields {...props} names={["hours", "cost", "funder", "agreement", "externalLink"]} />
      </Fieldset>
      <Fieldset legend={t("round.frame.asks")} help={t("round.frame.asks_help")}>
        <RoundFields {...props} names={["materialByPost", "asksDiet", "asksAgeGroup", "asksAdaptation"]} />
      </Fieldset>
    </>
  );
}

/** How one applies and when one knows. What publishing has settled is shown, not asked. */
export function WayInFields(props: SectionProps) {
  const { t, round } = props;
  return (
    <>
      {round.state === "draft" ? (
        <RoundFields {...props} names={["allocation", "deadline", "openUntilFull"]} />
      ) : (
        <>
          <Notice t={t} action={<a href={`/planera/${round.slug}/forlang`}>{t("round.extend.title")}</a>}>
            {t("round.wayIn.settled")}
          </Notice>
          <input type="hidden" name="allocation" value={round.allocation ?? ""} />
          <input type="hidden" name="deadline" value={round.deadline?.toString() ?? ""} />
          {round.openUntilFull ? <input type="hidden" name="openUntilFull" value="on" /> : null}
        </>
      )}
      <RoundFields {...props} names={["noticeDate"]} />
      {round.noticeMonth ? <input type="hidden" name="noticeMonth" value={round.noticeMonth} /> : null}
      <RoundFields {...props} names={["managerConsultation", "answerDays", "externalForm"]} />
      {round.state === "draft" || takesTeams(round.allocation) ? (
        <Fieldset legend={t("round.wayIn.team")} help={t("round.wayIn.team_help")}>
          <RoundFields {...props} names={[["teamLeast", "teamMost"]]} />
        </Fieldset>
      ) : null}
    </>
  );
}
