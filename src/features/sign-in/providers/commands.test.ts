import { beforeEach, expect, test } from "vitest";
import { given, someDay } from "../../../../test/given.ts";
import { runJobs } from "../../../../test/jobs.ts";
import { testDatabase } from "../../../../test/database.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { catalogues } from "#catalogues.ts";
import type { Actor } from "#kernel/actor.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { opened } from "#platform/openid/sealed-secret.ts";
import { translators } from "#platform/web/translate.ts";
import { approveDomain } from "#features/sign-in/providers/approval/commands.ts";
import {
  changeProvider,
  endProvider,
  registerProvider,
  releaseIdentity,
  turnOffProvider,
  turnOnProvider,
} from "#features/sign-in/providers/commands.ts";
import { signInJobs } from "#features/sign-in/jobs.ts";
import { NewProvider } from "#features/sign-in/providers/provider.ts";
import { domainsWaiting, providerFor, providersOf } from "#features/sign-in/providers/queries.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone, person } = given(ownerDb);
const today = someDay;
const key = "a secret that only this test knows of";
const by = { key, today };

const settings = (domain: string, over: object = {}) =>
  NewProvider.parse({
    issuer: "https://inloggning.example.se",
    clientId: "sammanvagt",
    clientSecret: "hemlig",
    domains: [domain],
    ...over,
  });

async function unitWithDomain(organisationId?: OrganisationId) {
  const unit = organisationId ?? (await organisation({ name: `Kommunen ${newId().slice(-6)}` }));
  const domain = `k${newId().slice(-8)}.example.se`;
  await ownerDb.insertInto("organisation_domain").values({ domain, organisation_id: unit }).execute();
  return { unit, domain, local: await someone("administrator", { organisation: unit }) };
}

const whole = await someone("administrator", {}, { email: "drift@example.se" });

async function registered(by_: Actor = whole) {
  const place = await unitWithDomain();
  const { id } = await registerProvider(db, by_, place.unit, settings(place.domain), by);
  return { ...place, id };
}

const everything = async () => ({
  providers: await ownerDb.selectFrom("sign_in_provider").selectAll().orderBy("id").execute(),
  domains: await ownerDb.selectFrom("sign_in_provider_domain").selectAll().orderBy("domain").execute(),
  records: await ownerDb.selectFrom("audit_record").select("id").orderBy("id").execute(),
});

async function refused(work: () => Promise<unknown>, expected: object) {
  const before = await everything();
  await expect(work()).rejects.toMatchObject(expected);
  expect(await everything()).toEqual(before);
}

beforeEach(() => ownerDb.deleteFrom("mail").execute());

test("a provider is off when it is registered, and its secret is kept sealed and told nowhere", async () => {
  const { unit, id, local } = await registered();
  const row = await ownerDb.selectFrom("sign_in_provider").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ enabled: false, valid_to: null, only_way: false, admits_new: false });
  expect(row.client_secret.toString("latin1")).not.toContain("hemlig");
  expect(opened(row.client_secret, key, id)).toBe("hemlig");

  const shown = JSON.stringify(await providersOf(db, unit, today));
  const trail = JSON.stringify(await ownerDb.selectFrom("audit_record").where("about", "=", id).selectAll().execute());
  expect(shown).toContain("sammanvagt");
  expect(trail).toContain("sign_in.provider_registered");
  for (const text of [shown, trail]) expect(text).not.toContain("hemlig");
  expect(local.reach.size).toBeGreaterThan(0);
});

test.each([
  { why: "leads circles there but administers nothing", role: "developmentLeader" as const, here: true },
  { why: "administers another organisation", role: "administrator" as const, here: false },
])("nobody registers one who $why", async ({ role, here }) => {
  const { unit, domain } = await unitWithDomain();
  const actor = await someone(role, { organisation: here ? unit : await organisation({ name: newId() }) });
  await refused(() => registerProvider(db, actor, unit, settings(domain), by), {
    kind: "forbidden",
    code: "sign_in.provider.not_yours",
  });
});

test("a provider answers only for the organisation's own domains, and for none that another answers for", async () => {
  const { unit, domain } = await registered();
  const other = await unitWithDomain();
  await refused(() => registerProvider(db, whole, unit, settings(other.domain), by), {
    code: "sign_in.provider.foreign_domain",
  });
  await refused(() => registerProvider(db, whole, unit, settings(domain), by), {
    code: "sign_in.provider.domain_taken",
  });
});

test("of two who register for the same domain at once, one is refused", async () => {
  const { unit, domain } = await unitWithDomain();
  const tries = await Promise.allSettled([1, 2].map(() => registerProvider(db, whole, unit, settings(domain), by)));
  expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a domain waits, and those who run the installation are told; theirs is the only word that counts", async () => {
  const place = await unitWithDomain();
  const { id } = await registerProvider(db, place.local, place.unit, settings(place.domain), by);
  await turnOnProvider(db, place.local, id, { problem: undefined, today });
  expect(await providerFor(db, `a@${place.domain}`, today)).toBeUndefined();

  await runJobs(db, signInJobs, { now: noon("2027-03-18"), translate: translators(catalogues) });
  const mails = await ownerDb.selectFrom("mail").select(["to_address", "body_text"]).execute();
  expect(mails.map(({ to_address }) => to_address)).toEqual(["drift@example.se"]);
  expect(mails[0]?.body_text).toContain(place.domain);
  expect((await domainsWaiting(db, whole, today)).map(({ domain }) => domain)).toContain(place.domain);

  await refused(() => approveDomain(db, place.local, id, { domain: place.domain }), {
    code: "sign_in.provider.not_yours_to_approve",
  });
  await approveDomain(db, whole, id, { domain: place.domain });
  expect(await providerFor(db, `a@${place.domain}`, today)).toMatchObject({ id });
  await refused(() => approveDomain(db, whole, id, { domain: place.domain }), {
    code: "sign_in.provider.nothing_to_approve",
  });
});

