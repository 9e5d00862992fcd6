import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftsOf, type NoteDraft, type Shelf, Sitting, type Told } from "../client/note-sending.ts";
import { newId, type PersonId } from "../src/kernel/ids.ts";
import { breakingLine } from "./breaking-line.ts";
import { commandLine } from "./command-line.ts";
import { urlOf } from "./database.ts";
import { givenMeetings } from "./given-meetings.ts";
import { day, givenRounds } from "./given-rounds.ts";

// Several write in the same text with the script of the page, over a line that breaks, in a server that dies.
const { ownerDb, ownerAddress, run } = await commandLine();
const line = breakingLine(/\/spara$/u, {
  DATABASE_URL: urlOf(ownerAddress),
  SESSION_SECRET: "the same secret before and after",
  TRUST_PROXY: "1",
});
const password = "tre som skriver i samma anteckning";
const people = ["rut", "bo", "eva"] as const;
type Name = (typeof people)[number];
const cookies = new Map<Name, string>();

/** A kind of text that several write in: where it is kept, and what stands in front of it. */
type Written = {
  readonly id: string;
  readonly texts: string;
  readonly others: string;
  readonly of: string;
  readonly address: string;
  /** How much each writes, and when the server dies: after which shares of it all. */
  readonly lines: number;
  readonly dies: readonly number[];
};

const roundSlug = "anteckningar-2099";
const meetingSlug = "gemensamt-2099";
const sessionId = newId<"session">();
const sectionId = newId<"session_note_section">();
const itemId = newId<"minutes_item">();
const sameTextId = newId<"minutes_item">();
const notes: Written = {
  id: sectionId,
  texts: "session_note_section",
  others: "session_note_text",
  of: "section_id",
  address: `/cirkel/${roundSlug}/traff/${sessionId}/anteckningar/${sectionId}`,
  lines: 10,
  dies: [0.3, 0.6],
};
const minutes: Written = {
  id: itemId,
  texts: "minutes_item",
  others: "minutes_other_text",
  of: "item_id",
  address: `/mote/${meetingSlug}/anteckningar/punkt/${itemId}`,
  lines: 8,
  dies: [0.5],
};

beforeAll(async () => {
  await line.open();
  const ids: PersonId[] = [];
  for (const name of people) {
    const email = `${name}@example.se`;
    const made = await run(["user", "create", "--email", email, "--name", name, "--password", password]);
    expect(made.err).toBe("");
    const { id } = await ownerDb.selectFrom("person").where("email", "=", email).select("id").executeTakeFirstOrThrow();
    ids.push(id);
    await signIn(name);
  }
  await circleWith(ids);
  await networkWith(ids);
}, 120_000);

afterAll(() => line.close());

async function circleWith(ids: readonly PersonId[]) {
  const given = givenRounds(ownerDb);
  const round = await given.published(await given.organiser(), { slug: roundSlug });
  await given.session(round.id, { id: sessionId });
  const section = { id: sectionId, session_id: sessionId, position: 0, heading: "Runda" };
  await ownerDb.insertInto("session_note_section").values(section).execute();
  for (const [at, person_id] of ids.entries())
    await given.registration(round.id, { person_id, name: people[at] ?? "" });
}

async function networkWith(ids: readonly PersonId[]) {
  const meetings = givenMeetings(ownerDb);
  const organisation = await givenRounds(ownerDb).organiser();
  const network = await meetings.body(organisation);
  const { id: meeting_id } = await meetings.meeting(organisation, [network], { slug: meetingSlug, state: "held" });
  const part_id = newId<"minutes_part">();
  await ownerDb.insertInto("minutes_part").values({ id: part_id, meeting_id, state: "working" }).execute();
  const items = [itemId, sameTextId].map((id, position) => ({ id, part_id, position, heading: `Fråga ${position}` }));
  await ownerDb.insertInto("minutes_item").values(items).execute();
  for (const person_id of ids) {
    await meetings.sits(network, person_id, "member", { valid_from: day("2020-01-01") });
    await ownerDb.insertInto("minutes_note_taker").values({ part_id, person_id }).execute();
  }
}

async function signIn(name: Name) {
  const answer = await send("/logga-in/losenord", { email: `${name}@example.se`, password });
  const sent = answer.headers.getSetCookie().map((one) => one.split(";")[0]);
  expect(sent.length, await answer.text()).toBeGreaterThan(0);
  cookies.set(name, sent.join("; "));
}

function send(path: string, values: Record<string, string>, name?: Name) {
  return fetch(line.address() + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin: line.address(), cookie: (name && cookies.get(name)) ?? "", connection: "close" },
    body: new URLSearchParams(values),
  });
}

const post =
  ({ address }: Written, name: Name) =>
  ({ hand, turn, basedOn, body }: NoteDraft) =>
    send(`${address}/spara`, { hand, turn: String(turn), basedOn: String(basedOn), body }, name);

const takeOver = ({ address }: Written, name: Name) => send(`${address}/skriv`, { takesOver: "yes" }, name);

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

async function stands({ texts, id }: Written): Promise<{ body: string; version: number }> {
  const asked = sql<{ body: string; version: number }>`select body, version from ${sql.table(texts)} where id = ${id}`;
  const { rows } = await asked.execute(ownerDb);
  return rows[0]!;
}

async function others({ others: table, of, id }: Written): Promise<{ body: string; isWaiting: boolean }[]> {
  const { rows } = await sql<{ body: string; isWaiting: boolean }>`
    select body, settled_at is null as "isWaiting" from ${sql.table(table)} where ${sql.ref(of)} = ${id}`.execute(
    ownerDb,
  );
  return rows;
}

