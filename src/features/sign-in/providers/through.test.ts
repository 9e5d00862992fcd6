import { beforeEach, describe, expect, test } from "vitest";
import { clientId, clientSecret, openIdProvider, throughProvider } from "../../../../test/openid-provider.ts";
import { given } from "../../../../test/given.ts";
import { givenProviders } from "../../../../test/given-providers.ts";
import { oneTimeCode } from "../../../../test/one-time-code.ts";
import { visitor } from "../../../../test/visitor.ts";
import { testWeb } from "../../../../test/web.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { setPassword } from "#platform/sign-in/session.ts";
import { approveDomain } from "#features/sign-in/providers/approval/commands.ts";
import { registerProvider, turnOnProvider } from "#features/sign-in/providers/commands.ts";
import { NewProvider } from "#features/sign-in/providers/provider.ts";

const web = await testWeb();
const { app, db, ownerDb, url, authentication, afterwards } = web;
const { organisation, person, someone } = given(ownerDb);
const { unitWith, wayOutFor, administrator, key, today } = await givenProviders(web);
const password = "gröna äpplen i korgen";

beforeEach(() => ownerDb.deleteFrom("rate_limit").execute());

const people = () => ownerDb.selectFrom("person").select(["id", "email", "name"]).orderBy("id").execute();
const rolesOf = (id: PersonId) =>
  ownerDb.selectFrom("role_assignment").where("person_id", "=", id).selectAll().execute();
const deeds = (about: string) =>
  ownerDb.selectFrom("audit_record").where("about", "=", about).select(["what", "payload"]).orderBy("id").execute();

