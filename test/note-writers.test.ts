import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ServerProcess, startServer } from "../bench/server-process.ts";
import { draftsOf, type NoteDraft, type Shelf, Sitting, type Told } from "../client/note-sending.ts";
import { type Id, newId } from "../src/kernel/ids.ts";
import { commandLine } from "./command-line.ts";
import { urlOf } from "./database.ts";
import { givenRounds } from "./given-rounds.ts";

// The built product as a process that is killed and started again, behind a line that breaks now and then: before the
// server has heard, or after it has done what was asked and before the answer has come.
const { ownerDb, ownerAddress, run } = await commandLine();
const given = givenRounds(ownerDb);
const folder = mkdtempSync(join(tmpdir(), "sammanvagt-notes-"));
const password = "tre som skriver i samma anteckning";
let server: ServerProcess | undefined;
let asked = 0;

const line = createServer((incoming, outgoing) => {
  const breaks = incoming.url?.endsWith("/spara") ? (asked += 1) % 5 : 0;
  if (!server || breaks === 1) return void incoming.socket.destroy();
  const { method, headers } = incoming;
  const onward = ask(new URL(incoming.url ?? "/", server.url), { method, headers }, (answer) => {
    if (breaks === 3) {
      answer.resume().on("end", () => incoming.socket.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => incoming.socket.destroy());
  incoming.pipe(onward);
});
let front = "";

async function start() {
  server = await startServer(folder, {
    BASE_URL: front,
    DATABASE_URL: urlOf(ownerAddress),
    SESSION_SECRET: "the same secret before and after",
    TRUST_PROXY: "1",
  });
}

const slug = "anteckningar-2099";
const sectionId = newId<"session_note_section">();
let sessionId: Id<"session">;
const people = ["rut", "bo", "eva"] as const;
const cookies = new Map<string, string>();

beforeAll(async () => {
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  front = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
  await start();
  const round = await given.published(await given.organiser(), { slug });
  sessionId = await given.session(round.id);
  const section = { id: sectionId, session_id: sessionId, position: 0, heading: "Runda" };
  await ownerDb.insertInto("session_note_section").values(section).execute();
  for (const name of people) {
    const email = `${name}@example.se`;
    const made = await run(["user", "create", "--email", email, "--name", name, "--password", password]);
    expect(made.err).toBe("");
    const { id } = await ownerDb.selectFrom("person").where("email", "=", email).select("id").executeTakeFirstOrThrow();
    await given.registration(round.id, { person_id: id, name });
    await signIn(name);
  }
}, 120_000);

afterAll(async () => {
  await server?.stop();
  line.closeAllConnections();
  await new Promise((resolve) => line.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

async function signIn(name: string) {
  const answer = await send("/logga-in/losenord", { email: `${name}@example.se`, password });
  const sent = answer.headers.getSetCookie().map((one) => one.split(";")[0]);
  expect(sent.length, await answer.text()).toBeGreaterThan(0);
  cookies.set(name, sent.join("; "));
}

function send(path: string, values: Record<string, string>, name = "") {
  return fetch(front + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin: front, cookie: cookies.get(name) ?? "", connection: "close" },
    body: new URLSearchParams(values),
  });
}

const at = () => `/cirkel/${slug}/traff/${sessionId}/anteckningar/${sectionId}`;
const post =
  (name: string) =>
  ({ hand, turn, basedOn, body }: NoteDraft) =>
    send(`${at()}/spara`, { hand, turn: String(turn), basedOn: String(basedOn), body }, name);

/** A device's storage, which outlives its pages. */
function shelf(): Shelf {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

async function stands() {
  return ownerDb
    .selectFrom("session_note_section")
    .where("id", "=", sectionId)
    .select(["body", "version"])
    .executeTakeFirstOrThrow();
}

/** Opens the section as its page does: with what stands there. */
async function open(name: string, device: Shelf) {
  const { body, version } = await stands();
  return new Sitting(device, name, post(name), { hand: randomUUID(), turn: 0, basedOn: version, body });
}

/** Sends until somebody has answered, as the page does when the line is back. */
async function through(sitting: Sitting): Promise<Told> {
  for (;;) {
    const told = await sitting.send();
    if (told !== "offline") return told;
    await wait(40);
  }
}

test("three write at once over a line that breaks and a server that dies: no text is lost, none doubled", async () => {
  const lines = 14;
  let written = 0;
  const write = async (name: string) => {
    const device = shelf();
    let sitting = await open(name, device);
    for (let number = 1; number <= lines; number += 1) {
      // Now and then somebody takes the section over from whoever has it; a line that breaks then is no matter.
      if (number % 4 === 0) await send(`${at()}/skriv`, { takesOver: "yes" }, name).catch(() => undefined);
      sitting.write(`${sitting.draft.body}\n${name} ${number}.`.trim());
      // Some of it is typed while what was typed before is on its way.
      const first = sitting.send();
      sitting.write(`${sitting.draft.body}\n${name} ${number}, mer.`);
      await first;
      const told = await through(sitting);
      written += 1;
      expect(["saved", "beside"]).toContain(told);
      expect(draftsOf(device, name)).toEqual([]);
      if (told === "beside") sitting = await open(name, device);
    }
  };
  const dies = async () => {
    for (const share of [0.3, 0.6]) {
      while (written < people.length * lines * share) await wait(20);
      const dying = server;
      server = undefined;
      await dying?.kill();
      await start();
    }
  };
  await Promise.all([...people.map(write), dies()]);

  const { body } = await stands();
  const others = await ownerDb
    .selectFrom("session_note_text")
    .where("section_id", "=", sectionId)
    .select(["body", "hand", "settled_at"])
    .execute();
  const kept = [body, ...others.map((text) => text.body)].map((text) => text.split("\n"));
  for (const name of people) {
    for (let number = 1; number <= lines; number += 1) {
      for (const word of [`${name} ${number}.`, `${name} ${number}, mer.`])
        expect([word, kept.some((text) => text.includes(word))]).toEqual([word, true]);
    }
  }
  for (const text of kept) expect(text).toEqual([...new Set(text)]);
  const waiting = others.filter(({ settled_at }) => settled_at === null);
  expect(waiting.length, "somebody was taken over from").toBeGreaterThan(0);
  expect(new Set(waiting.map((text) => text.body)).size).toBe(waiting.length);
  expect(waiting.filter((text) => text.body === body)).toEqual([]);
}, 120_000);

test("what was written after the log-in had ended lies on the device, and is sent after the next one", async () => {
  const device = shelf();
  const sitting = await open("rut", device);
  await ownerDb.deleteFrom("sign_in_session").execute();
  await send(`${at()}/skriv`, { takesOver: "yes" }, "rut");
  sitting.write("Skrivet efter att jag loggats ut");
  expect(await through(sitting)).toBe("signedOut");
  expect(await stands()).not.toMatchObject({ body: "Skrivet efter att jag loggats ut" });

  await signIn("rut");
  await send(`${at()}/skriv`, { takesOver: "yes" }, "rut");
  const [left] = draftsOf(device, "rut");
  const again = new Sitting(device, "rut", post("rut"), left!);
  again.takeUp();
  expect(await through(again)).toBe("saved");
  expect(await stands()).toMatchObject({ body: "Skrivet efter att jag loggats ut" });
  expect(draftsOf(device, "rut")).toEqual([]);
}, 60_000);
