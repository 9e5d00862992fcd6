import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { clockwork } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { json } from "#platform/database/json.ts";
import { askOutside, type Outside } from "#platform/outside/ask-outside.ts";
import { OutsideProblem } from "#platform/outside/outside-problem.ts";
import {
  type HarvestProblem,
  isGivenUp,
  nextStep,
  type NextStep,
  secondsAtRest,
} from "#features/knowledge/filling/harvest-steps.ts";
import type { HarvestSourceId } from "#features/knowledge/filling/filling.ts";
import { type OaiAnswer, OaiProblem, oaiReader } from "#features/knowledge/filling/oai-answer.ts";
import { readReference } from "#features/knowledge/filling/read-reference.ts";
import { secondsToWait } from "#features/knowledge/filling/retry-after.ts";

export type HarvestWays = {
  readonly outside: Outside;
  /** How long we wait between two questions, in milliseconds. */
  readonly pause: number;
  /** After so many milliseconds no new page is asked for: the rest is for another time. */
  readonly budget: number;
};

/** How a stretch of a harvest ended: there is more, all is here, the archive is left in peace, or somebody else is at it. */
export type HarvestOutcome = "more" | "ended" | "rests" | "held";

/** One answer may take so long and say so much. A record that is too large is passed over, whatever came before it. */
const limits = { patience: 40_000, most: 32 * 1024 * 1024 };
const held = Temporal.Duration.from({ minutes: 2 });

type Held = {
  readonly id: HarvestSourceId;
  readonly organisationId: OrganisationId;
  readonly address: string;
  readonly metadataPrefix: string;
  readonly setSpec: string | null;
  readonly harvestedUntil: string | null;
  readonly resumption: string | null;
};

/**
 * Asks an archive for its records, page by page, for a while: one question at a time with a pause between, and the place
 * to go on from is kept with every page. So a harvest that is broken off, by the archive or by us, goes on where it was,
 * and a record that comes twice is there once. What comes lands in a list to go through, never in the base. (R086)
 */
export async function harvest(
  db: Database,
  now: Clock,
  id: HarvestSourceId,
  ways: HarvestWays,
): Promise<HarvestOutcome> {
  const until = performance.now() + ways.budget;
  let source = await hold(db, now, id);
  if (!source) return "held";
  for (;;) {
    const asked = await pageOf(source, now, ways);
    if ("problem" in asked) {
      await layAside(db, now, source, asked);
      return "rests";
    }
    const next = await takePage(db, now, source, asked.answer);
    if (typeof next === "string") return next;
    if (performance.now() >= until) {
      await letGo(db, id);
      return "more";
    }
    await pause(ways.pause);
    source = await hold(db, now, id, next);
    if (!source) return "held";
  }
}

/**
 * Holds an archive for the one who asks it now, and begins its harvest if none is under way. Nobody else asks the same
 * host until it is let go, or its time is out because whoever held it has died.
 */
