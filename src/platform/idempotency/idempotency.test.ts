import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import { idempotently, type OnceRequest } from "#platform/idempotency/idempotency.ts";
import { testDatabase } from "../../../test/database.ts";

const { db } = await testDatabase();
const request: OnceRequest = { actorId: "asta", operation: "createRound", key: "k1", bodyHash: "h1" };
const when = Temporal.Instant.from("2026-03-02T08:00:00Z");

let times = 0;
const command = (fails = false) =>
  change(db, nobody, async (tx) => {
    times += 1;
    await record(tx, { by: nobody, what: "test.done", about: `time ${times}` });
    if (fails) throw new Refusal("conflict", "platform.link.spent");
    return { time: times, at: when };
  });
const asked = (over: Partial<OnceRequest> = {}, fails = false) =>
  idempotently({ ...request, ...over }, () => command(fails));
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const keys = () => db.selectFrom("idempotency_key").selectAll().execute();

afterEach(async () => {
  times = 0;
  await db.deleteFrom("idempotency_key").execute();
});

describe("a write under a key", () => {
  test("is done once, and the second time gives what the first one gave", async () => {
    const first = await asked();
    const second = await asked();
    expect(times).toBe(1);
    expect(asJson(second)).toEqual(asJson(first));
  });

  test("is done once when twins come at the same moment: they wait for the first", async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => asked()));
    expect(times).toBe(1);
    for (const outcome of outcomes) expect(asJson(outcome)).toEqual({ time: 1, at: when.toString() });
  });

  test("is refused with another body", async () => {
    await asked();
    await expect(asked({ bodyHash: "h2" })).rejects.toMatchObject({
      kind: "invalid",
      code: "platform.idempotency.other_body",
    });
    expect(times).toBe(1);
  });

  test("is another write for somebody else, and for another operation", async () => {
    await asked();
    await asked({ actorId: "bo" });
    await asked({ operation: "publishRound" });
    expect(times).toBe(3);
  });

  test("that was refused leaves nothing, and may be tried again", async () => {
    await expect(asked({}, true)).rejects.toMatchObject({ code: "platform.link.spent" });
    expect(await keys()).toEqual([]);
    await asked();
    expect(times).toBe(2);
  });

  test("that is still running after some seconds is told so", async () => {
    const held = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = idempotently(request, () =>
      change(db, nobody, async (tx) => {
        await record(tx, { by: nobody, what: "test.done", about: "slow" });
        begun.resolve();
        await held.promise;
      }),
    );
    await begun.promise;
    await expect(asked()).rejects.toMatchObject({ kind: "conflict", code: "platform.idempotency.running" });
    held.resolve();
    await slow;
  });

  test("is done anew after a day", async () => {
    await asked();
    await sql`update idempotency_key set created_at = created_at - interval '25 hours'`.execute(db);
    await asked({ bodyHash: "h2" });
    expect(times).toBe(2);
  });

  test("stands for the first change only", async () => {
    await idempotently(request, async () => [await command(), await command()]);
    expect(times).toBe(2);
  });
});

test("without a key every write is done", async () => {
  await idempotently(undefined, () => command());
  await command();
  expect(times).toBe(2);
  expect(await keys()).toEqual([]);
});
