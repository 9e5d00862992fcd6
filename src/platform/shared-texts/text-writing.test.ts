import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { newId, type PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import {
  holdText,
  type LockedText,
  removeEarlier,
  type SentText,
  type TextTables,
  writeText,
} from "#platform/shared-texts/text-writing.ts";
import { testDatabase } from "../../../test/database.ts";
import { givenMeetings } from "../../../test/given-meetings.ts";
import { givenRounds } from "../../../test/given-rounds.ts";

const { ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const unit = await given.organiser();
const [rut, bo] = [await given.person({ name: "Rut Forsén" }), await given.person({ name: "Bo Lind" })];
const now = Temporal.Instant.from("2027-10-01T09:00:00Z");
const soon = now.add({ minutes: 2 });
const later = now.add({ minutes: 10 });

async function newSection(): Promise<string> {
  const session_id = await given.session((await given.draft(unit)).id);
  const section = { id: newId<"session_note_section">(), session_id, position: 0, heading: "Runda" };
  await ownerDb.insertInto("session_note_section").values(section).execute();
  return section.id;
}

async function newItem(): Promise<string> {
  const meetings = givenMeetings(ownerDb);
  const { id: meeting_id } = await meetings.meeting(unit, [await meetings.body(unit)]);
  const part_id = newId<"minutes_part">();
  await ownerDb.insertInto("minutes_part").values({ id: part_id, meeting_id, state: "working" }).execute();
  const item = { id: newId<"minutes_item">(), part_id, position: 0, heading: "Yrkesresan" };
  await ownerDb.insertInto("minutes_item").values(item).execute();
  return item.id;
}

describe.each([
  {
    where: "notes of a circle",
    tables: {
      texts: "session_note_section",
      hands: "session_note_hand",
      others: "session_note_text",
      of: "section_id",
    } satisfies TextTables,
    newText: newSection,
  },
  {
    where: "minutes of a meeting",
    tables: {
      texts: "minutes_item",
      hands: "minutes_hand",
      others: "minutes_other_text",
      of: "item_id",
    } satisfies TextTables,
    newText: newItem,
  },
])("in $where", ({ tables, newText }) => {
  async function standing(tx: Tx | typeof ownerDb, id: string, lock = sql``): Promise<LockedText> {
    const { rows } = await sql<LockedText>`
      select id, body, version, hand, writer_id as "writerId", writing_until as "writingUntil",
        saved_by as "savedBy", saved_at as "savedAt"
      from ${sql.table(tables.texts)} where id = ${id} ${lock}`.execute(tx);
    return rows[0]!;
  }
  const locked = (tx: Tx, id: string) => standing(tx, id, sql`for update`);

  const write = (id: string, sent: Partial<SentText> & { readonly by: PersonId }, at = now) =>
    ownerDb.transaction().execute(async (tx) => {
      const whole = { body: "", basedOn: 0, isDone: true, settles: [], ...sent };
      return writeText(tx, tables, await locked(tx, id), whole, at);
    });

  const stands = async (id: string) => (await standing(ownerDb, id)).body;

  /** The other texts of one, the first written first: whose it is, and whether it waits to be compared. */
  async function others(id: string) {
    const { rows } = await sql<{ id: string; body: string; by: PersonId | null; waits: boolean }>`
      select id, body, written_by as by, settled_at is null as waits
      from ${sql.table(tables.others)} where ${sql.ref(tables.of)} = ${id} order by written_at, body`.execute(ownerDb);
    return rows;
  }
  const otherBodies = async (id: string) => (await others(id)).map(({ body }) => body);

  test("what somebody has seen is replaced, and kept among the earlier texts with whose it was (T-3)", async () => {
    const text = await newText();
    expect(await write(text, { by: rut, body: "Ruts" })).toMatchObject({ fate: "written", version: 1 });
    expect(await others(text)).toEqual([]);
    expect(await write(text, { by: bo, body: "Bos", basedOn: 1 }, soon)).toMatchObject({ fate: "written", version: 2 });
    expect(await standing(ownerDb, text)).toMatchObject({ body: "Bos", version: 2, savedBy: bo, savedAt: soon });
    expect(await others(text)).toMatchObject([{ body: "Ruts", by: rut, waits: false }]);
  });

  test("a sitting writes over its own text without keeping each word of it; another sitting's is kept", async () => {
    const [text, hand] = [await newText(), randomUUID()];
    for (const [turn, body] of ["V", "Vi", "Vi har"].entries()) await write(text, { by: rut, body, hand, turn });
    expect(await standing(ownerDb, text)).toMatchObject({ body: "Vi har", version: 3, hand });
    expect(await others(text)).toEqual([]);
    await write(text, { by: rut, body: "Vi hade", basedOn: 3, hand: randomUUID(), turn: 1 });
    expect(await otherBodies(text)).toEqual(["Vi har"]);
  });

  test("what somebody has not seen stays, and theirs waits beside; once they have seen it, it is replaced (T-1)", async () => {
    const text = await newText();
    await write(text, { by: rut, body: "Ruts" });
    expect(await write(text, { by: bo, body: "Bos" })).toMatchObject({
      fate: "beside",
      version: 1,
      isUnchanged: false,
    });
    expect(await stands(text)).toBe("Ruts");
    expect(await others(text)).toMatchObject([{ body: "Bos", by: bo, waits: true }]);
    await write(text, { by: bo, body: "Bos", basedOn: 1 });
    expect(await stands(text)).toBe("Bos");
  });

  test("nothing at all is not laid beside: a text that was emptied says nothing to compare", async () => {
    const text = await newText();
    await write(text, { by: rut, body: "Ruts" });
    expect(await write(text, { by: bo, body: "" })).toMatchObject({ fate: "beside" });
    expect(await others(text)).toEqual([]);
  });

  test("a plain form that is sent twice lies beside once; with other words, or from somebody else, it is another", async () => {
    const text = await newText();
    await write(text, { by: rut, body: "Ruts" });
    for (const by of [bo, bo]) await write(text, { by, body: "Bos" });
    expect(await otherBodies(text)).toEqual(["Bos"]);
    await write(text, { by: bo, body: "Bos andra" });
    await write(text, { by: rut, body: "Bos", basedOn: 0 });
    expect(await otherBodies(text)).toEqual(["Bos", "Bos", "Bos andra"]);
  });

  test("one sitting has one text beside, however often it saves; another sitting has its own", async () => {
    const [text, hand] = [await newText(), randomUUID()];
    await write(text, { by: rut, body: "Ruts" });
    for (const [turn, body] of ["B", "Bo", "Bos"].entries()) await write(text, { by: bo, body, hand, turn });
    expect(await otherBodies(text)).toEqual(["Bos"]);
    await write(text, { by: bo, body: "Från telefonen", hand: randomUUID(), turn: 1 });
    expect(await otherBodies(text)).toEqual(["Bos", "Från telefonen"]);
  });

  test("a turn that comes again changes nothing, though others have written since", async () => {
    const [text, hand] = [await newText(), randomUUID()];
    const sent = { by: rut, body: "Ruts", hand, turn: 1 };
    await write(text, sent);
    await write(text, { by: bo, body: "Bos", basedOn: 1 });
    const before = [await standing(ownerDb, text), await others(text)];
    expect(await write(text, sent)).toMatchObject({ fate: "already", version: 2, isUnchanged: true });
    expect([await standing(ownerDb, text), await others(text)]).toEqual(before);

    // Had its turn been forgotten, it would have been taken for a text of its own.
    await sql`delete from ${sql.table(tables.hands)} where hand = ${hand}`.execute(ownerDb);
    expect(await write(text, sent)).toMatchObject({ fate: "beside" });
  });

  test("how far a sitting has come never goes back: a late turn is known, the next is not", async () => {
    const [text, hand] = [await newText(), randomUUID()];
    await write(text, { by: rut, body: "Vi har", hand, turn: 5 });
    await write(text, { by: rut, body: "V", hand, turn: 3 });
    expect(await write(text, { by: rut, body: "Vi", hand, turn: 4 })).toMatchObject({ fate: "already" });
    expect(await stands(text)).toBe("Vi har");
    expect(await write(text, { by: rut, body: "Vi har provat", hand, turn: 6 })).toMatchObject({ fate: "written" });
  });

  test("a turn whose text waits beside is told so again, until somebody has compared", async () => {
    const [text, hand] = [await newText(), randomUUID()];
    await write(text, { by: rut, body: "Ruts" });
    const sent = { by: bo, body: "Bos", hand, turn: 1 };
    await write(text, sent);
    expect(await write(text, sent)).toMatchObject({ fate: "beside", isUnchanged: true });
    const settles = (await others(text)).map(({ id }) => id);
    await write(text, { by: rut, body: "Ruts och Bos", basedOn: 1, settles });
    expect(await write(text, sent)).toMatchObject({ fate: "already" });
  });

  test("a sitting that gets to write has settled what it once laid beside, and nobody else's", async () => {
    const [text, hand] = [await newText(), randomUUID()];
    await write(text, { by: rut, body: "Ruts" });
    await write(text, { by: bo, body: "Bos", hand, turn: 1 });
    await write(text, { by: bo, body: "Bos från en annan sida" });
    await write(text, { by: bo, body: "Ruts och Bos", basedOn: 1, hand, turn: 2 });
    expect((await others(text)).filter(({ waits }) => waits).map(({ body }) => body)).toEqual([
      "Bos från en annan sida",
    ]);
  });

  test("a text takes the place of those it names, of this text only, and only when it stands there itself", async () => {
    const [text, other] = [await newText(), await newText()];
    for (const id of [text, other]) {
      await write(id, { by: rut, body: "Ruts" });
      await write(id, { by: bo, body: "Bos" });
    }
    const settles = [...(await others(text)), ...(await others(other))].map(({ id }) => id);
    const waiting = async (id: string) => (await others(id)).filter(({ waits }) => waits).map(({ body }) => body);
    await write(text, { by: bo, body: "För sent", basedOn: 0, settles });
    expect(await waiting(text)).toEqual(["Bos", "För sent"]);
    await write(text, { by: bo, body: "Båda", basedOn: 1, settles });
    expect([await waiting(text), await waiting(other)]).toEqual([["För sent"], ["Bos"]]);
  });

  test("whoever writes has the text for three minutes, and leaves it when done (T-2)", async () => {
    const text = await newText();
    await write(text, { by: rut, body: "Ruts", isDone: false });
    expect(await write(text, { by: bo, body: "Bos", basedOn: 1 }, soon)).toMatchObject({
      fate: "beside",
      writerId: rut,
    });
    expect((await standing(ownerDb, text)).writingUntil).toEqual(now.add({ minutes: 3 }));
    expect(await write(text, { by: bo, body: "Bos igen", basedOn: 1 }, later)).toMatchObject({
      fate: "written",
      writerId: undefined,
    });
    await write(text, { by: rut, body: "Ruts igen", basedOn: 2, isDone: false }, later);
    await write(text, { by: rut, body: "Ruts till slut", basedOn: 3 }, later);
    expect(await standing(ownerDb, text)).toMatchObject({ writerId: null, writingUntil: null });
  });

  test("somebody who takes the text over has it, and what the first one sends waits beside", async () => {
    const [text, hand] = [await newText(), randomUUID()];
    await write(text, { by: rut, body: "Vi", hand, turn: 1, isDone: false });
    await ownerDb.transaction().execute((tx) => holdText(tx, tables, text, bo, soon));
    expect(await write(text, { by: rut, body: "Vi har", hand, turn: 2 }, soon)).toMatchObject({ fate: "beside" });
    expect(await standing(ownerDb, text)).toMatchObject({ body: "Vi", writerId: bo });
  });

  test("an earlier text is taken away for good; one that waits, or another text's, stays", async () => {
    const [text, other] = [await newText(), await newText()];
    await write(text, { by: rut, body: "Om en klient" });
    await write(text, { by: rut, body: "Om arbetssättet", basedOn: 1 });
    await write(text, { by: bo, body: "Bos" });
    const [earlier, waiting] = (await others(text)).toSorted((a, b) => Number(a.waits) - Number(b.waits));
    const remove = (of: string, id: string) => ownerDb.transaction().execute((tx) => removeEarlier(tx, tables, of, id));
    expect(await remove(text, waiting!.id)).toBe(false);
    expect(await remove(other, earlier!.id)).toBe(false);
    expect(await remove(text, "no id")).toBe(false);
    expect(await others(text)).toHaveLength(2);
    expect(await remove(text, earlier!.id)).toBe(true);
    expect(await otherBodies(text)).toEqual(["Bos"]);
  });

  test("of two at the same moment one is written and one laid beside; without the lock, one would be lost", async () => {
    const text = await newText();
    const both = await Promise.all([write(text, { by: rut, body: "Ruts" }), write(text, { by: bo, body: "Bos" })]);
    expect(both.map(({ fate }) => fate).toSorted()).toEqual(["beside", "written"]);
    expect([await stands(text), ...(await otherBodies(text))].toSorted()).toEqual(["Bos", "Ruts"]);

    const unlocked = await newText();
    const seen = await standing(ownerDb, unlocked);
    for (const [by, body] of [
      [rut, "Ruts"],
      [bo, "Bos"],
    ] as const)
      await ownerDb
        .transaction()
        .execute((tx) => writeText(tx, tables, seen, { by, body, basedOn: 0, isDone: true, settles: [] }, now));
    expect([await stands(unlocked), ...(await otherBodies(unlocked))]).toEqual(["Bos"]);
  });
});