describe("through a real provider", async () => {
  const { issuer, accounts } = await openIdProvider({}, `${url}/logga-in/organisation/svar`);

  test("somebody who has an account comes in as themselves, to where they wanted", async () => {
    const { domain, id } = await unitWith(issuer);
    const asta = await person({ email: `asta@${domain}`, name: "Asta Ek" });
    accounts.set(`asta-${domain}`, { email: `Asta@${domain}`, email_verified: true });

    const way = await wayOutFor(`asta@${domain}`);
    expect(way.page).toContain("Fortsätt till Kommunen");
    const back = await throughProvider(way.address, `asta-${domain}`);
    const answer = await way.open(back);
    expect(answer.headers.get("location")).toBe("/planera");
    expect(way.isSignedIn()).toBe(true);
    expect(await (await way.open("/mina-uppgifter")).text()).toContain("Asta Ek");
    expect(await deeds(asta)).toMatchObject([
      { what: "sign_in.provider_linked", payload: { after: { providerId: id, isNew: false } } },
    ]);

    const again = await wayOutFor(`asta@${domain}`);
    await again.open(await throughProvider(again.address, `asta-${domain}`));
    expect(again.isSignedIn()).toBe(true);
    expect((await deeds(asta)).map(({ what }) => what)).toEqual([
      "sign_in.provider_linked",
      "sign_in.signed_in_by_provider",
    ]);
    expect(JSON.stringify(await deeds(asta))).not.toContain(domain);
  });

  test("the same answer a second time, or in another browser, opens nothing", async () => {
    const { domain } = await unitWith(issuer);
    await person({ email: `bo@${domain}` });
    accounts.set(`bo-${domain}`, { email: `bo@${domain}` });
    const way = await wayOutFor(`bo@${domain}`);
    const back = await throughProvider(way.address, `bo-${domain}`);

    const thief = visitor(app, url);
    const stolen = await thief.open(back);
    expect(stolen.status).toBe(422);
    expect(await stolen.text()).toContain("redan använd eller för gammal");
    expect(thief.isSignedIn()).toBe(false);

    expect((await way.open(back)).status).toBe(303);
    const twice = await way.open(back);
    expect(twice.status).toBe(422);
    expect(await twice.text()).toContain("Börja om");
  });

  test("somebody new gets an account without roles where the organisation lets them in, and none where it does not", async () => {
    const closed = await unitWith(issuer);
    accounts.set(`cia-${closed.domain}`, { email: `cia@${closed.domain}`, name: "Cia Lind" });
    const before = await people();
    const shut = await wayOutFor(`cia@${closed.domain}`);
    const refused = await shut.open(await throughProvider(shut.address, `cia-${closed.domain}`));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Be en kollega bjuda in dig");
    expect(await people()).toEqual(before);

    const open = await unitWith(issuer, { admitsNew: true });
    accounts.set(`dan-${open.domain}`, { email: `dan@${open.domain}`, name: "Dan Lind" });
    const way = await wayOutFor(`dan@${open.domain}`);
    await way.open(await throughProvider(way.address, `dan-${open.domain}`));
    expect(way.isSignedIn()).toBe(true);
    const [dan] = (await people()).filter(({ email }) => email === `dan@${open.domain}`);
    expect(dan).toMatchObject({ name: "Dan Lind" });
    expect(await rolesOf(dan!.id)).toEqual([]);
  });

  test("a new surname changes nothing, and a new colleague with an old address gets nothing of the old one's", async () => {
    const { domain } = await unitWith(issuer, { admitsNew: true });
    const eva = await person({ email: `eva.ek@${domain}` });
    accounts.set(`eva-${domain}`, { email: `eva.ek@${domain}` });
    const first = await wayOutFor(`eva.ek@${domain}`);
    await first.open(await throughProvider(first.address, `eva-${domain}`));

    accounts.set(`eva-${domain}`, { email: `eva.lind@${domain}` });
    const renamed = await wayOutFor(`eva.lind@${domain}`);
    await renamed.open(await throughProvider(renamed.address, `eva-${domain}`));
    expect(renamed.isSignedIn()).toBe(true);
    expect((await deeds(eva)).at(-1)?.what).toBe("sign_in.signed_in_by_provider");

    accounts.set(`other-${domain}`, { email: `eva.ek@${domain}` });
    const colleague = await wayOutFor(`eva.ek@${domain}`);
    const answer = await colleague.open(await throughProvider(colleague.address, `other-${domain}`));
    expect(await answer.text()).toContain("hör till någon annan i organisationens katalog");
    expect(colleague.isSignedIn()).toBe(false);
  });

  test.each([
    { why: "of another organisation", claims: () => ({ email: "chef@annan.example.se" }), says: "utanför de domäner" },
    {
      why: "that it calls unverified",
      claims: (domain: string) => ({ email: `chef@${domain}`, email_verified: false }),
      says: "inte kontrollerat",
    },
    { why: "that is missing", claims: () => ({}), says: "ingen e-postadress" },
  ])("an address $why is refused, and nobody comes in", async ({ claims, says }) => {
    const { domain, id } = await unitWith(issuer, { admitsNew: true });
    await person({ email: `chef@${domain}` });
    const login = newId().slice(-8);
    accounts.set(login, claims(domain));
    const before = await people();
    const way = await wayOutFor(`chef@${domain}`);
    const answer = await way.open(await throughProvider(way.address, login));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(says);
    expect(way.isSignedIn()).toBe(false);
    expect(await people()).toEqual(before);
    const noted = await ownerDb.selectFrom("sign_in_provider").where("id", "=", id).select("refused_for").execute();
    expect(noted[0]?.refused_for).not.toBeNull();
  });

  test("the code of an app is still asked for", async () => {
    const { domain } = await unitWith(issuer);
    const dag = await person({ email: `dag@${domain}` });
    await setPassword(authentication, dag, password);
    const own = visitor(app, url, await web.signedIn(dag));
    const shown = await (await own.send("/mina-uppgifter/inloggning/kod", { password })).text();
    const [, totp = ""] = /<code>([A-Z2-7]{20,})<\/code>/.exec(shown) ?? [];
    await own.send("/mina-uppgifter/inloggning/kod/bekrafta", { code: oneTimeCode(totp) });

    accounts.set(`dag-${domain}`, { email: `dag@${domain}` });
    const way = await wayOutFor(`dag@${domain}`);
    const answer = await way.open(await throughProvider(way.address, `dag-${domain}`));
    expect(answer.headers.get("location")).toBe("/logga-in/kod?till=%2Fplanera");
    expect(way.isSignedIn()).toBe(false);
    await way.send("/logga-in/kod", { code: oneTimeCode(totp), till: "/planera" });
    expect(way.isSignedIn()).toBe(true);
  });
});