/** Opens the text as its page does: with what stands there. */
async function open(text: Written, name: Name, device: Shelf) {
  const { body, version } = await stands(text);
  return new Sitting(device, name, post(text, name), { hand: randomUUID(), turn: 0, basedOn: version, body });
}

/** Sends until somebody has answered, as the page does when the line is back. */
async function through(sitting: Sitting): Promise<Told> {
  for (;;) {
    const told = await sitting.send();
    if (told !== "offline") return told;
    await wait(40);
  }
}

const wordsOf = (name: Name, number: number) => [`${name} ${number}.`, `${name} ${number}, mer.`];

/** The lines somebody has written that stand nowhere. */
function lostFrom(kept: readonly string[], lines: number): string[] {
  const standing = new Set(kept.flatMap((text) => text.split("\n")));
  return people
    .flatMap((name) => Array.from({ length: lines }, (_, at) => wordsOf(name, at + 1)).flat())
    .filter((word) => !standing.has(word));
}

/** The lines that stand twice in one text. */
function doubledIn(kept: readonly string[]): string[] {
  return kept.flatMap((text) => text.split("\n").filter((word, at, all) => all.indexOf(word) !== at));
}

describe.each([
  { of: "notes of a circle", text: notes },
  { of: "minutes of a meeting", text: minutes },
])("three write in the $of at once", ({ text }) => {
  const { lines, dies } = text;

  test("over a line that breaks, in a server that dies: no text is lost, none doubled (R217)", async () => {
    const before = { ...line.cutOff };
    let written = 0;
    const write = async (name: Name) => {
      const device = shelf();
      let sitting = await open(text, name, device);
      for (let number = 1; number <= lines; number += 1) {
        const [first = "", more = ""] = wordsOf(name, number);
        // Now and then somebody takes the text over from whoever has it; a line that breaks then is no matter.
        if (number % 4 === 0) await takeOver(text, name).catch(() => undefined);
        sitting.write(`${sitting.draft.body}\n${first}`.trim());
        // Some of it is typed while what was typed before is on its way.
        const sent = sitting.send();
        sitting.write(`${sitting.draft.body}\n${more}`);
        await sent;
        const told = await through(sitting);
        written += 1;
        expect(["saved", "beside"]).toContain(told);
        expect(draftsOf(device, name)).toEqual([]);
        if (told === "beside") sitting = await open(text, name, device);
      }
    };
    const power = async () => {
      for (const share of dies) {
        while (written < people.length * lines * share) await wait(20);
        await line.cutPower();
      }
    };
    await Promise.all([...people.map(write), power()]);
    expect(line.cutOff.before, "the line broke before").toBeGreaterThan(before.before);
    expect(line.cutOff.after, "the line broke after").toBeGreaterThan(before.after);

    const { body } = await stands(text);
    const beside = await others(text);
    const kept = [body, ...beside.map((other) => other.body)];
    expect(lostFrom(kept, lines)).toEqual([]);
    expect(doubledIn(kept)).toEqual([]);
    const waiting = beside.filter(({ isWaiting }) => isWaiting).map((other) => other.body);
    expect(waiting.length, "somebody was taken over from").toBeGreaterThan(0);
    expect(new Set([body, ...waiting]).size).toBe(waiting.length + 1);
  }, 120_000);
});

test("two who wrote about the same are both kept; two who wrote the same words are kept once", async () => {
  const text = { ...minutes, id: sameTextId, address: minutes.address.replace(itemId, sameTextId) };
  const [hers, his, theirs] = [
    await open(text, "rut", shelf()),
    await open(text, "bo", shelf()),
    await open(text, "eva", shelf()),
  ];
  hers.write("Alla kommuner är med");
  his.write("Två kommuner är inte med");
  theirs.write("Alla kommuner är med");
  expect(await through(hers)).toBe("saved");
  expect(await through(his)).toBe("beside");
  expect(await through(theirs)).toBe("saved");
  expect(await stands(text)).toEqual({ body: "Alla kommuner är med", version: 1 });
  expect(await others(text)).toEqual([{ body: "Två kommuner är inte med", isWaiting: true }]);
}, 60_000);

test("a line that is gone and a line that stands twice are told", () => {
  const whole = people.flatMap((name) => wordsOf(name, 1)).join("\n");
  expect(lostFrom([whole], 1)).toEqual([]);
  expect(doubledIn([whole, whole])).toEqual([]);
  expect(lostFrom([whole.replace("bo 1, mer.", "bo 1")], 1)).toEqual(["bo 1, mer."]);
  expect(doubledIn([`${whole}\nrut 1.`])).toEqual(["rut 1."]);
});

test("what was written after the log-in had ended lies on the device, and is sent after the next one", async () => {
  const device = shelf();
  const sitting = await open(notes, "rut", device);
  await ownerDb.deleteFrom("sign_in_session").execute();
  await takeOver(notes, "rut");
  sitting.write("Skrivet efter att jag loggats ut");
  expect(await through(sitting)).toBe("signedOut");
  expect(await stands(notes)).not.toMatchObject({ body: "Skrivet efter att jag loggats ut" });

  await signIn("rut");
  await takeOver(notes, "rut");
  const [left] = draftsOf(device, "rut");
  const again = new Sitting(device, "rut", post(notes, "rut"), left!);
  again.takeUp();
  expect(await through(again)).toBe("saved");
  expect(await stands(notes)).toMatchObject({ body: "Skrivet efter att jag loggats ut" });
  expect(draftsOf(device, "rut")).toEqual([]);
}, 60_000);
