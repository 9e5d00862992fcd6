import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { notify } from "#platform/database/notices.ts";
import { addWritings, freeSlugFor, lockNames, mustBeFree } from "#features/organisations/naming/commands.ts";
import { writingsOf } from "#features/organisations/organisation-name.ts";
import { mayAddOrganisation, mayManageOrganisation } from "#features/organisations/organisation-policy.ts";
import type { OrganisationKind } from "#features/organisations/organisation.ts";
import { kinds, pathTo } from "#features/organisations/queries.ts";
import { endOf } from "#features/organisations/succession/queries.ts";
import type { Merger, Split, SuccessionKind, Successor } from "#features/organisations/succession/succession.ts";

/**
 * Merges organisations into one: they end the day before, and what was written on them is from now on counted at the
 * one that took over. Nothing is rewritten: whoever asks about a day before gets the answer of that day. Their mail
 * domains follow, so that managers can still be confirmed; their relations end with them.
 */
export function mergeOrganisations(db: Database, actor: Actor, now: Clock, merger: Merger) {
  return change(db, actor, async (tx) => {
    const { day, source = null } = merger;
    const fromIds = [...new Set(merger.fromIds)];
    const ending = await lockEnding(tx, actor, fromIds, day, dateIn(now()));
    const [into] = await successorsOf(tx, actor, ending, [merger.into], day);
    if (!into) throw new Refusal("not_found", "organisations.no_such_organisation");

    for (const { id } of ending) {
      await end(tx, id, day);
      await moveDomains(tx, id, into.id);
    }
    await succeed(
      tx,
      "merged",
      day,
      source,
      fromIds.map((fromId) => ({ fromId, toId: into.id, inherits: true })),
    );
    await notify(tx, "public_content");
    for (const { id } of ending) {
      const after = { into: into.id, day: day.toString() };
      await record(tx, { by: actor, what: "organisations.organisation_merged", about: id, organisationId: id, after });
    }
    return { id: into.id, slug: into.slug };
  });
}

/**
 * Splits an organisation into others. It ends the day before, or goes on beside them. What was written on it is counted
 * at the one stated as its heir, or stays where it is: no one but people could divide it.
 */
export function splitOrganisation(db: Database, actor: Actor, now: Clock, id: OrganisationId, split: Split) {
  return change(db, actor, async (tx) => {
    const { day, ends, source = null } = split;
    const splitting = await lockEnding(tx, actor, [id], day, dateIn(now()));
    const parts = await successorsOf(
      tx,
      actor,
      splitting,
      split.parts.map(({ successor }) => successor),
      day,
    );
    if (new Set(parts.map((part) => part.id)).size < parts.length)
      throw new Refusal("invalid", "organisations.same_part_twice");
    const heirAt = split.parts.findIndex(({ inherits }) => inherits);
    const heir = parts[heirAt];

    if (ends) await end(tx, id, day);
    if (heir) await moveDomains(tx, id, heir.id);
    await succeed(
      tx,
      "split",
      day,
      source,
      parts.map((part) => ({ fromId: id, toId: part.id, inherits: part === heir })),
    );
    await notify(tx, "public_content");
    await record(tx, {
      by: actor,
      what: "organisations.organisation_split",
      about: id,
      organisationId: id,
      after: { parts: parts.map((part) => part.id), heir: heir?.id, ends, day: day.toString() },
    });
    return { parts: parts.map((part) => ({ id: part.id, slug: part.slug })) };
  });
}

type Locked = Awaited<ReturnType<typeof locked>>[number];

/** The organisations in the order of their ids, locked: so that two at once never wait for each other. */
async function locked(tx: Tx, ids: readonly OrganisationId[]) {
  return tx
    .selectFrom("organisation as o")
    .where("o.id", "in", ids)
    .orderBy("o.id")
    .forUpdate()
    .select(["o.id", "o.name", "o.slug", kinds, "o.parent_id as parentId", "o.county_code as countyCode"])
    .select(["o.valid_from as validFrom", "o.valid_to as validTo"])
    .execute();
}

