import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { HarvestSourceId } from "#features/knowledge/filling/filling.ts";
import { harvest, type HarvestWays } from "#features/knowledge/filling/harvest/commands.ts";
import { harvestsDue } from "#features/knowledge/filling/harvest/queries.ts";
import { fillingJobs } from "#features/knowledge/filling/jobs.ts";
import { configFrom } from "#config.ts";
import { outsideOf } from "#platform/outside/ask-outside.ts";
import { packageRoot } from "#platform/package-root.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenFillings } from "../../../../../test/given-fillings.ts";
import { jobSurroundings } from "../../../../../test/jobs.ts";
import { given } from "../../../../../test/given.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { envelope, oaiServer, plainTitlePage } from "../../../../../test/oai-server.ts";

const { db, ownerDb, address: databaseAddress } = await testDatabase();
const { organisation } = given(ownerDb);
const filling = givenFillings(ownerDb);
const unit = await organisation({ name: "FoU Länet" });
const start = noon("2027-03-18")();
const outside = outsideOf({
  baseUrl: "https://sammanvagt.example.se",
  operatorContact: "drift@example.se",
  innerHosts: ["127.0.0.1"],
});
const ways: HarvestWays = { outside, pause: 0, budget: 600_000 };
const after = (minutes: number) => () => start.add({ minutes });

const candidates = async (id: HarvestSourceId) =>
  ownerDb.selectFrom("knowledge_candidate").where("source_id", "=", id).orderBy("identifier").selectAll().execute();
const state = async (id: HarvestSourceId) =>
  ownerDb.selectFrom("harvest_source").where("id", "=", id).selectAll().executeTakeFirstOrThrow();

test(
  "10,000 records come whole and once, though the archive dies on the way and then we do",
  { timeout: 300_000 },
  async () => {
    const server = await oaiServer({ records: 10_000, page: 100 });
    const id = await filling.source(unit, { address: server.address });

    // The archive dies at the thirtieth page.
    server.archive.fault = (_, response) => {
      if (server.questions.length < 30) return false;
      response.destroy();
      return true;
    };
    expect(await harvest(db, after(0), id, ways)).toBe("rests");
    await server.die();
    expect(await candidates(id)).toHaveLength(2_900);
    expect(await state(id)).toMatchObject({ last_problem: "unreachable", resumption: "from:2900", failures: 1 });
    expect(await harvestsDue(db, start)).toEqual([]);
    expect(await harvest(db, after(6), id, ways)).toBe("rests");

    // Then we die, in the middle of it.
    server.archive.fault = undefined;
    await server.rise();
    const before = server.questions.length;
    const process_ = spawn(process.execPath, [join(packageRoot, "test/harvesting-process.ts")], {
      cwd: packageRoot,
      env: {
        ...process.env,
        ARGUMENTS: JSON.stringify({ address: databaseAddress, sourceId: id, now: after(30)().toString() }),
      },
      stdio: "ignore",
    });
    const ended = once(process_, "exit");
    while (server.questions.length < before + 10 && process_.exitCode === null) await pause(10);
    process_.kill("SIGKILL");
    await ended;
    const halfway = (await candidates(id)).length;
    expect(halfway).toBeGreaterThan(2_900);
    expect(halfway).toBeLessThan(10_000);

    // What died holds it for two minutes more; then it goes on by itself.
    expect(await harvest(db, after(31), id, ways)).toBe("held");
    expect(await harvestsDue(db, after(40)())).toEqual([id]);
    expect(await harvest(db, after(40), id, ways)).toBe("ended");
    const all = await candidates(id);
    expect(all).toHaveLength(10_000);
    expect(new Set(all.map(({ identifier }) => identifier)).size).toBe(10_000);
    expect(await state(id)).toMatchObject({
      resumption: null,
      harvested_until: "2027-03-18",
      last_problem: null,
      failures: 0,
    });
    expect(server.mostAtOnce()).toBe(1);
    // Nothing came into the base.
    const { rows } = await sql`select 1 from knowledge_item`.execute(ownerDb);
    expect(rows).toEqual([]);
  },
);

