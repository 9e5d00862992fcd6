import type { Translate } from "#kernel/messages.ts";
import { sayLength } from "#features/circles/attendance/parts/time-words.ts";
import { minutesOf, purposes } from "#features/circles/noted-time/noted-time.ts";
import type { NotedLine } from "#features/circles/noted-time/queries.ts";
import { Button } from "#ui/button.tsx";
import { Choice, DateField, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

type OwnTimeProps = {
  t: Translate;
  filled: Filled;
  at: string;
  lines: readonly NotedLine[];
  mayNote: boolean;
  today: Temporal.PlainDate;
};

/** The time somebody has noted for themselves, and where they note more. */
export function OwnTime({ t, filled, at, lines, mayNote, today }: OwnTimeProps) {
  const dayOf = ({ day }: NotedLine) => sayDate(t.language, day, { today });
  return (
    <section class="stack" id="egen-tid">
      <h2>{t("noted_time.own")}</h2>
      <p>{t("noted_time.own_lead")}</p>
      <p>
        {lines.length === 0
          ? t("noted_time.own_none")
          : t("noted_time.own_sum", { time: sayLength(t, minutesOf(lines)) })}
      </p>
      {lines.length > 0 ? (
        <Table
          caption={t("noted_time.own")}
          captionHidden
          rows={lines}
          columns={[
            { label: t("noted_time.field.day"), head: true, cell: dayOf },
            { label: t("noted_time.time"), cell: ({ minutes }) => sayLength(t, minutes) },
            {
              label: t("noted_time.field.purpose"),
              cell: ({ purpose, words }) => [t(`noted_time.purpose.${purpose}`), words].filter(Boolean).join(": "),
            },
            {
              label: t("noted_time.remove"),
              labelHidden: true,
              cell: (line) => (
                <Form t={t} action={`${at}/${line.id}/ta-bort`} tight>
                  <Button
                    plain
                    small
                    label={t("noted_time.remove_named", { time: sayLength(t, line.minutes), day: dayOf(line) })}
                  >
                    {t("noted_time.remove")}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      ) : null}
      {mayNote ? (
        <Form t={t} filled={filled} label={t("noted_time.note")}>
          <TextField
            t={t}
            filled={filled}
            name="hours"
            label={t("noted_time.field.hours")}
            help={t("noted_time.field.hours_help")}
            width="short"
            required
          />
          <DateField
            t={t}
            filled={filled}
            name="day"
            label={t("noted_time.field.day")}
            value={today.toString()}
            max={today.toString()}
          />
          <Choice
            t={t}
            filled={filled}
            name="purpose"
            label={t("noted_time.field.purpose")}
            options={purposes.map((value) => ({ value, label: t(`noted_time.purpose.${value}`) }))}
            value="assignment"
            inline
            required
          />
          <TextField
            t={t}
            filled={filled}
            name="words"
            label={t("noted_time.field.words")}
            help={t("noted_time.field.words_help")}
          />
          <FormEnd>
            <Button>{t("noted_time.note")}</Button>
          </FormEnd>
        </Form>
      ) : null}
    </section>
  );
}
