import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { type Actor, nobody } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import { isProposalPublished } from "#features/circles/proposal/published/queries.ts";
import { isAppraisalSeen } from "#features/appraisals/appraisal/queries.ts";
import { isAtWorkWithItem } from "#features/knowledge/item/queries.ts";
import { isMatterRead, isPartRead, readableBodies, scopeOf } from "#features/meetings/search/queries.ts";
import { keptChecklist } from "#features/workshops/checklist/inside/queries.ts";
import { completions, searched } from "#features/knowledge/search/queries.ts";
import { runningSearch } from "#features/knowledge/search/running/queries.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { givenMinutes } from "../../../../test/given-final-minutes.ts";
import { givenFound } from "../../../../test/given-found.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { givenRounds } from "../../../../test/given-rounds.ts";
import { given as sentences, someDay } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const given = sentences(ownerDb);
const found = givenFound(ownerDb);
const meetings = givenMeetings(ownerDb);
const minutes = givenMinutes(ownerDb);
const appraisals = givenAppraisals(ownerDb);

const units = [
  await given.organisation({ name: "FoU Länet" }),
  await given.organisation({ name: "FoU Norr" }),
] as const;
const bodies = await Promise.all(units.map((unit, at) => meetings.body(unit, { name: `Nätverk ${at}` })));
const people: readonly PersonId[] = await Promise.all(
  ["Asta Berg", "Bo Lind", "Cim Dahl"].map((name) => given.person({ name })),
);
for (const [at, body] of bodies.entries()) await meetings.sits(body, people[at] as PersonId);
await given.role(people[2] as PersonId, "developmentLeader", { organisation: units[0] });
const area = await found.term({ name: "Barn", slug: "barn" });

const roles = [
  "nobody",
  "Asta",
  "Bo",
  "Cim",
  "unitManager",
  "developmentLeader",
  "administrator",
  "registrar",
] as const;
type Who = { readonly role: (typeof roles)[number]; readonly unit: 0 | 1 };
const actorOf = async ({ role, unit }: Who): Promise<Actor> => {
  if (role === "nobody") return nobody;
  const at = ["Asta", "Bo", "Cim"].indexOf(role);
  if (at >= 0) return given.actor(people[at] as PersonId);
  return given.someone(role as "unitManager", { organisation: units[unit] });
};

const kinds = [
  "item",
  "draft",
  "checklistDraft",
  "appraisal",
  "decided",
  "list",
  "draftList",
  "working",
  "final",
  "matter",
  "proposal",
  "hiddenProposal",
] as const;
type Thing = { readonly kind: (typeof kinds)[number]; readonly unit: 0 | 1; readonly joint: boolean };
let made = 0;
/** Makes something whose every word of its own tells which it is; gives its title. */
async function make({ kind, unit, joint }: Thing): Promise<string> {
  made += 1;
  // Ends as no other does, so that none is the beginning of another.
  const own = `hemlig${letters(made)}z`;
  const [title, organisation] = [`Samtal ${own}`, units[unit]];
  const said = { title, says: `Samtal om ${own} hjälper.`, body: `Mer om ${own}.`, year: 1900 + (made % 120) };
  const met = joint ? bodies : [bodies[unit]!];
  if (kind === "item") await found.item(said, { organisation_id: organisation }, [area]);
  if (kind === "draft")
    await found.item(
      { ...said, state: "draft", written_by: people[unit] as PersonId },
      { organisation_id: organisation },
      [area],
    );
  if (kind === "checklistDraft") {
    const version = await appraisals.checklist([`Vad är ${own}?`], { title, organisation_id: organisation });
    if (!joint) await sql`alter table checklist_version disable trigger all`.execute(ownerDb);
    if (!joint)
      await ownerDb.updateTable("checklist_version").set({ published_at: null }).where("id", "=", version).execute();
    if (!joint) await sql`alter table checklist_version enable trigger all`.execute(ownerDb);
    if (!joint)
      await sql`insert into search_change (kind, thing_id) values ('checklistVersion', ${version})`.execute(ownerDb);
  }
  if (kind === "appraisal" || kind === "decided")
    await appraisals.appraisal(
      organisation,
      {
        title,
        question: said.says,
        ...(kind === "decided" ? { state: "decided" as const, decider_id: people[unit]! } : {}),
      },
      { authors: joint ? [people[1 - unit] as PersonId] : [] },
    );
  if (kind === "list" || kind === "draftList")
    await found.list(organisation, {
      title,
      purpose: said.says,
      ...(kind === "draftList" ? { published_at: null } : {}),
    });
  if (kind === "working" || kind === "final") {
    const { id } = await meetings.meeting(organisation, met);
    await minutes.part(id, joint ? null : met[0]!, [{ heading: title, body: said.says }], { state: kind });
  }
  if (kind === "matter") await meetings.matter(met[0]!, { title, about: said.says }, met);
  if (kind === "proposal" || kind === "hiddenProposal") {
    const { id: round_id } = await givenRounds(ownerDb).published(organisation);
    const at = Temporal.Instant.from("2027-03-01T10:00:00Z");
    await ownerDb
      .insertInto("proposal")
      .values({
        id: sql`gen_random_uuid()` as never,
        round_id,
        title,
        problem: said.says,
        content: "Att göra.",
        owner: "Länet",
        state: "idea",
        published_at: kind === "proposal" ? at : null,
        created_at: at,
        updated_at: at,
      })
      .execute();
  }
  return own;
}
const letters = (no: number) => Array.from(String(no), (digit) => "bdfghjklmn"[Number(digit)]).join("");