test("a record keeps what was decided of it, is put right until then, and is marked when the archive takes it away", async () => {
  const server = await oaiServer({ records: 3, page: 2 });
  const id = await filling.source(unit, { address: server.address });
  expect(await harvest(db, after(0), id, ways)).toBe("ended");
  const [first] = await candidates(id);
  expect(first).toMatchObject({
    title: "Barns delaktighet, del 0",
    authors: ["Berg, Asta", "Lind, Bo"],
    source: "FoU Länet",
    year: 2010,
    licence: "CC BY 4.0",
    link: "https://archive.example.se/record/0",
    doi: "10.5555/arkiv.0",
    abstract: "Om hur barn & unga får komma till tals.",
    standing: "new",
  });
  await ownerDb
    .updateTable("knowledge_candidate")
    .set({ standing: "leftOut", decided_at: start })
    .where("id", "=", first!.id)
    .execute();
  server.archive.dc = (number) => plainTitlePage(number).replace("delaktighet", "rätt att höras");
  server.archive.gone = new Set([2]);
  // A week on it is asked again, for what is new since the day it was asked.
  expect(await harvestsDue(db, after(60)())).not.toContain(id);
  const week = after(7 * 24 * 60);
  expect(await harvestsDue(db, week())).toContain(id);
  expect(await harvest(db, week, id, ways)).toBe("ended");
  expect(server.questions.at(-2)?.asked.get("from")).toBe("2027-03-18");
  expect((await candidates(id)).map(({ title, standing, is_gone }) => [title, standing, is_gone])).toEqual([
    ["Barns delaktighet, del 0", "leftOut", false],
    ["Barns rätt att höras, del 1", "new", false],
    ["Barns delaktighet, del 2", "new", true],
  ]);
  expect(server.questions[0]?.agent).toBe("Sammanvagt (+https://sammanvagt.example.se; mailto:drift@example.se)");
});

test.each([
  ["gives the same place to go on from again and again", "from:10", "goes_in_circles", 2],
  ["leads us round in a circle", "round", "goes_in_circles", 3],
])("an archive that %s is stopped, and what came is kept", async (_, token, problem, questions) => {
  const server = await oaiServer({ records: 30 });
  const tokens = token === "round" ? ["a:10", "b:10", "a:10"] : [token, token];
  server.archive.fault = (_asked, response) => {
    const next = tokens[server.questions.length - 1];
    const inner = `<ListRecords><record><header><identifier>r${server.questions.length}</identifier></header><metadata>${plainTitlePage(1)}</metadata></record><resumptionToken>${next}</resumptionToken></ListRecords>`;
    response.end(envelope(server.archive, inner));
    return true;
  };
  const id = await filling.source(unit, { address: server.address });
  expect(await harvest(db, after(0), id, ways)).toBe("rests");
  expect(await state(id)).toMatchObject({ last_problem: problem, resumption: null, harvested_until: null });
  expect(server.questions).toHaveLength(questions);
  expect(await candidates(id)).toHaveLength(questions);
});

test("a record of 10 MB is passed over and counted, and the rest comes", async () => {
  const server = await oaiServer({
    records: 5,
    page: 5,
    dc: (number) =>
      number === 2 ? plainTitlePage(2).replace("Om hur", "x".repeat(10_000_000)) : plainTitlePage(number),
  });
  const id = await filling.source(unit, { address: server.address });
  expect(await harvest(db, after(0), id, ways)).toBe("ended");
  expect(await state(id)).toMatchObject({ records: 4, skipped: 1 });
  expect(await candidates(id)).toHaveLength(4);
});

test.each([
  ["XML that is not whole", "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><ListRecords>", "broken_xml"],
  ["something that is no XML", "Internal error &&&", "broken_xml"],
  [
    "a document type with entities in it",
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    "broken_xml",
  ],
  ["letters that are no UTF-8", Buffer.from([0x3c, 0x78, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x78, 0x3e]), "broken_xml"],
  ["a web page", "<html><body>Hej</body></html>", "not_oai"],
])("%s is told, and asked for again later", async (_, body, problem) => {
  const server = await oaiServer();
  const id = await filling.source(unit, { address: server.address });
  server.archive.fault = (_asked, response) => {
    response.end(body);
    return true;
  };
  expect(await harvest(db, after(0), id, ways)).toBe("rests");
  expect(await state(id)).toMatchObject({ last_problem: problem, failures: 1, held_until: null });
  expect(await candidates(id)).toEqual([]);
  server.archive.fault = undefined;
  expect(await harvest(db, after(6), id, ways)).toBe("ended");
  expect(await candidates(id)).toHaveLength(25);
});

test("an archive that asks us to wait is left in peace for as long as it says", async () => {
  const server = await oaiServer();
  const id = await filling.source(unit, { address: server.address });
  server.archive.fault = (_, response) => {
    response.writeHead(503, { "retry-after": "1800" }).end();
    return true;
  };
  expect(await harvest(db, after(0), id, ways)).toBe("rests");
  expect(await state(id)).toMatchObject({ last_problem: "asks_us_to_wait" });
  expect((await state(id)).rests_until?.toString()).toBe(start.add({ minutes: 30 }).toString());
  expect(await harvest(db, after(29), id, ways)).toBe("held");
  expect(server.questions).toHaveLength(1);
});

