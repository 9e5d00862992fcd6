import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { daysKept } from "#features/circles/registration/imports/import-mapping.ts";
import type { importsOf } from "#features/circles/registration/imports/queries.ts";
import { FileField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

type ChooseProps = {
  t: Translate;
  round: { readonly slug: string; readonly title: string };
  earlier: Awaited<ReturnType<typeof importsOf>>;
  filled: Filled;
  now: Temporal.Instant;
};

/** Choosing the file that another service's form has given, and the files that were sent before. */
export function ChooseApplications({ t, round, earlier, filled, now }: ChooseProps) {
  const roster = `/planera/${round.slug}/anmalningar`;
  return (
    <>
      <FormPage
        t={t}
        filled={filled}
        files
        kicker={<a href={roster}>{round.title}</a>}
        heading={t("registration.import.heading")}
        lead={t("registration.import.lead")}
        press={t("registration.import.send")}
        back={roster}
      >
        <FileField
          t={t}
          filled={filled}
          name="file"
          label={t("registration.import.file")}
          help={t("registration.import.file_help")}
          accept=".csv,.txt,text/csv"
          required
        />
        <p class="muted">{t("registration.import.kept", { days: daysKept })}</p>
      </FormPage>
      {earlier.length === 0 ? null : (
        <Table
          caption={t("registration.import.earlier")}
          rows={earlier}
          columns={[
            {
              label: t("registration.import.file"),
              head: true,
              cell: ({ id, name, isKept }) =>
                isKept ? (
                  <a href={`${roster}/import/${id}`}>{name}</a>
                ) : (
                  t("registration.import.earlier_gone", { name })
                ),
            },
            {
              label: t("registration.import.earlier_sent"),
              cell: ({ sentAt }) => sayMoment(t.language, sentAt, { today: dateIn(now) }),
            },
            { label: t("registration.import.earlier_by"), cell: ({ sentBy }) => sentBy },
            { label: t("registration.import.earlier_taken"), numeric: true, cell: ({ taken }) => Number(taken ?? 0) },
          ]}
        />
      )}
    </>
  );
}
