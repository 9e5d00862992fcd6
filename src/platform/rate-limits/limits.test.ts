import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { en } from "#platform/messages.en.ts";
import { sv } from "#platform/messages.sv.ts";
import { type Attempt, forgetCounts, type LimitedDeed, type Limits, openLimits } from "#platform/rate-limits/limits.ts";
import { networkOf, withoutMapping } from "#platform/rate-limits/network.ts";
import { translators } from "#platform/web/translate.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { statements, testDatabase } from "../../../test/database.ts";

const { db } = await testDatabase();
const limits = openLimits(db);
const signIn: LimitedDeed = {
  name: "test.sign_in",
  perAddress: { times: 3, seconds: 60 },
  perTarget: { times: 2, seconds: 600 },
  perNetwork: { times: 5, seconds: 60 },
};

/** How many of the attempts were let through. */
async function letThrough(attempts: readonly Attempt[], deed = signIn, at: Limits = limits) {
  const outcomes = [];
  for (const attempt of attempts)
    outcomes.push(
      await at.count(deed, attempt).then(
        () => true,
        (error: unknown) => error,
      ),
    );
  const refused = outcomes.filter((outcome) => outcome !== true);
  expect(refused).toMatchObject(refused.map(() => ({ kind: "too_many", code: "platform.limit.reached" })));
  return outcomes.length - refused.length;
}
const from = (address: string, times: number, target = (n: number) => `${address} ${n}`) =>
  Array.from({ length: times }, (_, n) => ({ address, target: target(n) }));

afterEach(() => db.deleteFrom("rate_limit").execute());

describe("attempts are let through up to", () => {
  test("so many from one address", async () => {
    expect(await letThrough(from("192.0.2.7", 6))).toBe(3);
    expect(await letThrough(from("198.51.100.7", 1))).toBe(1);
  });

  test("so many on one target, wherever they come from and however it is written", async () => {
    const attempts = ["192.0.2.1", "198.51.100.1", "203.0.113.1"].map((address, n) => ({
      address,
      target: ["bo@example.se", " Bo@Example.se", "BO@example.se "][n]!,
    }));
    expect(await letThrough(attempts)).toBe(2);
  });

  test("so many from one network, which is more", async () => {
    expect(await letThrough(Array.from({ length: 9 }, (_, n) => ({ address: `192.0.2.${n}`, target: `x${n}` })))).toBe(
      5,
    );
  });

  test("exactly so many when they come at the same moment", async () => {
    const outcomes = await Promise.allSettled(from("192.0.2.7", 40).map((attempt) => limits.count(signIn, attempt)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  });

  test("so many again when the time has passed, and not before", async () => {
    await letThrough(from("192.0.2.7", 4));
    expect(await letThrough(from("192.0.2.7", 1))).toBe(0);
    await sql`update rate_limit set expires_at = clock_timestamp()`.execute(db);
    expect(await letThrough(from("192.0.2.7", 4))).toBe(3);
  });
});

test("only the network's ceiling can be raised, for a load test", async () => {
  const raised = openLimits(db, { raisedNetworkCeiling: 10_000 });
  expect(
    await letThrough(
      Array.from({ length: 20 }, (_, n) => ({ address: `192.0.2.${n}`, target: `x${n}` })),
      signIn,
      raised,
    ),
  ).toBe(20);
  expect(await letThrough(from("198.51.100.7", 6), signIn, raised)).toBe(3);
});

test("the refusal says when to try again", async () => {
  const t = translators({ sv, en });
  const said = async (seconds: number) => {
    const deed = { name: `test.${seconds}`, perAddress: { times: 0, seconds } };
    const refusal = (await limits.count(deed, { address: "192.0.2.7" }).catch((error: unknown) => error)) as Refusal;
    expect(refusal.details["seconds"]).toBe(seconds);
    return t.sv(refusal.code, refusal.details);
  };
  expect(await said(60)).toBe("Det blev för många försök. Försök igen om 60 sekunder");
  expect(await said(600)).toBe("Det blev för många försök. Försök igen om 10 minuter");
  expect(await said(86_400)).toBe("Det blev för många försök. Försök igen om 24 timmar");
});

test("counting costs one statement, and no address can be read from the counts", async () => {
  expect(await statements(() => limits.count(signIn, { address: "192.0.2.7", target: "bo@example.se" }))).toHaveLength(
    1,
  );
  const { rows } = await sql<{ whole: string }>`select rate_limit::text as whole from rate_limit`.execute(db);
  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).not.toMatch(/192|example/);
});

test("counts that no longer count are thrown away", async () => {
  await letThrough(from("192.0.2.7", 1));
  await sql`update rate_limit set expires_at = clock_timestamp() where count = 1`.execute(db);
  await forgetCounts(db);
  expect(await db.selectFrom("rate_limit").selectAll().execute()).toEqual([]);
});

test.each([
  { address: "192.0.2.77", network: "192.0.2" },
  { address: "::ffff:192.0.2.77", network: "192.0.2" },
  { address: "2001:db8:1:2:3:4:5:6", network: "2001:db8:1:2" },
  { address: "2001:db8:1:2::9", network: "2001:db8:1:2" },
  { address: "2001:db8::9", network: "2001:db8:0:0" },
  { address: "::1", network: "0:0:0:0" },
  { address: "fe80::1%eth0", network: "fe80:0:0:0" },
  { address: "unknown", network: "unknown" },
])("$address belongs to the network $network", ({ address, network }) => {
  expect(networkOf(address)).toBe(network);
});

test("an IPv4 address is the same on every kind of socket", () => {
  expect(withoutMapping("::ffff:192.0.2.77")).toBe("192.0.2.77");
});
