import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Language } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import { foldName } from "#features/organisations/organisation-name.ts";
import { mayRunBody } from "#features/meetings/body/body-policy.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { type BodyFacts, bodiesWhere, insideOf } from "#features/meetings/body/queries.ts";
import type { KnownOrganisation } from "#features/meetings/minutes-reading/known-organisations.ts";
import type { Minutes } from "#features/meetings/minutes-reading/minutes.ts";
import { readMinutes } from "#features/meetings/minutes-reading/queries.ts";
import type { PastedMinutesId } from "#features/meetings/pasting/pasted-minutes.ts";
import type { Ground, KnownPerson } from "#features/meetings/pasting/proposal.ts";

/** A pasted text with what was read from it, for the one who pasted it and is to confirm it. */
export type PastedReading = {
  readonly id: PastedMinutesId;
  readonly text: string;
  readonly fileName: string | null;
  readonly minutes: Minutes;
  readonly bodies: readonly BodyFacts[];
};

/** The bodies somebody runs, and so may bring in minutes for. */
export async function bodiesRun(db: Reader, actor: Actor, today: Temporal.PlainDate): Promise<BodyFacts[]> {
  const inside = await bodiesWhere(db, actor, today, insideOf(actor, today));
  return inside.filter(({ standing }) => mayRunBody(standing));
}

/** Some bodies that somebody runs, in the order they were asked for; refuses when one of them is not theirs to run. */
export async function bodiesToPasteFor(
  db: Reader,
  actor: Actor,
  ids: readonly BodyId[],
  today: Temporal.PlainDate,
): Promise<[BodyFacts, ...BodyFacts[]]> {
  const wanted = [...new Set(ids)];
  const known = await bodiesWhere(db, actor, today, sql<SqlBool>`b.id = any(${wanted}::uuid[])`);
  const [first, ...others] = wanted.flatMap((id) => known.find((body) => body.id === id) ?? []);
  if (!first || others.length + 1 < wanted.length) throw new Refusal("not_found", "body.no_such_body");
  if (![first, ...others].every(({ standing }) => mayRunBody(standing)))
    throw new Refusal("forbidden", "pasting.not_yours");
  return [first, ...others];
}

/** Minutes read from a text, with every organisation of the register known by all its names. Writes nothing. */
export async function readPasted(db: Reader, text: string, language: Language): Promise<Minutes> {
  return readMinutes(text, { organisations: await organisationsByName(db), language }).minutes;
}

async function organisationsByName(db: Reader): Promise<KnownOrganisation[]> {
  return db
    .selectFrom("organisation_alias as a")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .groupBy("o.id")
    .select(["o.municipality_code as municipalityCode", sql<string[]>`array_agg(a.written)`.as("writings")])
    .execute();
}

/** A reading that waits to be confirmed; refuses what is confirmed already, somebody else's and what is not there. */
export async function readingToConfirm(
  db: Reader,
  actor: Actor,
  id: PastedMinutesId,
  today: Temporal.PlainDate,
): Promise<PastedReading> {
  const row = await db
    .selectFrom("pasted_minutes")
    .where("id", "=", id)
    .where(sql<SqlBool>`pasted_by = ${actor.personId ?? null}::uuid`)
    .where("read", "is not", null)
    .select(["id", "text", "file_name as fileName", "read"])
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", "pasting.no_such_text");
  const bodies = await bodiesOf(db, row.id);
  return {
    id: row.id,
    text: row.text,
    fileName: row.fileName,
    minutes: row.read as unknown as Minutes,
    bodies: await bodiesToPasteFor(db, actor, bodies, today),
  };
}

async function bodiesOf(db: Reader, id: PastedMinutesId): Promise<BodyId[]> {
  const rows = await db
    .selectFrom("pasted_minutes_body")
    .where("pasted_id", "=", id)
    .orderBy("position")
    .select("body_id")
    .execute();
  return rows.map(({ body_id }) => body_id);
}

/**
 * The same text pasted before for one of the same bodies: as a meeting that came of it, or as one's own reading that
 * still waits. What somebody else has begun for another body says nothing here.
 */
export async function pastedBefore(db: Reader, actor: Actor, digest: Uint8Array, bodies: readonly BodyId[]) {
  return db
    .selectFrom("pasted_minutes as x")
    .leftJoin("meeting as m", "m.id", "x.meeting_id")
    .where("x.digest", "=", digest as Buffer)
    .where((eb) =>
      eb.or([eb("x.meeting_id", "is not", null), sql<SqlBool>`x.pasted_by = ${actor.personId ?? null}::uuid`]),
    )
    .where("x.id", "in", (eb) =>
      eb
        .selectFrom("pasted_minutes_body as b")
        .where("b.body_id", "in", [...bodies])
        .select("b.pasted_id"),
    )
    .orderBy(sql`x.meeting_id is null`)
    .select(["x.id", "m.slug", "m.title"])
    .executeTakeFirst();
}

/** What the names in a reading may mean here: the bodies, those who sit in them, and the organisations it names. */
export async function groundOf(
  db: Reader,
  { minutes, bodies }: Pick<PastedReading, "minutes" | "bodies">,
  today: Temporal.PlainDate,
): Promise<Ground> {
  const written = [...new Set(minutes.attendance.flatMap(({ organisation }) => organisation ?? []))];
  const codes = [...new Set(minutes.attendance.flatMap(({ municipality }) => municipality ?? []))];
  const [people, aliases, municipalities] = await Promise.all([
    peopleSeated(
      db,
      bodies.map(({ id }) => id),
      today,
    ),
    db
      .selectFrom("organisation_alias as a")
      .innerJoin("organisation as o", "o.id", "a.organisation_id")
      .where("a.folded", "in", [...new Set(["", ...written.map(foldName)])])
      .select(["a.folded", "o.name"])
      .execute(),
    db
      .selectFrom("organisation")
      .where("municipality_code", "in", ["", ...codes])
      .select(["municipality_code as code", "name"])
      .execute(),
  ]);
  const byFold = new Map(aliases.map(({ folded, name }) => [folded, name]));
  return {
    bodies,
    people,
    organisations: new Map(
      written.flatMap((each) => {
        const name = byFold.get(foldName(each));
        return name === undefined ? [] : [[each, name] as const];
      }),
    ),
    municipalities: new Map(municipalities.flatMap(({ code, name }) => (code === null ? [] : [[code, name] as const]))),
  };
}

/** Those who sit in some bodies, by their own names: for whoever runs them, to say who somebody in the text is. */
export async function peopleSeated(
  db: Reader,
  bodyIds: readonly BodyId[],
  today: Temporal.PlainDate,
): Promise<KnownPerson[]> {
  return db
    .selectFrom("body_seat_holding as h")
    .innerJoin("body_seat as s", "s.id", "h.seat_id")
    .innerJoin("person as p", "p.id", "h.person_id")
    .where("s.body_id", "in", [...bodyIds])
    .where(validOn(today, "h"))
    .groupBy("p.id")
    .orderBy("p.name")
    .select(["p.id", "p.name", sql<BodyId[]>`array_agg(distinct s.body_id)`.as("bodyIds")])
    .execute();
}

/** The bodies that did not meet, by name: what is referred goes to one of them. */
export async function bodiesBesides(db: Reader, bodyIds: readonly BodyId[]) {
  return db
    .selectFrom("body")
    .where("id", "not in", [...bodyIds])
    .orderBy("name")
    .orderBy("id")
    .select(["id", "name"])
    .execute();
}
