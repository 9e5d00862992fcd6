import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { Refusal } from "#kernel/refusal.ts";
import { slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { ChosenRows } from "#platform/csv/sent-table.ts";
import { json } from "#platform/database/json.ts";
import { countsOf, isRight } from "#features/organisations/imports/import-plan.ts";
import type { PlannedMembership } from "#features/organisations/imports/membership-rows.ts";
import { daysKept, type ImportId, type ImportOutcome } from "#features/organisations/imports/organisation-import.ts";
import type { PlannedOrganisation } from "#features/organisations/imports/organisation-rows.ts";
import { importPlan, importSent } from "#features/organisations/imports/queries.ts";
import { lockNames, reserved } from "#features/organisations/naming/commands.ts";
import { mayImport } from "#features/organisations/organisation-policy.ts";
import type { Validity } from "#features/organisations/validity.ts";

// A file may be called anything, after a person too; then it is called by what it is.
const FileName = FreeText(200).min(1);

/** Takes a file from somebody, to be looked through before anything is taken in. Nothing in the register changes. */
export function sendImport(
  db: Database,
  actor: Actor,
  now: Clock,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ id: ImportId }> {
  return change(db, actor, async (tx) => {
    if (!mayImport(actor)) throw new Refusal("forbidden", "organisations.not_yours");
    // Read once already here: a file that cannot be read is refused where it was chosen.
    const { kind, rows } = await importPlan(tx, actor, file.bytes);
    const id = newId<"organisation_import">();
    const hash = hashOf(file.bytes);
    await tx
      .insertInto("organisation_import")
      .values({
        id,
        name: FileName.safeParse(file.name).data ?? "import.csv",
        hash,
        content: Buffer.from(file.bytes),
        sent_by: actor.personId ?? null,
        sent_at: now(),
        delete_after: now().add({ hours: daysKept * 24 }),
      })
      .execute();
    const after = { hash, kind, rows: rows.length };
    await record(tx, { by: actor, what: "organisations.import_sent", about: id, after });
    return { id };
  });
}

/** Takes in the right rows of a file that was sent, or those of them on chosen lines. */
export function carryOutImport(db: Database, actor: Actor, id: ImportId, choice: ChosenRows): Promise<ImportOutcome> {
  return change(db, actor, async (tx) => {
    await lockNames(tx);
    const sent = await importSent(tx, actor, id);
    if (!sent) throw new Refusal("not_found", "organisations.import.gone");
    return takenIn(tx, actor, { id, bytes: sent.content, choice });
  });
}

/** Takes in the right rows of a file at once, for the command line: it has been looked through there. */
export function importFile(db: Database, actor: Actor, bytes: Uint8Array): Promise<ImportOutcome> {
  return change(db, actor, async (tx) => {
    await lockNames(tx);
    return takenIn(tx, actor, { id: newId<"organisation_import">(), bytes, choice: {} });
  });
}

/** Throws away a file that was sent. What was taken in from it stays. */
export function throwAwayImport(db: Database, actor: Actor, id: ImportId): Promise<void> {
  return change(db, actor, async (tx) => {
    const sent = await importSent(tx, actor, id);
    if (!sent) throw new Refusal("not_found", "organisations.import.gone");
    await tx.deleteFrom("organisation_import").where("id", "=", id).execute();
    await record(tx, { by: actor, what: "organisations.import_thrown_away", about: id, before: { hash: sent.hash } });
  });
}

type Taking = { readonly id: ImportId; readonly bytes: Uint8Array; readonly choice: ChosenRows };

/** Everything in one transaction with one record, which tells the file by its hash. */
async function takenIn(tx: Tx, actor: Actor, { id, bytes, choice }: Taking): Promise<ImportOutcome> {
  if (!mayImport(actor)) throw new Refusal("forbidden", "organisations.not_yours");
  const plan = await importPlan(tx, actor, bytes, choice.lines && new Set(choice.lines));
  if (!plan.rows.some(isRight)) throw new Refusal("conflict", "organisations.import.nothing_to_do");

  if (plan.kind === "organisations") {
    const ids = idsOf(plan.rows);
    await addOrganisations(tx, plan.rows, ids);
    await changeOrganisations(tx, plan.rows);
    await addWritingsAndDomains(tx, plan.rows, ids);
  } else {
    await addRelations(tx, plan.rows);
    await changeRelations(tx, plan.rows);
  }
  const { new: added, changes: changed, wrong } = countsOf(plan.rows);
  const outcome = { added, changed, wrong };
  const after = { hash: hashOf(bytes), kind: plan.kind, ...outcome };
  await record(tx, { by: actor, what: "organisations.imported", about: id, after });
  return outcome;
}

/** New organisations, each with its id and its address, given before any is written: one may lie below another. */
async function addOrganisations(tx: Tx, rows: readonly PlannedOrganisation[], ids: Ids): Promise<void> {
  const adding = rows.flatMap(({ line, deed }) => (deed?.what === "add" ? { line, ...deed } : []));
  if (adding.length === 0) return;
  const slugs = await freeSlugs(
    tx,
    adding.map(({ shortName }) => shortName),
  );
  const values = adding.map(({ line, kind, name, shortName, parentId, parentLine, contactEmail, validFrom }, at) => ({
    id: ids.get(line),
    kinds: [kind],
    name,
    short_name: shortName,
    slug: slugs[at],
    parent_id: parentId ?? (parentLine === null ? null : ids.get(parentLine)),
    contact_email: contactEmail,
    valid_from: validFrom?.toString() ?? null,
  }));
  await sql`
    insert into organisation (id, kinds, name, short_name, slug, parent_id, contact_email, valid_from)
    select id, kinds, name, short_name, slug, parent_id, contact_email, valid_from
    from jsonb_to_recordset(${json(values)}::jsonb) as row (id uuid, kinds text[], name text, short_name text, slug text,
      parent_id uuid, contact_email text, valid_from date)`.execute(tx);
}

type Ids = ReadonlyMap<number, OrganisationId>;

/** The id of each organisation that a row is about, by its line: those that are added get theirs here. */
function idsOf(rows: readonly PlannedOrganisation[]): Ids {
  const deeds = rows.flatMap(({ line, deed }) => (deed ? [{ line, deed }] : []));
  return new Map(deeds.map(({ line, deed }) => [line, deed.what === "change" ? deed.id : newId<"organisation">()]));
}

/** An address for each, none of them taken, numbered where several want the same. */
async function freeSlugs(tx: Tx, shortNames: readonly string[]): Promise<string[]> {
  const rows = await tx.selectFrom("organisation").select("slug").execute();
  const taken = new Set([...reserved, ...rows.map(({ slug }) => slug)]);
  const next = new Map<string, number>();
  return shortNames.map((shortName) => {
    const wanted = slugOf(shortName) || "organisation";
    let slug = wanted;
    for (let number = next.get(wanted) ?? 2; taken.has(slug); number += 1) {
      slug = `${wanted}-${number}`;
      next.set(wanted, number + 1);
    }
    taken.add(slug);
    return slug;
  });
}

/** What a row says is put in; what it does not say stays. */
async function changeOrganisations(tx: Tx, rows: readonly PlannedOrganisation[]): Promise<void> {
  const values = rows.flatMap(({ deed }) =>
    deed?.what === "change"
      ? {
          id: deed.id,
          short_name: deed.shortName,
          contact_email: deed.contactEmail,
          valid_from: deed.validFrom?.toString() ?? null,
        }
      : [],
  );
  await sql`
    update organisation as o set short_name = coalesce(row.short_name, o.short_name),
      contact_email = coalesce(row.contact_email, o.contact_email), valid_from = coalesce(row.valid_from, o.valid_from)
    from jsonb_to_recordset(${json(values)}::jsonb) as row (id uuid, short_name text, contact_email text, valid_from date)
    where o.id = row.id`.execute(tx);
}

async function addWritingsAndDomains(tx: Tx, rows: readonly PlannedOrganisation[], ids: Ids): Promise<void> {
  const writings: { folded: string; written: string; id: string | undefined }[] = [];
  const domains: { domain: string; id: string | undefined }[] = [];
  for (const { line, deed } of rows) {
    if (!deed) continue;
    for (const [folded, written] of deed.writings) writings.push({ folded, written, id: ids.get(line) });
    for (const domain of deed.domains) domains.push({ domain, id: ids.get(line) });
  }
  await sql`
    insert into organisation_alias (folded, written, organisation_id)
    select folded, written, id from jsonb_to_recordset(${json(writings)}::jsonb) as row (folded text, written text, id uuid)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into organisation_domain (domain, organisation_id)
    select domain, id from jsonb_to_recordset(${json(domains)}::jsonb) as row (domain text, id uuid)`.execute(tx);
}

async function addRelations(tx: Tx, rows: readonly PlannedMembership[]): Promise<void> {
  const values = rows.flatMap(({ deed }) =>
    deed?.what === "add"
      ? { ...datesOf(deed), id: newId(), from_id: deed.fromId, to_id: deed.toId, kind: deed.kind, source: deed.source }
      : [],
  );
  await sql`
    insert into organisation_relation (id, from_id, to_id, kind, valid_from, valid_to, source)
    select id, from_id, to_id, kind, valid_from, valid_to, source
    from jsonb_to_recordset(${json(values)}::jsonb) as row (id uuid, from_id uuid, to_id uuid, kind text, valid_from date,
      valid_to date, source text)`.execute(tx);
}

async function changeRelations(tx: Tx, rows: readonly PlannedMembership[]): Promise<void> {
  const values = rows.flatMap(({ deed }) =>
    deed?.what === "change" ? { ...datesOf(deed), id: deed.id, source: deed.source } : [],
  );
  await sql`
    update organisation_relation as r set valid_from = row.valid_from, valid_to = row.valid_to, source = row.source
    from jsonb_to_recordset(${json(values)}::jsonb) as row (id uuid, valid_from date, valid_to date, source text)
    where r.id = row.id`.execute(tx);
}

function datesOf({ validFrom, validTo }: Validity) {
  return { valid_from: validFrom?.toString() ?? null, valid_to: validTo?.toString() ?? null };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