describe("the sign-in page", async () => {
  const { issuer } = await openIdProvider({}, `${url}/logga-in/organisation/svar`);

  test("answers alike whether an address in the domain has an account", async () => {
    const { domain } = await unitWith(issuer);
    await person({ email: `finns@${domain}` });
    const alike = async (email: string) => {
      const { page } = await wayOutFor(email);
      return page
        .replaceAll(email, "…")
        .replaceAll(encodeURIComponent(email), "…")
        .replaceAll(/(state|nonce|code_challenge)=[\w-]+/g, "$1=…")
        .replaceAll(/nonce="[^"]+"/g, "");
    };
    expect(await alike(`finns@${domain}`)).toBe(await alike(`saknas@${domain}`));
  });

  test("still gives a link to whoever asks, unless the organisation wants its own way only", async () => {
    const { domain } = await unitWith(issuer);
    const gun = await person({ email: `gun@${domain}`, name: "Gun" });
    const wish = { email: `gun@${domain}`, link: "on" };
    expect(await (await visitor(app, url).send("/logga-in", wish)).text()).toContain("Titta i din inkorg");

    const only = await unitWith(issuer, { onlyWay: true });
    const hal = await person({ email: `hal@${only.domain}`, name: "Hal" });
    const shown = await (await visitor(app, url).send("/logga-in", { ...wish, email: `hal@${only.domain}` })).text();
    expect(shown).toContain("bara genom dem");
    expect(shown).not.toContain("Skicka en inloggningslänk");
    await afterwards.settled();
    const mails = await ownerDb.selectFrom("mail").select("to_address").execute();
    expect(mails.map(({ to_address }) => to_address)).toEqual([`gun@${domain}`]);

    // The password is right both times: what differs is whether the organisation lets it do.
    await setPassword(authentication, gun, password);
    await setPassword(authentication, hal, password);
    const words = visitor(app, url);
    await words.send("/logga-in/losenord", { email: `gun@${domain}`, password });
    expect(words.isSignedIn()).toBe(true);
    const kept = visitor(app, url);
    const answer = await kept.send("/logga-in/losenord", { email: `hal@${only.domain}`, password });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("Du loggar in genom Kommunen");
    expect(kept.isSignedIn()).toBe(false);
  });

  test("lets no link in that was mailed before the organisation closed that way", async () => {
    const { domain, id } = await unitWith(issuer);
    await person({ email: `ida@${domain}` });
    await visitor(app, url).send("/logga-in", { email: `ida@${domain}`, link: "on" });
    await afterwards.settled();
    const mail = await db.selectFrom("mail").select("body_text as text").orderBy("id", "desc").executeTakeFirst();
    const link = /\/logga-in\/lank\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
    await ownerDb.updateTable("sign_in_provider").set({ only_way: true }).where("id", "=", id).execute();
    const ida = visitor(app, url);
    const answer = await ida.send(link);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("Logga in genom din organisation");
    expect(ida.isSignedIn()).toBe(false);
  });

  test("leads nobody to a provider that is off, over, or not approved for the domain", async () => {
    const unled = async (change: (unit: Awaited<ReturnType<typeof unitWith>>) => Promise<unknown>) => {
      const unit = await unitWith(issuer);
      await change(unit);
      const { page } = await wayOutFor(`asta@${unit.domain}`);
      expect(page).toContain("Titta i din inkorg");
    };
    await unled(({ id }) =>
      ownerDb.updateTable("sign_in_provider").set({ enabled: false }).where("id", "=", id).execute(),
    );
    await unled(({ id }) =>
      ownerDb
        .updateTable("sign_in_provider")
        .set({ valid_to: today.subtract({ days: 1 }) })
        .where("id", "=", id)
        .execute(),
    );
    await unled(({ id }) =>
      ownerDb.updateTable("sign_in_provider_domain").set({ approved_at: null }).where("provider_id", "=", id).execute(),
    );
    await unled(({ domain }) => ownerDb.deleteFrom("organisation_domain").where("domain", "=", domain).execute());
  });

  test("leads nobody to a domain that waits, and does so once it is approved", async () => {
    const unit = await organisation({ name: "Väntande kommunen" });
    const domain = "vantar.example.se";
    await ownerDb.insertInto("organisation_domain").values({ domain, organisation_id: unit }).execute();
    const local = await someone("administrator", { organisation: unit });
    const wish = NewProvider.parse({ issuer, clientId, clientSecret, domains: [domain] });
    const { id } = await registerProvider(db, local, unit, wish, { key, today });
    await turnOnProvider(db, local, id, { problem: undefined, today });
    expect((await wayOutFor(`asta@${domain}`)).page).toContain("Titta i din inkorg");
    await expect(approveDomain(db, local, id, { domain })).rejects.toMatchObject({ kind: "forbidden" });
    await approveDomain(db, administrator, id, { domain });
    expect((await wayOutFor(`asta@${domain}`)).page).toContain("Fortsätt till Väntande kommunen");
  });
});
