import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { given } from "../../../../test/given.ts";
import { newId } from "#kernel/ids.ts";
import { importFile } from "#features/organisations/imports/commands.ts";

const { db, ownerDb } = await testDatabase();
const admin = await given(db).someone("administrator");
/** Letters only: random digits could make a personal number. */
const word = () =>
  newId()
    .slice(-8)
    .replaceAll(/\d/gu, (digit) => "ghijklmnop"[Number(digit)] ?? "");
const file = (...lines: string[]) => new TextEncoder().encode(lines.join("\r\n"));
const everything = async () => ({
  organisations: await db.selectFrom("organisation").selectAll().orderBy("id").execute(),
  aliases: await db.selectFrom("organisation_alias").selectAll().orderBy("folded").execute(),
  records: await db.selectFrom("audit_record").select("id").orderBy("id").execute(),
});

/** For how long at most nobody else got a turn. */
function longestStall() {
  let [last, longest] = [performance.now(), 0];
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  return {
    stop: () => {
      clearInterval(ticking);
      return longest;
    },
  };
}

test("fifty thousand rows, half of them wrong: the right ones are taken in, and nothing half-written", async () => {
  const mark = word();
  const lines = Array.from({ length: 49_999 }, (_, at) => {
    if (at % 4 === 1) return `Enhet ${at} ${mark};klubb;Stora ${mark}`;
    if (at % 4 === 3) return `Enhet ${at} ${mark};enhet;Ingenstans ${mark} ${at}`;
    return `Enhet ${at} ${mark};enhet;Stora ${mark}`;
  });
  const bytes = file("Namn;Slag;Hör till", `Stora ${mark};Förvaltning;`, ...lines);
  const started = performance.now();
  const stall = longestStall();
  expect(await importFile(db, admin, bytes)).toEqual({ added: 25_001, changed: 0, wrong: 24_999 });
  const [stalled, took] = [stall.stop(), performance.now() - started];
  const { count } = await db
    .selectFrom("organisation")
    .where("name", "like", `%${mark}`)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(25_001);
  // Others' pages are drawn meanwhile: only the reading of the file itself is done in one go.
  expect(stalled).toBeLessThan(took / 4);
}, 90_000);

test("a file that breaks on its last row leaves nothing of the others", async () => {
  const mark = word();
  await sql`alter table organisation add constraint no_last check (name <> ${sql.lit(`Sist ${mark}`)})`.execute(
    ownerDb,
  );
  const before = await everything();
  await expect(importFile(db, admin, file("Namn;Slag", `Först ${mark};fou`, `Sist ${mark};fou`))).rejects.toThrow(
    "no_last",
  );
  expect(await everything()).toEqual(before);
});