/** The titles somebody may read of all there is, asked of the plain access filters, each in its own table. */
async function readBy(actor: Actor): Promise<Set<string>> {
  const isSignedIn = sql`${actor.personId !== undefined}::boolean`;
  const scope = scopeOf(actor.personId === undefined ? [] : await readableBodies(db, actor, someDay));
  const { rows } = await sql<{ title: string }>`
    select v.title from knowledge_item i join knowledge_version v on v.item_id = i.id
    where v.state = 'published' or (v.state in ('draft', 'inReview') and ${isAtWorkWithItem(actor)})
    union all select k.title::text from checklist k join checklist_version v on v.checklist_id = k.id
    where ${isSignedIn} and (v.published_at is not null or ${keptChecklist(actor)})
    union all select a.title from appraisal a where ${isAppraisalSeen(actor)}
    union all select l.title::text from reading_list l where l.published_at is not null
      or l.organisation_id = any(${[...(actor.reach.get("knowledge:write")?.organisations ?? [])]}::uuid[])
      or ${actor.reach.get("knowledge:write")?.everywhere ?? false}
    union all select s.heading from minutes_item s join minutes_part t on t.id = s.part_id where ${isPartRead(scope)}
    union all select x.title from matter x where ${isMatterRead(scope)}
    union all select p.title from proposal p join round r on r.id = p.round_id where ${isProposalPublished}`.execute(
    db,
  );
  return new Set(rows.map(({ title }) => title));
}

/** What search tells somebody that the plain access filters do not let them know. */
async function revealed(actor: Actor, own: string): Promise<string[]> {
  const may = await readBy(actor);
  const told: string[] = [];
  const all = await searched(db, actor, someDay, { q: "samtal", facets: {}, page: 1 });
  const readable = [...may].filter((title) => title.startsWith("Samtal"));
  if (all.total !== readable.length) told.push(`counts ${all.total}, not ${readable.length}`);
  const kindsCounted = all.facets.kind.reduce((sum, { count }) => sum + count, 0);
  if (kindsCounted !== readable.length) told.push(`facets count ${kindsCounted}, not ${readable.length}`);
  for (const { title } of all.hits) if (!may.has(String(title))) told.push(`shows ${title}`);
  const title = `Samtal ${own}`;
  const mayKnow = may.has(title);
  const one = await searched(db, actor, someDay, { q: own, facets: {}, page: 1 });
  const words = JSON.stringify([
    one.hits.map(({ why, ...hit }) => ({ ...hit, found: why.map(({ found: as }) => as) })),
    one.suggestion ?? "",
    await completions(db, actor, someDay, own.slice(0, -1)),
    (await searched(db, actor, someDay, { q: `${own}x`, facets: {}, page: 1 })).suggestion ?? "",
  ]);
  if (!mayKnow && words.includes(own)) told.push(`tells ${own} in ${words}`);
  if (mayKnow && !one.hits.some((hit) => hit.title === title)) told.push(`hides ${title}`);
  return told;
}

const thing = fc.record({
  kind: fc.constantFrom(...kinds),
  unit: fc.constantFrom(0 as const, 1 as const),
  joint: fc.boolean(),
});
const who = fc.record({ role: fc.constantFrom(...roles), unit: fc.constantFrom(0 as const, 1 as const) });
const drawn = [fc.array(thing, { minLength: 1, maxLength: 4 }), fc.array(who, { minLength: 1, maxLength: 4 })] as const;

const holds = (runs: number) =>
  fc.assert(
    fc.asyncProperty(...drawn, async (things, visitors) => {
      const words = [];
      for (const each of things) words.push(await make(each));
      for (const visitor of visitors) {
        const actor = await actorOf(visitor);
        for (const word of words) expect(await revealed(actor, word), JSON.stringify({ visitor, things })).toEqual([]);
      }
    }),
    { numRuns: runs },
  );

test("hits, counts, facets, pieces and proposals hold nothing that the plain access filter refuses, and all it lets through", async () => {
  await runningSearch(db).isBuilt();
  await holds(25);
}, 180_000);

test("a document that says it is for everybody, and is not, is caught", async () => {
  const own = await make({ kind: "draft", unit: 0, joint: false });
  const open = await runningSearch(db).openTo(nobody, someDay);
  const { id } = await ownerDb
    .selectFrom("knowledge_version")
    .where("title", "=", `Samtal ${own}`)
    .select("item_id as id")
    .executeTakeFirstOrThrow();
  const planted = open.document(`itemDraft:${id}`) as { readers: string };
  planted.readers = "everybody";
  expect((await revealed(nobody, own)).join("\n")).toContain(`tells ${own}`);
  planted.readers = "asked";
  expect(await revealed(nobody, own)).toEqual([]);
}, 60_000);
