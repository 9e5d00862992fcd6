import { sql } from "kysely";
import { afterEach, expect, test, vi } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Tx } from "#platform/database/database.ts";
import { statements, testDatabase } from "../../../test/database.ts";

const { db, ownerDb } = await testDatabase();
await sql`create table word (text text primary key, times integer not null default 0)`.execute(ownerDb);

const write = (tx: Tx, word: string) => sql`insert into word (text) values (${word})`.execute(tx);
const words = async () =>
  (await sql<{ text: string }>`select text from word order by text`.execute(db)).rows.map(({ text }) => text);
const givenUp = (code: string) => Object.assign(new Error("given up"), { code });

afterEach(async () => {
  vi.unstubAllEnvs();
  await sql`truncate word`.execute(ownerDb);
});

test("a change is kept whole", async () => {
  const outcome = await change(db, nobody, async (tx) => {
    await write(tx, "ett");
    await write(tx, "två");
    markRecorded(tx);
    return "done";
  });
  expect(outcome).toBe("done");
  expect(await words()).toEqual(["ett", "två"]);
});

test("a change that fails leaves nothing behind", async () => {
  const failing = change(db, nobody, async (tx) => {
    await write(tx, "ett");
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await words()).toEqual([]);
});

test("a change that wrote something and recorded nothing is refused, and undone", async () => {
  await expect(change(db, nobody, (tx) => write(tx, "ett"))).rejects.toThrow("recorded nothing");
  expect(await words()).toEqual([]);
});

test("a change that wrote nothing needs no record", async () => {
  await expect(change(db, nobody, (tx) => sql`select text from word`.execute(tx))).resolves.toMatchObject({ rows: [] });
});

test("in production nothing more is asked of the database than the change itself", async () => {
  const developing = await statements(() => change(db, nobody, (tx) => sql`select 1`.execute(tx)));
  vi.stubEnv("NODE_ENV", "production");
  const producing = await statements(() => change(db, nobody, (tx) => write(tx, "ett")));
  expect(developing).toEqual(["select 1"]);
  expect(producing).toHaveLength(1);
  expect(await words()).toEqual(["ett"]);
});

test.each(["40001", "40P01"])("a change the database gave up (%s) is done again from the start", async (code) => {
  const made: string[] = [];
  await change(db, nobody, async (tx) => {
    const word = `försök ${made.length + 1}`;
    made.push(word);
    await write(tx, word);
    markRecorded(tx);
    if (made.length < 3) throw givenUp(code);
  });
  expect(made).toEqual(["försök 1", "försök 2", "försök 3"]);
  expect(await words()).toEqual(["försök 3"]);
});

test("the database is not asked for ever", async () => {
  let attempts = 0;
  const failing = change(db, nobody, async () => {
    attempts += 1;
    throw givenUp("40001");
  });
  await expect(failing).rejects.toThrow("given up");
  expect(attempts).toBe(5);
});

test("any other problem of the database is not tried again", async () => {
  let attempts = 0;
  const failing = change(db, nobody, async (tx) => {
    attempts += 1;
    await write(tx, "ett");
    await write(tx, "ett");
  });
  await expect(failing).rejects.toMatchObject({ code: "23505" });
  expect(attempts).toBe(1);
});

test("two changes that wait for each other both come through", async () => {
  await sql`insert into word (text) values ('ett'), ('två')`.execute(ownerDb);
  let waiting: (() => void) | undefined;
  const bothHoldOne = new Promise<void>((resolve) => (waiting = resolve));
  let holding = 0;
  const count = (tx: Tx, word: string) => sql`update word set times = times + 1 where text = ${word}`.execute(tx);
  const inOrder = (first: string, second: string) =>
    change(db, nobody, async (tx) => {
      await count(tx, first);
      holding += 1;
      if (holding === 2) waiting?.();
      await bothHoldOne;
      await count(tx, second);
      markRecorded(tx);
    });

  await Promise.all([inOrder("ett", "två"), inOrder("två", "ett")]);
  const { rows } = await sql`select times from word`.execute(db);
  expect(rows).toEqual([{ times: 2 }, { times: 2 }]);
  expect(holding).toBeGreaterThanOrEqual(3);
});

test("a change begins no other change, neither on its transaction nor beside it", async () => {
  const inside = change(db, nobody, (tx) => change(tx, nobody, async () => "inner"));
  await expect(inside).rejects.toThrow("may not begin another change");
  const beside = change(db, nobody, () => change(db, nobody, async () => "inner"));
  await expect(beside).rejects.toThrow("may not begin another change");
});
