import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Id, OrganisationId } from "#kernel/ids.ts";
import { readTable, type TableRow } from "#platform/csv/table.ts";
import type { Reader } from "#platform/database/database.ts";
import {
  type ImportColumns,
  type ImportKind,
  importColumnsIn,
  severalIn,
} from "#features/organisations/imports/import-columns.ts";
import type { ImportRights, KnownOrganisation, Register } from "#features/organisations/imports/import-plan.ts";
import {
  type KnownRelation,
  type PlannedMembership,
  planMemberships,
} from "#features/organisations/imports/membership-rows.ts";
import { type PlannedOrganisation, planOrganisations } from "#features/organisations/imports/organisation-rows.ts";
import { foldName, writingsOf } from "#features/organisations/organisation-name.ts";
import { kinds, pathOf } from "#features/organisations/queries.ts";

/** What a file would do, row by row, as the register is now. */
export type ImportPlan = { readonly unread: readonly string[]; readonly encoding: string } & (
  | { readonly kind: "organisations"; readonly rows: readonly PlannedOrganisation[] }
  | { readonly kind: "memberships"; readonly rows: readonly PlannedMembership[] }
);

/**
 * Reads a file of organisations or memberships and says what each of its rows would do. Changes nothing, and is worked
 * out anew each time: what was new yesterday may be there today. Three statements, however many rows.
 *
 * @param lines only these rows, as if the file held no others
 */
export async function importPlan(
  db: Reader,
  actor: Actor,
  bytes: Uint8Array,
  lines?: ReadonlySet<number>,
): Promise<ImportPlan> {
  const table = readTable(bytes);
  const read = importColumnsIn(table.header);
  const rows = lines ? table.rows.filter(({ line }) => lines.has(line)) : table.rows;
  const about = { unread: read.columns.unread, encoding: table.encoding };
  const rights = rightsOf(actor);
  const register = await registerFor(db, await unhurried(namesIn(read, rows)));
  if (read.kind === "memberships") {
    const relations = await relationsAmong(db, [...register.byId.keys()]);
    const work = planMemberships(rows, table.header, read.columns, { ...register, relations }, rights);
    return { ...about, kind: read.kind, rows: await unhurried(work) };
  }
  const work = planOrganisations(rows, table.header, read.columns, register, rights);
  return { ...about, kind: read.kind, rows: await unhurried(work) };
}

/** Does a long work a piece at a time: everybody else's pages are drawn in between. */
async function unhurried<T>(work: Generator<void, T>): Promise<T> {
  for (let step = 1; ; step += 1) {
    const { done, value } = work.next();
    if (done) return value;
    if (step % 200 === 0) await nextTurn();
  }
}

/** A file that somebody has sent and not yet thrown away. Only they themselves see it. */
export async function importSent(db: Reader, actor: Actor, id: Id<"organisation_import">) {
  if (actor.personId === undefined) return undefined;
  return db
    .selectFrom("organisation_import")
    .where("id", "=", id)
    .where("sent_by", "=", actor.personId)
    .select(["id", "name", "hash", "content", "sent_at as sentAt", "delete_after as deleteAfter"])
    .executeTakeFirst();
}

export type ImportSent = NonNullable<Awaited<ReturnType<typeof importSent>>>;

function rightsOf(actor: Actor): ImportRights {
  const reach = actor.reach.get("organisations:manage");
  const everywhere = reach?.everywhere === true;
  return { everywhere, manages: (id) => everywhere || reach?.organisations.has(id) === true };
}

type Names = { readonly folded: readonly string[]; readonly domains: readonly string[]; readonly kind: ImportKind };

/** Everything in the file that may name something in the register. */
function* namesIn(read: ImportColumns, rows: readonly TableRow[]): Generator<void, Names> {
  const folded = new Set<string>();
  const domains = new Set<string>();
  const add = (written: string) => {
    if (written !== "") folded.add(foldName(written));
  };
  for (const row of rows) {
    yield;
    if (read.kind === "memberships") {
      for (const column of ["member", "body"] as const) {
        const written = read.columns.value(row, column);
        add(written);
        if (/^\d+$/u.test(written)) folded.add(written);
      }
      continue;
    }
    const [name, shortName, parent] = (["name", "shortName", "parent"] as const).map((column) =>
      read.columns.value(row, column),
    ) as [string, string, string];
    for (const each of [name, shortName, parent]) add(each);
    for (const each of severalIn(read.columns.value(row, "writings"))) add(each);
    for (const domain of severalIn(read.columns.value(row, "domains").replaceAll(",", "|")))
      domains.add(domain.toLowerCase());
    if (parent !== "") for (const each of writingsOf(name, [parent, shortName || name])) add(each);
  }
  return { folded: [...folded], domains: [...domains], kind: read.kind };
}

/**
 * What the register says about all those names. Whoever lies below something that is named is found too, because a row
 * may name its parent by another of its names than the one its own is built from.
 */
async function registerFor(db: Reader, { folded, domains, kind }: Names): Promise<Register> {
  const rows = await db
    .with("named", (qb) =>
      qb
        .selectFrom("organisation_alias as a")
        .where(sql<boolean>`a.folded = any (${folded}::text[])`)
        .select("a.organisation_id as id")
        .union(
          qb
            .selectFrom("organisation as o")
            .where((eb) =>
              eb.or([
                sql<boolean>`o.municipality_code = any (${folded}::text[])`,
                sql<boolean>`o.region_county_code = any (${folded}::text[])`,
              ]),
            )
            .select("o.id"),
        ),
    )
    .selectFrom("organisation as o")
    .where((eb) =>
      eb.or([
        eb("o.id", "in", eb.selectFrom("named").select("named.id")),
        ...(kind === "organisations" ? [eb("o.parent_id", "in", eb.selectFrom("named").select("named.id"))] : []),
      ]),
    )
    .select(["o.id", "o.name", "o.short_name as shortName", kinds, "o.parent_id as parentId"])
    .select(["o.contact_email as contactEmail", "o.valid_from as validFrom", "o.valid_to as lastDay"])
    .select(["o.municipality_code as code", "o.region_county_code as regionCode", pathOf(sql.ref("o.id")).as("path")])
    .select(
      sql<string[]>`array(select a.folded from organisation_alias a where a.organisation_id = o.id)`.as("writings"),
    )
    .execute();
  const taken = await db
    .selectFrom("organisation_domain")
    .where(sql<boolean>`domain = any (${domains}::text[])`)
    .select(["domain", "organisation_id as id"])
    .execute();

  const byWriting = new Map<string, KnownOrganisation>();
  const byId = new Map<OrganisationId, KnownOrganisation>();
  for (const { writings, code, regionCode, ...organisation } of rows) {
    byId.set(organisation.id, organisation);
    for (const each of writings) byWriting.set(each, organisation);
    for (const each of [regionCode, code]) if (each) byWriting.set(each, organisation);
  }
  return { byWriting, byId, domains: new Map(taken.map(({ domain, id }) => [domain, id])) };
}

async function relationsAmong(db: Reader, ids: readonly OrganisationId[]): Promise<KnownRelation[]> {
  return db
    .selectFrom("organisation_relation")
    .where(sql<boolean>`from_id = any (${[...ids]}::uuid[])`)
    .where(sql<boolean>`to_id = any (${[...ids]}::uuid[])`)
    .orderBy("valid_from")
    .select(["id", "from_id as fromId", "to_id as toId", "kind", "valid_from as validFrom", "valid_to as validTo"])
    .select("source")
    .execute();
}