test("an archive that has forgotten where we were is asked from the beginning, and nothing comes twice", async () => {
  const server = await oaiServer();
  const id = await filling.source(unit, { address: server.address });
  server.archive.forgets = true;
  expect(await harvest(db, after(0), id, ways)).toBe("rests");
  expect(await state(id)).toMatchObject({ last_problem: "token_refused", resumption: null });
  server.archive.forgets = false;
  expect(await harvest(db, after(6), id, ways)).toBe("ended");
  expect(await candidates(id)).toHaveLength(25);
});

test("two who harvest at once ask one question at a time, and a record is there once", async () => {
  const server = await oaiServer({ records: 60 });
  const id = await filling.source(unit, { address: server.address });
  const other = await filling.source(unit, { address: `${server.address}/other` });
  const outcomes = await Promise.all([id, id, other].map((each) => harvest(db, after(0), each, ways)));
  expect(outcomes.toSorted()).toEqual(["ended", "held", "held"]);
  expect(server.mostAtOnce()).toBe(1);
});

test("what is left when the time is out goes on from there", async () => {
  const server = await oaiServer();
  const id = await filling.source(unit, { address: server.address });
  expect(await harvest(db, after(0), id, { ...ways, budget: 0 })).toBe("more");
  expect(await state(id)).toMatchObject({ resumption: "from:10", held_until: null });
  expect(await harvest(db, after(0), id, ways)).toBe("ended");
  expect(await candidates(id)).toHaveLength(25);
});

test("a day without anything new is an end as good as any, and a refusal is told", async () => {
  const server = await oaiServer({ day: "2027-03-17" });
  const nothing = await filling.source(unit, { address: server.address, harvested_until: "2027-03-18" });
  expect(await harvest(db, after(0), nothing, ways)).toBe("ended");
  const refused = await filling.source(unit, { address: server.address, metadata_prefix: "mods" });
  expect(await harvest(db, after(0), refused, ways)).toBe("rests");
  expect(await state(refused)).toMatchObject({ last_problem: "archive_refuses" });
});

test("between two questions there is a pause", async () => {
  const server = await oaiServer({ records: 30 });
  const asked: number[] = [];
  server.archive.fault = () => {
    asked.push(performance.now());
    return false;
  };
  const id = await filling.source(unit, { address: server.address });
  expect(await harvest(db, after(0), id, { ...ways, pause: 150 })).toBe("ended");
  const pauses = asked.slice(1).map((at, place) => at - asked[place]!);
  expect(pauses).toHaveLength(2);
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(149);
});

test("by the clock the archives whose time it is are asked in jobs, and none that leads inside", async () => {
  const server = await oaiServer({ records: 5 });
  await ownerDb.updateTable("harvest_source").set({ is_resting: true }).execute();
  const id = await filling.source(unit, { address: server.address });
  const work = async (name: string, payload: unknown, innerHosts: string) => {
    const config = configFrom({ BASE_URL: "https://sammanvagt.example.se", INNER_HOSTS: innerHosts });
    const handler = fillingJobs.find(({ kind }) => kind.name === name)!;
    await handler.run(payload, { ...jobSurroundings(db, { now: after(0) }), config, attempt: 1, isLastAttempt: false });
  };
  await work("knowledge.ask_archives", null, "");
  const { rows } = await sql<{ data: unknown }>`
    select data from pgboss.job where name = 'knowledge.harvest'`.execute(ownerDb);
  expect(rows.map(({ data }) => data)).toEqual([{ sourceId: id }]);
  await work("knowledge.harvest", { sourceId: id }, "");
  expect(await state(id)).toMatchObject({ last_problem: "inner_address" });
  expect(server.questions).toEqual([]);
  await ownerDb.updateTable("harvest_source").set({ rests_until: null }).where("id", "=", id).execute();
  await work("knowledge.harvest", { sourceId: id }, "127.0.0.1");
  expect(await candidates(id)).toHaveLength(5);
});

test("an archive at rest is not asked", async () => {
  const server = await oaiServer();
  const id = await filling.source(unit, { address: server.address, is_resting: true });
  expect(await harvestsDue(db, start)).not.toContain(id);
  expect(await harvest(db, after(0), id, ways)).toBe("held");
  expect(server.questions).toEqual([]);
});
