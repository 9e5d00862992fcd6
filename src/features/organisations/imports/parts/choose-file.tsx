import type { Translate } from "#kernel/messages.ts";
import { membershipColumns, organisationColumns } from "#features/organisations/imports/import-columns.ts";
import { Narrow } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { FileField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";

/** Where a file is chosen, with what it may hold. */
export function ChooseFile({ t, filled }: { t: Translate; filled: Filled }) {
  const names = (columns: Readonly<Record<string, readonly string[]>>, ...but: readonly string[]) =>
    Object.entries(columns)
      .filter(([column]) => !but.includes(column))
      .map(([, called]) => called[0])
      .join(", ");
  return (
    <>
      <FormPage
        t={t}
        action="/organisationer/importera"
        filled={filled}
        files
        heading={t("organisations.import.title")}
        lead={t("organisations.import.lead")}
        press={t("organisations.import.press")}
        back="/organisationer"
      >
        <FileField
          t={t}
          filled={filled}
          name="file"
          required
          accept=".csv,.txt,text/csv,text/plain"
          label={t("organisations.import.file")}
          help={t("organisations.import.file_help")}
        />
      </FormPage>
      <Narrow>
        <Details summary={t("organisations.import.how")}>
          <p>{t("organisations.import.how_organisations", { columns: names(organisationColumns, "name", "kind") })}</p>
          <p>{t("organisations.import.how_memberships", { columns: names(membershipColumns, "member", "body") })}</p>
          <p>{t("organisations.import.how_dates")}</p>
        </Details>
      </Narrow>
    </>
  );
}