/**
 * Those that end or are divided on a day: there until the day before, not after, and nobody became one of them since.
 * So every succession leads to one that lives on a later day than the one it came from, and there are no rings.
 */
async function lockEnding(
  tx: Tx,
  actor: Actor,
  ids: readonly OrganisationId[],
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<Locked[]> {
  await lockNames(tx);
  const ending = await locked(tx, ids);
  if (ending.length < ids.length) throw new Refusal("not_found", "organisations.no_such_organisation");
  if (!ending.every(({ id }) => mayManageOrganisation(actor, id)))
    throw new Refusal("forbidden", "organisations.not_yours");
  if (Temporal.PlainDate.compare(day, today) > 0) throw at("day", "organisations.day_to_come", today);
  for (const { id, validFrom } of ending) {
    const ended = await endOf(tx, id);
    if (ended) throw new Refusal("conflict", ended.code, ended.values);
    if (validFrom && Temporal.PlainDate.compare(day, validFrom) <= 0)
      throw at("day", "organisations.before_it_began", validFrom);
    const { latest } = await tx
      .selectFrom("organisation_succession")
      .where((eb) => eb.or([eb("to_id", "=", id), eb("from_id", "=", id)]))
      .select((eb) => eb.fn.max("day").as("latest"))
      .executeTakeFirstOrThrow();
    if (latest && Temporal.PlainDate.compare(day, latest) <= 0) throw at("day", "organisations.changed_later", latest);
  }
  return ending;
}

/** Those who take over, those that are new added from the day on. */
async function successorsOf(
  tx: Tx,
  actor: Actor,
  ending: readonly Locked[],
  successors: readonly Successor[],
  day: Temporal.PlainDate,
): Promise<{ id: OrganisationId; slug: string }[]> {
  const known = successors.flatMap(({ organisationId }) => organisationId ?? []);
  const there = known.length > 0 ? await locked(tx, known) : [];
  const found: { id: OrganisationId; slug: string }[] = [];
  for (const successor of successors) {
    if (successor.organisationId === undefined) {
      found.push(await addSuccessor(tx, actor, ending, successor, day));
      continue;
    }
    const existing = there.find(({ id }) => id === successor.organisationId);
    if (!existing) throw new Refusal("not_found", "organisations.no_such_organisation");
    await mustTakeOver(tx, actor, ending, existing, day);
    found.push(existing);
  }
  return found;
}

async function mustTakeOver(
  tx: Tx,
  actor: Actor,
  ending: readonly Locked[],
  { id, validFrom, validTo }: Locked,
  day: Temporal.PlainDate,
): Promise<void> {
  if (!mayManageOrganisation(actor, id)) throw new Refusal("forbidden", "organisations.not_yours");
  if (ending.some((one) => one.id === id)) throw new Refusal("invalid", "organisations.becomes_itself");
  if (validFrom && Temporal.PlainDate.compare(day, validFrom) < 0)
    throw at("day", "organisations.before_it_began", validFrom);
  const ended = validTo && Temporal.PlainDate.compare(validTo, day) < 0 ? await endOf(tx, id) : undefined;
  if (ended) throw new Refusal("conflict", ended.code, ended.values);
  if (
    await isBelow(
      tx,
      id,
      ending.map((one) => one.id),
    )
  )
    throw new Refusal("conflict", "organisations.below_itself");
}

/** Whether an organisation lies below one of others. What has merged into something above cannot lie above it too. */
async function isBelow(tx: Tx, id: OrganisationId, others: readonly OrganisationId[]): Promise<boolean> {
  const { rows } = await sql<{ id: OrganisationId }>`
    with recursive up(id) as (
      select parent_id from organisation where id = ${id}
      union select o.parent_id from up join organisation o on o.id = up.id)
    select id from up where id = any (${[...others]}::uuid[])`.execute(tx);
  return rows.length > 0;
}

/** A successor that begins on the day: of the same kinds as those it came from, beside them in the tree. */
async function addSuccessor(
  tx: Tx,
  actor: Actor,
  ending: readonly Locked[],
  { name = "", shortName = name, municipalityCode }: Successor,
  day: Temporal.PlainDate,
): Promise<{ id: OrganisationId; slug: string }> {
  const parents = new Set(ending.map(({ parentId }) => parentId));
  const parentId = parents.size === 1 ? [...parents][0] : null;
  if (!mayAddOrganisation(actor, parentId ?? undefined)) throw new Refusal("forbidden", "organisations.not_yours");
  const kindsNow = kindsOfSuccessor(ending);
  const isMunicipality = kindsNow.includes("municipality");
  if (isMunicipality && municipalityCode === undefined)
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "municipalityCode", code: "organisations.new_municipality_code" },
    ]);
  const path = parentId ? ((await pathTo(tx, parentId)) ?? []) : [];
  const written = writingsOf(name, [...path, shortName]);
  await mustBeFree(tx, undefined, written);

  const id = newId<"organisation">();
  const slug = await freeSlugFor(tx, shortName);
  const place = isMunicipality ? await municipalityPlace(tx, municipalityCode ?? "") : {};
  await tx
    .insertInto("organisation")
    .values({ id, kinds: kindsNow, name, short_name: shortName, slug, parent_id: parentId, valid_from: day, ...place })
    .execute();
  await addWritings(tx, id, written);
  await record(tx, {
    by: actor,
    what: "organisations.organisation_added",
    about: id,
    organisationId: id,
    after: { kinds: kindsNow, name, parentId, municipalityCode },
  });
  return { id, slug };
}

