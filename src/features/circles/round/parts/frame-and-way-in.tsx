import type { SectionProps } from "#features/circles/round/parts/basics-and-story.tsx";
import { yesNo, yesNoOf } from "#features/circles/round/parts/reading-story.tsx";
import { allocations, managerConsultations } from "#features/circles/round/round.ts";
import { Checkbox, Choice, DateField, FieldRow, Fieldset, NumberField, TextField } from "#ui/fields.tsx";
import { Notice } from "#ui/notice.tsx";

/** How many, how long, what it costs and who pays, and what applicants are asked. */
export function FrameFields({ t, filled, round }: SectionProps) {
  return (
    <>
      <Fieldset legend={t("round.frame.places")}>
        <FieldRow>
          <NumberField
            t={t}
            filled={filled}
            name="hardCapacity"
            label={t("round.field.hardCapacity")}
            help={t("round.field.hardCapacity_help")}
            value={round.hardCapacity}
          />
          <NumberField
            t={t}
            filled={filled}
            name="targetCapacity"
            label={t("round.field.targetCapacity")}
            help={t("round.field.targetCapacity_help")}
            value={round.targetCapacity}
          />
        </FieldRow>
        <Checkbox
          t={t}
          filled={filled}
          name="capacityApproximate"
          label={t("round.field.capacityApproximate")}
          checked={round.capacityApproximate}
          required
        />
        <FieldRow>
          <NumberField
            t={t}
            filled={filled}
            name="minimumParticipants"
            label={t("round.field.minimumParticipants")}
            help={t("round.field.minimumParticipants_help")}
            value={round.minimumParticipants}
          />
          <DateField
            t={t}
            filled={filled}
            name="goNoGoDate"
            label={t("round.field.goNoGoDate")}
            value={round.goNoGoDate?.toString()}
          />
        </FieldRow>
      </Fieldset>
      <Fieldset legend={t("round.frame.time")}>
        <NumberField
          t={t}
          filled={filled}
          name="hours"
          label={t("round.field.hours")}
          help={t("round.field.hours_help")}
          value={round.hours}
          unit={t("round.unit.hours")}
        />
        <NumberField
          t={t}
          filled={filled}
          name="cost"
          label={t("round.field.cost")}
          help={t("round.field.cost_help")}
          value={round.cost}
          unit={t("round.unit.kronor")}
        />
        <TextField t={t} filled={filled} name="funder" label={t("round.field.funder")} value={round.funder} />
        <TextField
          t={t}
          filled={filled}
          name="agreement"
          label={t("round.field.agreement")}
          help={t("round.field.agreement_help")}
          value={round.agreement}
        />
        <TextField
          t={t}
          filled={filled}
          name="externalLink"
          type="url"
          label={t("round.field.externalLink")}
          value={round.externalLink}
        />
      </Fieldset>
      <Fieldset legend={t("round.frame.asks")} help={t("round.frame.asks_help")}>
        <Choice
          t={t}
          filled={filled}
          name="materialByPost"
          label={t("round.field.materialByPost")}
          options={yesNo(t)}
          value={yesNoOf(round.materialByPost)}
          inline
        />
        <Checkbox
          t={t}
          filled={filled}
          name="asksDiet"
          label={t("round.field.asksDiet")}
          checked={round.asksDiet}
          required
        />
        <Checkbox
          t={t}
          filled={filled}
          name="asksAgeGroup"
          label={t("round.field.asksAgeGroup")}
          checked={round.asksAgeGroup}
          required
        />
        <Checkbox
          t={t}
          filled={filled}
          name="asksAdaptation"
          label={t("round.field.asksAdaptation")}
          checked={round.asksAdaptation}
          required
        />
      </Fieldset>
    </>
  );
}

/** How one applies and when one knows. What publishing has settled is shown, not asked. */
export function WayInFields({ t, filled, round }: SectionProps) {
  const isOut = round.state !== "draft";
  return (
    <>
      {isOut ? (
        <>
          <Notice t={t} action={<a href={`/planera/${round.slug}/forlang`}>{t("round.extend.title")}</a>}>
            {t("round.wayIn.settled")}
          </Notice>
          <input type="hidden" name="allocation" value={round.allocation ?? ""} />
          <input type="hidden" name="deadline" value={round.deadline?.toString() ?? ""} />
          {round.openUntilFull ? <input type="hidden" name="openUntilFull" value="on" /> : null}
        </>
      ) : (
        <>
          <Choice
            t={t}
            filled={filled}
            name="allocation"
            label={t("round.field.allocation")}
            options={allocations.map((value) => ({
              value,
              label: t(`round.allocation.${value}`),
              help: t(`round.allocation.${value}_help`),
            }))}
            value={round.allocation}
          />
          <DateField
            t={t}
            filled={filled}
            name="deadline"
            label={t("round.field.deadline")}
            value={round.deadline?.toString()}
          />
          <Checkbox
            t={t}
            filled={filled}
            name="openUntilFull"
            label={t("round.field.openUntilFull")}
            checked={round.openUntilFull}
            required
          />
        </>
      )}
      <DateField
        t={t}
        filled={filled}
        name="noticeDate"
        label={t("round.field.noticeDate")}
        help={
          round.noticeMonth && !round.noticeDate ? t("round.reading.notice_month") : t("round.field.noticeDate_help")
        }
        value={round.noticeDate?.toString()}
      />
      {round.noticeMonth ? <input type="hidden" name="noticeMonth" value={round.noticeMonth} /> : null}
      <Choice
        t={t}
        filled={filled}
        name="managerConsultation"
        label={t("round.field.managerConsultation")}
        options={managerConsultations.map((value) => ({
          value,
          label: t(`round.manager.${value}`),
          help: t(`round.manager.${value}_help`),
        }))}
        value={round.managerConsultation}
        required
      />
      <NumberField
        t={t}
        filled={filled}
        name="answerDays"
        label={t("round.field.answerDays")}
        help={t("round.field.answerDays_help")}
        value={round.answerDays}
        unit={t("round.unit.workingDays")}
      />
    </>
  );
}
