import { sql } from "kysely";
import { expect, test } from "vitest";
import { type Actor, type Grant, nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { createToken, revokeToken } from "#platform/tokens/commands.ts";
import { liveToken, tokensOf } from "#platform/tokens/queries.ts";
import { testDatabase } from "../../../test/database.ts";

const { db, ownerDb } = await testDatabase();
const now = Temporal.Instant.from("2026-03-02T08:00:00Z");
const expiresAt = now.add({ hours: 24 * 90 });
const everywhere = { everywhere: true, organisations: new Set<string>(), things: new Set<string>() };
const someone = (...grants: Grant[]): Actor & { personId: NonNullable<Actor["personId"]> } => ({
  ...nobody,
  personId: newId<"person">(),
  via: "session",
  reach: new Map(grants.map((grant) => [grant, everywhere])),
});

test("a token opens for its owner and its scopes until it expires", async () => {
  const asta = someone("circles:read", "circles:manage");
  const { id, secret } = await createToken(db, asta, { name: "Kalkylblad", scopes: ["circles:read"], expiresAt }, now);
  expect(await liveToken(db, secret, now)).toMatchObject({ id, personId: asta.personId, scopes: ["circles:read"] });
  expect(await liveToken(db, secret, expiresAt)).toBeUndefined();
  expect(await liveToken(db, `${secret}x`, now)).toBeUndefined();
  expect(await tokensOf(db, asta.personId)).toMatchObject([{ id, name: "Kalkylblad", revokedAt: null }]);
});

test("a revoked token opens nothing, and only its owner can revoke it", async () => {
  const asta = someone("circles:read");
  const { id, secret } = await createToken(db, asta, { name: "Kalkylblad", scopes: ["circles:read"], expiresAt }, now);
  await expect(revokeToken(db, someone("circles:read"), id, now)).rejects.toMatchObject({ kind: "not_found" });
  await expect(revokeToken(db, nobody, id, now)).rejects.toMatchObject({ kind: "not_found" });
  expect(await liveToken(db, secret, now)).toBeDefined();
  await revokeToken(db, asta, id, now);
  await revokeToken(db, asta, id, now.add({ hours: 1 }));
  expect(await liveToken(db, secret, now)).toBeUndefined();
  expect(await tokensOf(db, asta.personId)).toMatchObject([{ revokedAt: now }]);
});

test.each([
  {
    why: "it would carry what its owner may not",
    actor: someone("circles:read"),
    over: { scopes: ["circles:manage" as const] },
    code: "platform.token.scope",
  },
  {
    why: "it would be valid for ever",
    actor: someone("circles:read"),
    over: { expiresAt: now.add({ hours: 24 * 400 }) },
    code: "platform.token.expiry",
  },
  {
    why: "it would already be old",
    actor: someone("circles:read"),
    over: { expiresAt: now },
    code: "platform.token.expiry",
  },
  { why: "nobody owns it", actor: nobody, over: {}, code: "platform.token.needs_person" },
])("a token is refused when $why, and nothing is kept", async ({ actor, over, code }) => {
  const before = await db.selectFrom("api_token").select("id").execute();
  await expect(
    createToken(db, actor, { name: "x", scopes: ["circles:read"], expiresAt, ...over }, now),
  ).rejects.toMatchObject({ code });
  expect(await db.selectFrom("api_token").select("id").execute()).toEqual(before);
});

test("the secret stands neither in the table nor in the log", async () => {
  const { id, secret } = await createToken(
    db,
    someone("circles:read"),
    { name: "x", scopes: ["circles:read"], expiresAt },
    now,
  );
  const { rows } = await sql<{
    whole: string;
  }>`select api_token::text as whole from api_token union all select audit_record::text from audit_record`.execute(
    ownerDb,
  );
  const all = rows.map(({ whole }) => whole).join("\n");
  expect(all).toContain(id);
  expect(all).not.toContain(secret);
});