test("a provider whose connection does not work is not turned on", async () => {
  const { id } = await registered();
  await refused(() => turnOnProvider(db, whole, id, { problem: "bad_certificate", today }), {
    kind: "conflict",
    code: "sign_in.problem.bad_certificate",
  });
});

test("where it leads is changed only while it is off, and then everybody is bound anew", async () => {
  const { id, domain, unit } = await registered();
  const asta = await person({ email: `asta@${domain}` });
  await ownerDb
    .insertInto("sign_in_account")
    .values({ id: newId(), person_id: asta, provider_id: id, account_id: "1", updated_at: Temporal.Now.instant() })
    .execute();
  await turnOnProvider(db, whole, id, { problem: undefined, today });
  const moved = settings(domain, { issuer: "https://annan.example.se" });
  await refused(() => changeProvider(db, whole, id, moved, by), { code: "sign_in.provider.turn_off_first" });
  const { clientSecret: _, ...kept } = settings(domain, { onlyWay: true });
  await changeProvider(db, whole, id, kept, by);
  const [shown] = await providersOf(db, unit, today);
  expect(shown).toMatchObject({ onlyWay: true, people: 1 });

  await turnOffProvider(db, whole, id, { today });
  await changeProvider(db, whole, id, moved, by);
  expect((await providersOf(db, unit, today))[0]).toMatchObject({ issuer: "https://annan.example.se", people: 0 });
});

test("a domain that is added later waits, and one that is taken away is answered for no more", async () => {
  const place = await unitWithDomain();
  const second = await unitWithDomain(place.unit);
  const { id } = await registerProvider(db, whole, place.unit, settings(place.domain), by);
  await turnOnProvider(db, whole, id, { problem: undefined, today });
  const { clientSecret: _, ...both } = settings(place.domain, { domains: [place.domain, second.domain] });
  await changeProvider(db, place.local, id, both, by);
  expect(await providerFor(db, `a@${place.domain}`, today)).toMatchObject({ domains: [place.domain] });
  expect(await providerFor(db, `a@${second.domain}`, today)).toBeUndefined();
  const { clientSecret: __, ...only } = settings(second.domain);
  await changeProvider(db, place.local, id, only, by);
  expect(await providerFor(db, `a@${place.domain}`, today)).toBeUndefined();
});

test("one that has ended answers for nobody, can no longer be changed, and frees its domains", async () => {
  const { id, unit, domain } = await registered();
  await turnOnProvider(db, whole, id, { problem: undefined, today });
  await refused(() => endProvider(db, whole, id, { lastDay: today.subtract({ days: 2 }), today }), { kind: "invalid" });
  await endProvider(db, whole, id, { lastDay: today, today });
  expect(await providerFor(db, `a@${domain}`, today)).toMatchObject({ id });
  const tomorrow = today.add({ days: 1 });
  expect(await providerFor(db, `a@${domain}`, tomorrow)).toBeUndefined();
  await refused(() => turnOnProvider(db, whole, id, { problem: undefined, today: tomorrow }), {
    code: "sign_in.provider.has_ended",
  });
  await registerProvider(db, whole, unit, settings(domain), { key, today: tomorrow });
  expect((await providersOf(db, unit, tomorrow)).map(({ standing }) => standing)).toEqual(["off", "ended"]);
});

test("a tie is released by whoever looks after the provider, for somebody who has one", async () => {
  const { id, domain } = await registered();
  const email = `asta@${domain}`;
  const asta = await person({ email });
  await refused(() => releaseIdentity(db, whole, id, { email, today }), { code: "sign_in.provider.nobody_bound" });
  await ownerDb
    .insertInto("sign_in_account")
    .values({ id: newId(), person_id: asta, provider_id: id, account_id: "1", updated_at: Temporal.Now.instant() })
    .execute();
  const stranger = await someone("administrator", { organisation: await organisation({ name: newId() }) });
  await refused(() => releaseIdentity(db, stranger, id, { email, today }), { code: "sign_in.provider.no_such" });
  await releaseIdentity(db, whole, id, { email, today });
  expect(await ownerDb.selectFrom("sign_in_account").where("provider_id", "=", id).selectAll().execute()).toEqual([]);
});

test.each([
  { why: "no address", issuer: "inloggning" },
  { why: "another scheme", issuer: "ftp://inloggning.example.se" },
  { why: "a question", issuer: "https://inloggning.example.se/?a=b" },
  { why: "a name and a password", issuer: "https://a:b@inloggning.example.se" },
])("an issuer is refused that is $why", ({ issuer }) => {
  expect(NewProvider.safeParse({ ...settings("a.example.se"), issuer }).success).toBe(false);
});

test("an issuer may be pasted with the address of its discovery document", () => {
  const { issuer } = settings("a.example.se", {
    issuer: " https://login.example.se/x/v2.0/.well-known/openid-configuration ",
  });
  expect(issuer).toBe("https://login.example.se/x/v2.0");
});