function hold(
  db: Database,
  now: Clock,
  id: HarvestSourceId,
  goesOn?: { readonly token: string },
): Promise<Held | undefined> {
  return change(db, clockwork, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('knowledge.harvest'))`.execute(tx);
    markRecorded(tx);
    const at = now();
    const { rows } = await sql<Held>`
      update harvest_source s
      set held_until = ${at.add(held)}, began_at = coalesce(s.began_at, ${at}),
        records = case when s.began_at is null then 0 else s.records end,
        skipped = case when s.began_at is null then 0 else s.skipped end
      where s.id = ${id} and not s.is_resting
        and (${goesOn !== undefined}::boolean or s.held_until is null or s.held_until < ${at})
        and (${goesOn === undefined}::boolean or s.resumption is not distinct from ${goesOn?.token ?? null})
        and (s.rests_until is null or s.rests_until <= ${at})
        and not exists (select from harvest_source other
          where other.id <> s.id and other.held_until > ${at}
            and split_part(other.address, '/', 3) = split_part(s.address, '/', 3))
      returning s.id, s.organisation_id as "organisationId", s.address, s.metadata_prefix as "metadataPrefix",
        s.set_spec as "setSpec", s.harvested_until as "harvestedUntil", s.resumption`.execute(tx);
    return rows[0];
  });
}

type Asked = { readonly answer: OaiAnswer } | { readonly problem: HarvestProblem; readonly wait: number | undefined };

async function pageOf(source: Held, now: Clock, { outside }: HarvestWays): Promise<Asked> {
  const reader = oaiReader();
  try {
    const { status, headers } = await askOutside(listAddress(source), outside, {
      ...limits,
      accept: "text/xml",
      take: reader.take,
    });
    if (status === 200) return { answer: reader.end() };
    const wait = secondsToWait(headers["retry-after"], now());
    const problem = status === 503 || status === 429 ? "asks_us_to_wait" : "answered_badly";
    return { problem, wait };
  } catch (problem) {
    if (problem instanceof OutsideProblem || problem instanceof OaiProblem)
      return { problem: problem.code, wait: undefined };
    throw problem;
  }
}

/** Where the next page is asked for. With a place to go on from, nothing else may be said. */
function listAddress({ address, metadataPrefix, setSpec, harvestedUntil, resumption }: Held): string {
  const url = new URL(address);
  const asked: Record<string, string | null> =
    resumption === null ? { metadataPrefix, set: setSpec, from: harvestedUntil } : { resumptionToken: resumption };
  url.searchParams.set("verb", "ListRecords");
  for (const [name, value] of Object.entries(asked)) if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

/** Takes a page of records and the place to go on from in one change: neither is there without the other. */
function takePage(
  db: Database,
  now: Clock,
  source: Held,
  answer: OaiAnswer,
): Promise<{ readonly token: string } | HarvestOutcome> {
  return change(db, clockwork, async (tx) => {
    const progress = await tx
      .selectFrom("harvest_source")
      .where("id", "=", source.id)
      .select(["resumption", "places_seen as placesSeen", "began_stamp as beganStamp", "failures"])
      .forUpdate()
      .executeTakeFirst();
    // Somebody else has gone on meanwhile: the page is theirs.
    if (!progress || progress.resumption !== source.resumption) {
      markRecorded(tx);
      return "held";
    }
    const counted = await takeRecords(tx, now, source, answer);
    const next = nextStep(answer, progress, digestOf);
    await tx
      .updateTable("harvest_source")
      .set({
        ...standingAfter(next, { ...progress, stamp: answer.stamp, at: now() }),
        records: sql<number>`records + ${counted.records}`,
        skipped: sql<number>`skipped + ${counted.skipped}`,
      })
      .where("id", "=", source.id)
      .execute();
    await record(tx, {
      by: clockwork,
      what: "knowledge.harvest_page_taken",
      about: source.id,
      organisationId: source.organisationId,
      after: { ...counted, step: next.step },
    });
    if (next.step === "goOn") return { token: next.token };
    return next.step === "end" ? "ended" : "rests";
  });
}

type Standing = {
  readonly placesSeen: readonly string[];
  readonly beganStamp: string | null;
  readonly failures: number;
  readonly stamp: string | undefined;
  readonly at: Temporal.Instant;
};

/** Where an archive stands after a page. */
function standingAfter(next: NextStep, { placesSeen, beganStamp, failures, stamp, at }: Standing) {
  const began = (beganStamp ?? stamp ?? at.toString()).slice(0, 30);
  const over = { resumption: null, places_seen: [], held_until: null };
  const ended = { ...over, began_at: null, began_stamp: null, last_ended_at: at };
  const well = { failures: 0, last_problem: null, rests_until: null };
  switch (next.step) {
    case "goOn":
      return {
        ...well,
        resumption: next.token,
        places_seen: [...placesSeen, digestOf(next.token)],
        began_stamp: began,
      };
    case "end":
      // By the day, which every archive understands. The last day is asked for again: more may have come in it.
      return { ...ended, ...well, harvested_until: began.slice(0, 10) };
    case "beginAgain": {
      const rests_until = at.add({ seconds: secondsAtRest(failures + 1) });
      const since = isGivenUp(failures + 1) ? ended : over;
      return { ...since, failures: failures + 1, last_problem: "token_refused", rests_until };
    }
    default:
      return { ...ended, failures: failures + 1, last_problem: next.problem };
  }
}

/**
 * Writes the records of a page in the list to go through. One that is there already is put right as long as nobody has
 * said what becomes of it; what was said is never undone. One that the archive has taken away is marked.
 */
async function takeRecords(tx: Tx, now: Clock, source: Held, { records, skipped }: OaiAnswer) {
  const gone = records.filter(({ isGone }) => isGone);
  // The same record twice on a page is the later of the two.
  const kept = new Map(records.filter(({ isGone }) => !isGone).map((one) => [one.identifier, one]));
  const rows = [...kept.values()].flatMap(({ identifier, datestamp, told }) => {
    const { title, ...rest } = readReference(told);
    return title === null ? [] : [{ id: newId<"knowledge_candidate">(), identifier, datestamp, title, ...rest }];
  });
  await sql`
    insert into knowledge_candidate as c (id, organisation_id, source_id, identifier, datestamp, title, authors, source,
      year, licence, link, doi, abstract, brought_at)
    select r.id, ${source.organisationId}, ${source.id}, r.identifier, r.datestamp, r.title,
      array(select jsonb_array_elements_text(r.authors)), r.source, r.year, r.licence, r.link, r.doi, r.abstract, ${now()}
    from jsonb_to_recordset(${json(rows)}::jsonb) as r (id uuid, identifier text, datestamp text, title text,
      authors jsonb, source text, year int, licence text, link text, doi text, abstract text)
    on conflict (source_id, identifier) do update set datestamp = excluded.datestamp, is_gone = false,
      title = case when c.standing = 'new' then excluded.title else c.title end,
      authors = case when c.standing = 'new' then excluded.authors else c.authors end,
      source = case when c.standing = 'new' then excluded.source else c.source end,
      year = case when c.standing = 'new' then excluded.year else c.year end,
      licence = case when c.standing = 'new' then excluded.licence else c.licence end,
      link = case when c.standing = 'new' then excluded.link else c.link end,
      doi = case when c.standing = 'new' then excluded.doi else c.doi end,
      abstract = case when c.standing = 'new' then excluded.abstract else c.abstract end`.execute(tx);
  await sql`
    update knowledge_candidate set is_gone = true
    where source_id = ${source.id} and identifier = any(${gone.map(({ identifier }) => identifier)}::text[])`.execute(
    tx,
  );
  return { records: rows.length, gone: gone.length, skipped: skipped + kept.size - rows.length };
}

/** Lays a harvest aside because the archive did not answer as it should: it goes on where it was, later. */
function layAside(
  db: Database,
  now: Clock,
  source: Held,
  { problem, wait }: { problem: HarvestProblem; wait: number | undefined },
): Promise<void> {
  return change(db, clockwork, async (tx) => {
    const at = now();
    const { failures } = await tx
      .updateTable("harvest_source")
      .set({ failures: sql<number>`failures + 1`, last_problem: problem, held_until: null })
      .where("id", "=", source.id)
      .returning("failures")
      .executeTakeFirstOrThrow();
    const since = isGivenUp(failures)
      ? { began_at: null, began_stamp: null, resumption: null, places_seen: [], last_ended_at: at, failures: 0 }
      : { rests_until: at.add({ seconds: wait ?? secondsAtRest(failures) }) };
    await tx.updateTable("harvest_source").set(since).where("id", "=", source.id).execute();
    await record(tx, {
      by: clockwork,
      what: "knowledge.harvest_laid_aside",
      about: source.id,
      organisationId: source.organisationId,
      after: { problem, failures },
    });
  });
}

/** Lets an archive go for a while: whoever asks next goes on where it is. */
function letGo(db: Database, id: HarvestSourceId): Promise<void> {
  return change(db, clockwork, async (tx) => {
    markRecorded(tx);
    await tx.updateTable("harvest_source").set({ held_until: null }).where("id", "=", id).execute();
  });
}

function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url").slice(0, 16);
}
