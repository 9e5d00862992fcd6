import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Outbox, type Told } from "../client/answer-sending.ts";
import { type ServerProcess, startServer } from "../bench/server-process.ts";
import { commandLine } from "./command-line.ts";
import { urlOf } from "./database.ts";
import { given } from "./given.ts";
import { givenWorkshops } from "./given-workshops.ts";

// Two processes of the built product on one PostgreSQL. Phones send with the page's own script, and one process is killed
// in the middle of the round: each phone goes to the other with what it has not had an answer for.
const { ownerDb, ownerAddress } = await commandLine();
const workshops = givenWorkshops(ownerDb);
const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), "sammanvagt-room-")));
let servers: ServerProcess[] = [];
const phones = 40;
const answersEach = 5;

beforeAll(async () => {
  const environment = { DATABASE_URL: urlOf(ownerAddress), SESSION_SECRET: "the same secret for every process" };
  servers = await Promise.all(folders.map((folder) => startServer(folder, environment)));
}, 120_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function put() {
  const room = await workshops.workshop(await given(ownerDb).organisation(), { state: "open", device: "person" });
  const question = await workshops.question(room.id, "open", "Vad behöver vi veta?");
  const round = await workshops.round(room.id, question.id, { opened_at: Temporal.Now.instant() });
  return { room, round };
}

function shelf() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

test("of a round in the middle of which one of two processes is killed nothing is lost and nothing doubled", async () => {
  const { room, round } = await put();
  let dead = "none of them";
  let settled = 0;
  let offline = 0;

  /** The process a phone reaches: its own, and the other when that has gone. */
  const reached = (number: number) => {
    const own = servers[number % 2]!.url;
    return own === dead ? servers[(number + 1) % 2]!.url : own;
  };
  const send = (number: number, path: string, values: Iterable<readonly [string, string]>, cookie = "") => {
    const url = reached(number);
    return fetch(url + path, {
      method: "POST",
      redirect: "manual",
      headers: { origin: url, cookie, accept: "application/json" },
      body: new URLSearchParams([...values].map(([name, value]) => [name, value])),
      signal: AbortSignal.timeout(10_000),
    });
  };

  async function join(number: number): Promise<string> {
    const joined = await send(number, `/delta/${room.code}`, []);
    expect(joined.status).toBe(303);
    return joined.headers.getSetCookie()[0]!.split(";")[0]!;
  }

  async function phone(cookie: string, number: number): Promise<void> {
    const outbox = new Outbox(shelf(), "answers", ({ values }) =>
      send(number, `/delta/${room.code}/svar`, values, cookie),
    );
    for (let answer = 0; answer < answersEach; answer += 1) {
      const text = `Telefon ${number}, svar ${answer}`;
      const values = [
        ["round", round],
        ["mark", `${number}-${answer}`],
        ["text", text],
      ] as const;
      outbox.add({ round, values });
      await wait(Math.random() * 60);
      while (!outbox.isEmpty) {
        await outbox.send((_, told: Told) => {
          if (told.what === "refused") throw new Error(told.problems.join(" "));
          if (told.what === "taken") settled += 1;
          else offline += 1;
        });
        if (!outbox.isEmpty) await wait(100);
      }
    }
  }

  // Everybody is in before the process is killed: it is the round that is tried.
  const cookies = await Promise.all(Array.from({ length: phones }, (_, number) => join(number)));
  const all = Promise.all(cookies.map(phone));
  while (settled < (phones * answersEach) / 3) await wait(5);
  const [dying] = servers as [ServerProcess, ServerProcess];
  const killed = dying.kill();
  await wait(150); // whoever has a request there finds out for themselves
  dead = dying.url;
  await killed;
  await all;

  expect(offline).toBeGreaterThan(0);
  const kept = await ownerDb.selectFrom("workshop_answer").where("workshop_id", "=", room.id).select("text").execute();
  const sent = Array.from({ length: phones * answersEach }, (_, at) => {
    return `Telefon ${Math.floor(at / answersEach)}, svar ${at % answersEach}`;
  });
  expect(kept).toHaveLength(sent.length);
  expect(new Set(kept.map(({ text }) => text))).toEqual(new Set(sent));
}, 60_000);