/** A region answers for a county, which no successor can be given: so a region only goes into one that is there. */
function kindsOfSuccessor(ending: readonly Locked[]): OrganisationKind[] {
  const shared = [...new Set(ending.flatMap((one) => one.kinds))].filter((kind) => kind !== "region");
  if (shared.length === 0) throw new Refusal("invalid", "organisations.region_must_exist");
  return shared;
}

async function municipalityPlace(tx: Tx, code: string) {
  const county = await tx.selectFrom("county").where("code", "=", code.slice(0, 2)).select("code").executeTakeFirst();
  const taken = await tx
    .selectFrom("organisation")
    .where("municipality_code", "=", code)
    .select("name")
    .executeTakeFirst();
  if (county && !taken) return { municipality_code: code, county_code: county.code };
  throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
    { path: "municipalityCode", code: "organisations.municipality_code_wrong", values: { code } },
  ]);
}

/** Ends an organisation the day before, and with it how it stands to others. What would only begin later never does. */
async function end(tx: Tx, id: OrganisationId, day: Temporal.PlainDate): Promise<void> {
  const lastDay = day.subtract({ days: 1 });
  await tx.updateTable("organisation").set({ valid_to: lastDay }).where("id", "=", id).execute();
  await tx
    .deleteFrom("organisation_relation")
    .where((eb) => eb.or([eb("from_id", "=", id), eb("to_id", "=", id)]))
    .where("valid_from", ">", lastDay)
    .execute();
  await tx
    .updateTable("organisation_relation")
    .set({ valid_to: lastDay })
    .where((eb) => eb.or([eb("from_id", "=", id), eb("to_id", "=", id)]))
    .where((eb) => eb.or([eb("valid_to", "is", null), eb("valid_to", ">", lastDay)]))
    .execute();
}

async function moveDomains(tx: Tx, from: OrganisationId, to: OrganisationId): Promise<void> {
  await tx
    .updateTable("organisation_domain")
    .set({ organisation_id: to })
    .where("organisation_id", "=", from)
    .execute();
}

type Step = { readonly fromId: OrganisationId; readonly toId: OrganisationId; readonly inherits: boolean };

async function succeed(
  tx: Tx,
  kind: SuccessionKind,
  day: Temporal.PlainDate,
  source: string | null,
  steps: readonly Step[],
): Promise<void> {
  await tx
    .insertInto("organisation_succession")
    .values(steps.map(({ fromId, toId, inherits }) => ({ from_id: fromId, to_id: toId, kind, day, inherits, source })))
    .execute();
}

function at(
  path: string,
  code: "organisations.day_to_come" | "organisations.before_it_began" | "organisations.changed_later",
  day: Temporal.PlainDate,
): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, code, values: { day: day.toString() } }]);
}
