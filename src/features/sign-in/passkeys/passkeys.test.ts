import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { browser, expectAccessible, expectFits } from "../../../../test/browser.ts";
import { given } from "../../../../test/given.ts";
import { runJobs } from "../../../../test/jobs.ts";
import { oneTimeCode } from "../../../../test/one-time-code.ts";
import { visitor } from "../../../../test/visitor.ts";
import { testWeb } from "../../../../test/web.ts";
import { removePasskey, renamePasskey } from "#features/sign-in/passkeys/commands.ts";
import { signInJobs } from "#features/sign-in/jobs.ts";
import type { PersonId } from "#kernel/ids.ts";
import { systemClock } from "#kernel/clock.ts";
import { setPassword } from "#platform/sign-in/session.ts";

const web = await testWeb();
const { app, db, ownerDb, url, signedIn, authentication, translate } = web;
const { organisation, person, actor } = given(ownerDb);
const chrome = browser();
const here = "/mina-uppgifter/inloggning/passnycklar";
const password = "gröna äpplen i korgen";

beforeEach(() => ownerDb.deleteFrom("rate_limit").execute());

/** A device that keeps passkeys, as a phone does; `unlocks` tells whether its owner's finger or code is right. */
async function device(page: Page, { unlocks = true } = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: unlocks,
      automaticPresenceSimulation: true,
    },
  });
  return {
    forget: () => session.send("WebAuthn.clearCredentials", { authenticatorId }),
    keys: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    unlocks: (isUserVerified: boolean) => session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

async function as(page: Page, personId: PersonId) {
  const [name = "", value = ""] = (await signedIn(personId)).split("=");
  await page.context().addCookies([{ name, value: decodeURIComponent(value), url }]);
}

async function signOut(page: Page) {
  await page.context().clearCookies();
}

const passkeys = (id: PersonId) =>
  ownerDb.selectFrom("sign_in_passkey").where("person_id", "=", id).selectAll().execute();
const mailsTo = async (address: string) => {
  await runJobs(db, signInJobs, { now: systemClock, translate });
  const rows = await ownerDb
    .selectFrom("mail")
    .where("to_address", "=", address)
    .orderBy("id")
    .select("subject")
    .execute();
  return rows.map(({ subject }) => subject);
};

test("a passkey is added, signs in without any other code, is renamed and taken away", async () => {
  const asta = await person({ email: "asta@example.se", name: "Asta Ek" });
  await setPassword(authentication, asta, password);
  const own = visitor(app, url, await signedIn(asta));
  const shown = await (await own.send("/mina-uppgifter/inloggning/kod", { password })).text();
  const [, totp = ""] = /<code>([A-Z2-7]{20,})<\/code>/.exec(shown) ?? [];
  await own.send("/mina-uppgifter/inloggning/kod/bekrafta", { code: oneTimeCode(totp) });

  const page = await chrome.page({ baseURL: url });
  const phone = await device(page);
  await as(page, asta);
  await page.goto(here);
  await expectAccessible(page);
  await expectFits(page);
  await page.getByLabel("Namn").fill("Min telefon");
  await page.getByRole("button", { name: "Lägg till" }).click();
  await page.getByRole("status").getByText("Passnyckeln är tillagd").waitFor();
  expect(await passkeys(asta)).toMatchObject([{ name: "Min telefon" }]);
  expect(await phone.keys()).toHaveLength(1);

  await signOut(page);
  await page.goto("/logga-in?till=/mina-uppgifter");
  await page.getByRole("button", { name: "Logga in med passnyckel" }).click();
  await page.getByRole("heading", { name: "Dina uppgifter" }).or(page.getByText("Asta Ek")).first().waitFor();
  expect(new URL(page.url()).pathname).toBe("/mina-uppgifter");

  await page.goto(here);
  await page.getByRole("link", { name: "Byt namn på passnyckeln Min telefon" }).click();
  await page.getByLabel("Namn").fill("Telefonen");
  await page.getByRole("button", { name: "Spara" }).click();
  await page
    .getByRole("cell", { name: "Telefonen", exact: true })
    .or(page.getByRole("rowheader", { name: "Telefonen" }))
    .waitFor();
  await page.getByRole("button", { name: "Ta bort passnyckeln Telefonen" }).click();
  await page.getByText("Passnyckeln är borttagen").waitFor();
  expect(await passkeys(asta)).toEqual([]);
  expect(await mailsTo("asta@example.se")).toEqual([
    "Koden från en app är påslagen",
    "En passnyckel är tillagd",
    "En passnyckel är borttagen",
  ]);

  await signOut(page);
  await page.goto("/logga-in");
  await page.getByRole("button", { name: "Logga in med passnyckel" }).click();
  await page.getByText("Passnyckeln känns inte igen här").first().waitFor();
});

test("a device that is not unlocked, knows nobody or is refused lets nobody in, and says so", async () => {
  const bo = await person({ email: "bo@example.se" });
  const page = await chrome.page({ baseURL: url });
  const phone = await device(page);
  await as(page, bo);
  await page.goto(here);
  await page.getByLabel("Namn").fill("Min telefon");
  await page.getByRole("button", { name: "Lägg till" }).click();
  await page.getByText("Passnyckeln är tillagd").waitFor();

  await page.getByRole("textbox", { name: "Namn" }).fill("Samma telefon");
  await page.getByRole("button", { name: "Lägg till" }).click();
  await page.getByText("Enheten har redan en passnyckel").first().waitFor();
  expect(await page.getByRole("textbox", { name: "Namn" }).inputValue()).toBe("Samma telefon");
  expect(await passkeys(bo)).toHaveLength(1);

  await signOut(page);
  await phone.unlocks(false);
  await page.goto("/logga-in");
  await page.getByRole("button", { name: "Logga in med passnyckel" }).click();
  await page.getByText("Enheten avbröt").first().waitFor();

  // A browser that does not insist on the lock gets an answer from the device, and none from us.
  await phone.unlocks(true);
  expect(await page.evaluate(answering("discouraged"))).toBe(422);
  expect(await page.evaluate(answering("required"))).toBe(200);
  await signOut(page);

  await phone.forget();
  await page.goto("/logga-in");
  await page.getByRole("button", { name: "Logga in med passnyckel" }).click();
  await page.getByText("Enheten avbröt").first().waitFor();
  expect((await page.context().cookies()).some(({ name }) => name.endsWith("session_token"))).toBe(false);
});

/** Signs in as the page's script does, insisting on the device's lock or not. Gives the status of the answer. */
const answering = (userVerification: string) => `(async () => {
  const headers = { "content-type": "application/json" };
  const asked = await (await fetch("/logga-in/passnyckel/fraga", { method: "POST", headers, body: "{}" })).json();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...asked, userVerification: "${userVerification}" });
  const response = JSON.stringify(await navigator.credentials.get({ publicKey }));
  return (await fetch("/logga-in/passnyckel", { method: "POST", body: new URLSearchParams({ response }) })).status;
})()`;

test("an organisation that wants its own way only is not gone around with a passkey", async () => {
  const unit = await organisation({ name: "Kommunen" });
  const domain = "kommunen.example.se";
  const cia = await person({ email: `cia@${domain}` });
  const page = await chrome.page({ baseURL: url });
  await device(page);
  await as(page, cia);
  await page.goto(here);
  await page.getByLabel("Namn").fill("Min telefon");
  await page.getByRole("button", { name: "Lägg till" }).click();
  await page.getByText("Passnyckeln är tillagd").waitFor();

  await ownerDb.insertInto("organisation_domain").values({ domain, organisation_id: unit }).execute();
  const provider = {
    issuer: "https://login.example.se",
    client_id: "x",
    client_secret: Buffer.alloc(40),
    enabled: true,
  };
  const { id } = await ownerDb
    .insertInto("sign_in_provider")
    .values({
      ...provider,
      id: crypto.randomUUID(),
      organisation_id: unit,
      address_claim: "email",
      admits_new: false,
      only_way: true,
    } as never)
    .returning("id")
    .executeTakeFirstOrThrow();
  await ownerDb
    .insertInto("sign_in_provider_domain")
    .values({ provider_id: id, domain, approved_at: Temporal.Now.instant() })
    .execute();
  await signOut(page);
  await page.goto("/logga-in");
  await page.getByRole("button", { name: "Logga in med passnyckel" }).click();
  await page.getByRole("heading", { name: "Logga in genom din organisation" }).waitFor();
  expect((await page.context().cookies()).some(({ name }) => name.endsWith("session_token"))).toBe(false);
});

test("without script there is no button that does nothing", async () => {
  const page = await chrome.page({ baseURL: url, javaScript: false });
  await page.goto("/logga-in");
  expect(await page.getByRole("button").allTextContents()).not.toContain("Logga in med passnyckel");
  expect(await (await app.request("/logga-in")).text()).toContain("Logga in med passnyckel");
});

test.each([
  { why: "empty", response: "" },
  { why: "no JSON", response: "{" },
  { why: "something else", response: '{"id":"x"}' },
  {
    why: "made up",
    response: JSON.stringify({
      id: "x",
      rawId: "x",
      type: "public-key",
      clientExtensionResults: {},
      response: { clientDataJSON: "x", authenticatorData: "x", signature: "x" },
    }),
  },
])("an answer that is $why signs nobody in", async ({ response }) => {
  const someone = visitor(app, url);
  await someone.send("/logga-in/passnyckel/fraga");
  const answer = await someone.send("/logga-in/passnyckel", { response, till: "/idag" });
  expect(answer.status).toBe(422);
  expect(someone.isSignedIn()).toBe(false);
});

test("only its owner renames or takes away a passkey, and never the last way in", async () => {
  const dan = await person({ email: null as never });
  const eva = await person({ email: "eva@example.se" });
  const key = (id: string) => ({ public_key: "x", credential_id: id, counter: 0, device_type: "x", backed_up: false });
  const row = await ownerDb
    .insertInto("sign_in_passkey")
    .values({ ...key("1"), id: crypto.randomUUID() as never, person_id: dan, name: "Telefon" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await expect(removePasskey(db, await actor(eva), row.id)).rejects.toMatchObject({ code: "sign_in.passkey.no_such" });
  await expect(renamePasskey(db, await actor(eva), row.id, { name: "Min" })).rejects.toMatchObject({
    kind: "not_found",
  });
  await expect(removePasskey(db, await actor(dan), row.id)).rejects.toMatchObject({
    code: "sign_in.passkey.last_way_in",
  });
  expect(await passkeys(dan)).toMatchObject([{ name: "Telefon" }]);
  await setPassword(authentication, dan, password);
  await removePasskey(db, await actor(dan), row.id);
  expect(await passkeys(dan)).toEqual([]);
});
