import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { type IssuedLink, issueLink, readLink, revokeLinks, spendLink } from "#platform/links/mailed-link.ts";
import { secretHash } from "#platform/tokens/secret-token.ts";
import { testDatabase } from "../../../test/database.ts";

const { db, ownerDb } = await testDatabase();
const now = Temporal.Instant.from("2026-03-02T08:00:00Z");
const later = now.add({ hours: 48 });
const purpose = "test.offer";

const inTransaction = <T>(work: Parameters<ReturnType<typeof db.transaction>["execute"]>[0]) =>
  db.transaction().execute(work) as Promise<T>;
const issued = (over: Partial<IssuedLink> = {}) =>
  inTransaction<string>((tx) => issueLink(tx, { purpose, subject: newId(), version: "3", expiresAt: later, ...over }));
const spent = (token: string, at = now, wanted = {}, as = purpose) =>
  inTransaction((tx) => spendLink(tx, as, token, at, wanted));
const row = (token: string) =>
  db.selectFrom("mailed_link").selectAll().where("token_hash", "=", secretHash(token)).executeTakeFirstOrThrow();

describe("opening a mailed link", () => {
  test("five times changes nothing, and then it can still be used", async () => {
    const token = await issued();
    const before = await row(token);
    for (let times = 0; times < 5; times += 1)
      expect(await readLink(db, purpose, token, now)).toMatchObject({ state: "open", version: "3" });
    expect(await row(token)).toEqual(before);
    await spent(token);
  });

  test("tells one that is used, and one that is too old", async () => {
    const token = await issued();
    expect((await readLink(db, purpose, token, later))?.state).toBe("expired");
    await spent(token);
    expect((await readLink(db, purpose, token, later))?.state).toBe("spent");
  });

  test("gives nothing for a secret we never sent, or sent for something else", async () => {
    const token = await issued();
    expect(await readLink(db, purpose, "x".repeat(43), now)).toBeUndefined();
    expect(await readLink(db, "test.manager", token, now)).toBeUndefined();
  });
});

describe("using a mailed link", () => {
  test("gives its subject once, and is refused the second time", async () => {
    const subject = newId();
    const token = await issued({ subject });
    expect(await spent(token)).toEqual({ subject, version: "3" });
    await expect(spent(token)).rejects.toMatchObject({ kind: "conflict", code: "platform.link.spent" });
  });

  test("at the same moment by two lets one of them", async () => {
    const token = await issued();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => spent(token)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is undone when the change is rolled back", async () => {
    const token = await issued();
    await expect(
      inTransaction(async (tx) => {
        await spendLink(tx, purpose, token, now);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect((await readLink(db, purpose, token, now))?.state).toBe("open");
  });

  test.each([
    { why: "it is too old", use: (token: string) => spent(token, later), code: "platform.link.expired" },
    {
      why: "it was sent for something else",
      use: (token: string) => spent(token, now, {}, "test.manager"),
      code: "platform.link.unknown",
    },
    {
      why: "it was sent for an older version",
      use: (token: string) => spent(token, now, { version: "4" }),
      code: "platform.link.outdated",
    },
    {
      why: "the secret is cut short",
      use: (token: string) => spent(token.slice(0, -1)),
      code: "platform.link.unknown",
    },
  ])("is refused when $why, and changes nothing", async ({ use, code }) => {
    const token = await issued();
    const before = await row(token);
    await expect(use(token)).rejects.toMatchObject({ code });
    expect(await row(token)).toEqual(before);
  });

  test("is refused after a newer link took its place; others are left alone", async () => {
    const subject = newId();
    const [old, used, other] = [await issued({ subject }), await issued({ subject }), await issued()];
    await spent(used);
    await inTransaction((tx) => revokeLinks(tx, purpose, subject));
    await expect(spent(old)).rejects.toMatchObject({ code: "platform.link.expired" });
    await expect(spent(used)).rejects.toMatchObject({ code: "platform.link.spent" });
    await spent(other);
  });
});

test("the secret itself stands nowhere in the table", async () => {
  const token = await issued();
  const { rows } = await sql<{ whole: string }>`select mailed_link::text as whole from mailed_link`.execute(ownerDb);
  const all = rows.map(({ whole }) => whole).join("\n");
  expect(all).toContain(secretHash(token).toString("hex")); // the negative control: the row is among them
  expect(all).not.toContain(token);
  expect(all).not.toContain(Buffer.from(token, "base64url").toString("hex"));
});
