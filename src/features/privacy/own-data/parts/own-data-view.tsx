import type { Child } from "#kernel/jsx-runtime.ts";
import type { MessageKey, Translate } from "#kernel/messages.ts";
import {
  type OwnField,
  ownFields,
  type OwnRow,
  type OwnSection,
  type OwnSectionName,
  type OwnValue,
} from "#features/privacy/own-data/own-data.ts";
import { Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import { sayDate, sayMoment } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

/** Everything held about somebody, as a person reads it: long things as facts, short ones as a table. */
export function OwnDataView({ t, sections }: { t: Translate; sections: readonly OwnSection[] }) {
  const empty = sections.filter(({ rows }) => rows.length === 0).map(({ section }) => t(`own_data.section.${section}`));
  return (
    <>
      {sections
        .filter(({ rows }) => rows.length > 0)
        .map(({ section, rows }) => (
          <section class="stack">
            <h2>{t(`own_data.section.${section}`)}</h2>
            <Rows t={t} section={section} rows={rows} />
          </section>
        ))}
      {empty.length > 0 ? (
        <section class="stack">
          <h2>{t("own_data.nothing")}</h2>
          <p>{t("own_data.nothing_in", { parts: new Intl.ListFormat(t.language).format(empty) })}</p>
        </section>
      ) : null}
    </>
  );
}

const widestTable = 5;

function Rows({ t, section, rows }: { t: Translate; section: OwnSectionName; rows: readonly OwnRow[] }) {
  const fields = ownFields.filter((field) => rows.some((row) => row[field] != null));
  const heading = fields.find((field) => rows.every((row) => row[field] != null));
  if (heading && fields.length <= widestTable && rows.length > 1) {
    return (
      <Table
        caption={t(`own_data.section.${section}`)}
        captionHidden
        rows={rows}
        columns={[heading, ...fields.filter((field) => field !== heading)].map((field) => ({
          label: t(`own_data.field.${field}`),
          head: field === heading,
          cell: (row: OwnRow) => said(t, section, field, row[field]),
        }))}
      />
    );
  }
  return (
    <>
      {rows.map((row) => (
        <Sheet>
          <Facts
            wide
            items={fields
              .filter((field) => row[field] != null)
              .map((field) => ({ term: t(`own_data.field.${field}`), value: said(t, section, field, row[field]) }))}
          />
        </Sheet>
      ))}
    </>
  );
}

function said(t: Translate, section: OwnSectionName, field: OwnField, value: OwnValue | undefined): Child {
  if (value == null) return "";
  if (typeof value === "boolean") return t(value ? "own_data.yes" : "own_data.no");
  if (value instanceof Temporal.Instant) return sayMoment(t.language, value);
  if (value instanceof Temporal.PlainDate) return sayDate(t.language, value);
  if (field === "text") return <pre class="letter">{value}</pre>;
  const key = field === "what" ? `deed.${value}` : codeKey(section, field, String(value));
  return key && t.knows(key) ? t(key) : <span class="breakable">{value}</span>;
}

/** The words of a value that is kept as a code. */
function codeKey(section: OwnSectionName, field: OwnField, value: string): MessageKey | undefined {
  if (field === "role") return `organisations.role.${value}` as MessageKey;
  if (field === "sector") return `registration.page.sector.${value}` as MessageKey;
  if (field === "state" && section === "registrations") return `registration.page.state.${value}` as MessageKey;
  if (field === "state" && section === "proposals") return `proposal.state.${value}` as MessageKey;
  if (field === "state" && section === "commissions") return `commission.state.${value}` as MessageKey;
  if (section === "meetings" && field === "answer") return `call.reply.${value}` as MessageKey;
  if (field === "kind" && section === "spread") return `spread.manner.${value}` as MessageKey;
  const own = codes[field]?.find((code) => code === value);
  return own === undefined ? undefined : (`own_data.${field}.${own}` as MessageKey);
}

/** Values whose words stand in our own catalogue, under `own_data.<field>.<value>`. */
const codes: Partial<Record<OwnField, readonly string[]>> = {
  language: ["sv", "en"],
  managerAnswer: ["declared", "waiting", "yes", "no", "question"],
  decision: ["place", "wait", "decline"],
  offerAnswer: ["yes", "no", "silent", "revoked"],
  part: ["leader", "facilitator", "responsible", "noteTaker", "adjuster"],
  kind: ["session", "credential", "passkey", "secondFactor"],
  reason: ["managerSaidNo"],
  attendance: ["present", "digital", "excused"],
};
