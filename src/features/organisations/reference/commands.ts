import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { clockwork } from "#kernel/actor.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { packageRoot } from "#platform/package-root.ts";
import { foldName } from "#features/organisations/organisation-name.ts";
import {
  readReference,
  type Reference,
  type ReferenceMembership,
  type ReferenceOrganisation,
} from "#features/organisations/reference/reference-rows.ts";

/** How many organisations the loading added; none when they were there. */
export type Loaded = { readonly added: number };

/**
 * Fills a database with the country's counties, municipalities, regions and national organisations. Run at every
 * start: what is there already is left as people have made it, and only what is missing is added, with one record
 * that tells the hash of the files. Two processes may start at once.
 */
export async function loadReferenceData(db: Database): Promise<Loaded> {
  const texts = await referenceTexts();
  const hash = createHash("sha256").update(Object.values(texts).join("\0")).digest("hex");
  if (await isLoaded(db, hash)) return { added: 0 };

  const reference = readReference(texts);
  return change(db, clockwork, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('organisations.reference'))`.execute(tx);
    if (await isLoaded(tx, hash)) return { added: 0 };
    await addCounties(tx, reference);
    const added = await addOrganisations(tx, reference.organisations);
    const memberships = await addMemberships(tx, reference.memberships, added);
    await record(tx, { by: clockwork, what: loading, about: hash, after: { organisations: added.size, memberships } });
    return { added: added.size };
  });
}

const loading = "organisations.reference_loaded";

async function referenceTexts() {
  const text = (name: string) => readFile(join(packageRoot, "reference", `${name}.csv`), "utf8");
  const [counties, municipalities, organisations, memberships] = await Promise.all(
    (["counties", "municipalities", "organisations", "memberships"] as const).map(text),
  );
  return {
    counties: counties ?? "",
    municipalities: municipalities ?? "",
    organisations: organisations ?? "",
    memberships: memberships ?? "",
  };
}

async function isLoaded(db: Database | Tx, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom("audit_record")
    .where("what", "=", loading)
    .where("about", "=", hash)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

async function addCounties(tx: Tx, { counties }: Reference): Promise<void> {
  await tx
    .insertInto("county")
    .values(counties.map(({ code, name, shortName }) => ({ code, name, short_name: shortName })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Adds the organisations that are missing, with those of their writings that mean nobody else. */
async function addOrganisations(
  tx: Tx,
  organisations: readonly ReferenceOrganisation[],
): Promise<ReadonlyMap<string, OrganisationId>> {
  const rows = await tx
    .insertInto("organisation")
    .values(
      organisations.map((each) => ({
        id: newId<"organisation">(),
        kinds: [...each.kinds],
        name: each.name,
        short_name: each.shortName,
        slug: each.slug,
        municipality_code: each.municipalityCode,
        region_county_code: each.regionCountyCode,
        county_code: each.countyCode,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "slug"])
    .execute();
  const added = new Map(rows.map(({ id, slug }) => [slug, id]));

  const writings = new Map<string, { folded: string; written: string; organisation_id: OrganisationId }>();
  for (const { slug, writings: written } of organisations) {
    const id = added.get(slug);
    for (const each of id ? written : [])
      if (id) writings.set(foldName(each), { folded: foldName(each), written: each, organisation_id: id });
  }
  if (writings.size > 0) {
    await tx
      .insertInto("organisation_alias")
      .values([...writings.values()])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return added;
}

/** The members of the bodies that were added now. A body that was there keeps the members people have given it. */
async function addMemberships(
  tx: Tx,
  memberships: readonly ReferenceMembership[],
  added: ReadonlyMap<string, OrganisationId>,
): Promise<number> {
  const members = await tx
    .selectFrom("organisation")
    .where("municipality_code", "is not", null)
    .select(["id", "municipality_code as code"])
    .execute();
  const byCode = new Map(members.map(({ id, code }) => [code, id]));
  const rows = memberships.flatMap((each) => {
    const [from, to] = [byCode.get(each.municipalityCode), added.get(each.body)];
    if (!from || !to) return [];
    const dates = { valid_from: each.validFrom, valid_to: each.validTo };
    return [
      {
        id: newId<"organisation_relation">(),
        from_id: from,
        to_id: to,
        kind: "memberOf" as const,
        ...dates,
        source: each.source,
      },
    ];
  });
  if (rows.length > 0) await tx.insertInto("organisation_relation").values(rows).execute();
  return rows.length;
}
