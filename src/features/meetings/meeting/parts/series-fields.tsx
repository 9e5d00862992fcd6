import type { Translate } from "#kernel/messages.ts";
import { isSqueezeDay, publicHoliday } from "#kernel/swedish-days.ts";
import { rhythms } from "#features/meetings/meeting/planning/series-days.ts";
import { DateField, FieldRow, Fieldset, NumberField, Select } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type SeriesFieldsProps = { t: Translate; filled: Filled };

/** Whether the meeting comes again, and how often. */
export function SeriesFields({ t, filled }: SeriesFieldsProps) {
  return (
    <Fieldset legend={t("meeting.field.every")} help={t("meeting.field.every_help")}>
      <FieldRow>
        <Select
          t={t}
          filled={filled}
          name="every"
          label={t("meeting.field.how_often")}
          empty={t("meeting.every.none")}
          options={rhythms.map((value) => ({ value, label: t(`meeting.every.${value}`) }))}
        />
        <NumberField t={t} filled={filled} name="times" label={t("meeting.field.times")} />
      </FieldRow>
    </Fieldset>
  );
}

/** The days of the others in a series, each with what is odd about it, before anything is planned. */
export function SeriesDays({ t, filled, days }: SeriesFieldsProps & { days: readonly string[] }) {
  return (
    <Fieldset legend={t("meeting.days")} help={t("meeting.days_lead")}>
      {days.map((day, at) => (
        <DateField
          t={t}
          filled={filled}
          name={`days.${at}`}
          label={t("meeting.day_number", { number: at + 2 })}
          help={dayHelp(t, day)}
          value={day}
        />
      ))}
    </Fieldset>
  );
}

function dayHelp(t: Translate, written: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(written)) return undefined;
  const day = Temporal.PlainDate.from(written);
  const remark = dayRemark(t, day);
  const said = sayDate(t.language, day);
  return remark ? `${said}. ${remark}.` : said;
}

/** What is odd about a day to meet on; nothing forbids it. */
export function dayRemark(t: Translate, day: Temporal.PlainDate): string | undefined {
  const holiday = publicHoliday(day);
  if (holiday) return t("meeting.remark.holiday", { holiday });
  if (day.dayOfWeek > 5) return t("meeting.remark.weekend");
  return isSqueezeDay(day) ? t("meeting.remark.squeezeDay") : undefined;
}
