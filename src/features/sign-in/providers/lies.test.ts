import { beforeEach, describe, expect, test } from "vitest";
import { givenProviders } from "../../../../test/given-providers.ts";
import { type Lie, lyingProvider } from "../../../../test/lying-provider.ts";
import { clientId } from "../../../../test/openid-provider.ts";
import { testWeb } from "../../../../test/web.ts";

const web = await testWeb();
const { ownerDb } = web;
const { unitWith, wayOutFor } = await givenProviders(web);

beforeEach(() => ownerDb.deleteFrom("rate_limit").execute());

const people = () => ownerDb.selectFrom("person").select(["id", "email", "name"]).orderBy("id").execute();

describe("a provider that lies", async () => {
  const liar = await lyingProvider({ sub: "1", email: "ove@liar.example.se" });
  const { id, domain } = await unitWith(liar.issuer, { admitsNew: true });
  const email = `ove@${domain}`;

  /** One whole sign-in, in which the provider lies once. */
  async function attempt(lie: Lie, answer: (state: string) => string = (state) => `state=${state}&code=x`) {
    liar.lies({});
    const someone = await wayOutFor(email);
    const { address } = someone;
    liar.sees(address);
    liar.lies({ ...lie, claims: { email, ...lie.claims } });
    const state = new URL(address).searchParams.get("state") ?? "";
    const result = await someone.open(`/logga-in/organisation/svar?${answer(state)}`);
    return { ...someone, result, text: await result.text() };
  }

  test("comes in when it tells the truth, so that each lie below is what stops it", async () => {
    const { result, isSignedIn } = await attempt({});
    expect(result.status).toBe(303);
    expect(isSignedIn()).toBe(true);
  });

  const soon = Math.floor(Date.now() / 1_000);
  const lies: { why: string; lie?: Lie; answer?: (state: string) => string; says: string }[] = [
    { why: "the word is unsigned", lie: { signature: "none" }, says: "inte underskrivet" },
    { why: "it is signed with what everybody knows", lie: { signature: "shared secret" }, says: "inte underskrivet" },
    { why: "it is signed with another key", lie: { signature: "another key" }, says: "inte underskrivet" },
    {
      why: "it comes from another issuer",
      lie: { claims: { iss: "https://annan.example.se" } },
      says: "utfärdat av någon annan",
    },
    { why: "it is meant for another site", lie: { claims: { aud: "annan" } }, says: "avsett för en annan webbplats" },
    {
      why: "it is meant for several",
      lie: { claims: { aud: [clientId, "annan"] } },
      says: "avsett för en annan webbplats",
    },
    { why: "another party asked for it", lie: { claims: { azp: "annan" } }, says: "avsett för en annan webbplats" },
    { why: "it has expired", lie: { claims: { iat: soon - 900, exp: soon - 600 } }, says: "för gammalt" },
    {
      why: "it is an old one that has not expired",
      lie: { claims: { iat: soon - 7_200, exp: soon + 300 } },
      says: "för gammalt",
    },
    {
      why: "the nonce is an earlier one",
      lie: { claims: { nonce: "an-earlier-one" } },
      says: "hör till en annan inloggning",
    },
    { why: "there is no nonce", lie: { claims: { nonce: undefined } }, says: "hör till en annan inloggning" },
    { why: "it names nobody", lie: { claims: { sub: "" } }, says: "går inte att läsa" },
    {
      why: "the address is another's",
      lie: { claims: { email: "chef@annan.example.se" } },
      says: "utanför de domäner",
    },
    { why: "the address is not verified", lie: { claims: { email_verified: false } }, says: "inte kontrollerat" },
    {
      why: "it now calls itself something else",
      lie: { discovery: { issuer: "https://annan.example.se" } },
      says: "kallar sig något annat",
    },
    {
      why: "it sends us for tokens into our own network",
      lie: { discovery: { token_endpoint: "https://10.0.0.1/token" } },
      says: "slutet nät",
    },
    {
      why: "it sends us for keys to a file",
      lie: { discovery: { jwks_uri: "file:///etc/passwd" } },
      says: "inte säker",
    },
    {
      why: "it does not know its own code",
      lie: { tokenAnswer: { status: 400, body: '{"error":"invalid_grant"}' } },
      says: "inget svar om vem du är",
    },
    {
      why: "it no longer knows us",
      lie: { tokenAnswer: { status: 401, body: '{"error":"invalid_client"}' } },
      says: "känner inte igen",
    },
    {
      why: "its token is nonsense",
      lie: { tokenAnswer: { status: 200, body: '{"id_token":"x"}' } },
      says: "går inte att läsa",
    },
    {
      why: "it leads us on to another",
      lie: { answer: () => ({ status: 302, headers: { location: "http://localhost:1/" }, body: "" }) },
      says: "beskriver inte sig själv",
    },
    {
      why: "it never stops talking",
      lie: { answer: () => ({ status: 200, body: `{"a":"${"a".repeat(600_000)}"}` }) },
      says: "mer än den ska",
    },
    {
      why: "the answer says that it comes from another",
      answer: (state) => `state=${state}&code=x&iss=https%3A%2F%2Fannan.example.se`,
      says: "en annan inloggningstjänst",
    },
    {
      why: "it promised to name itself, and the answer does not",
      lie: { discovery: { authorization_response_iss_parameter_supported: true } },
      says: "en annan inloggningstjänst",
    },
    { why: "the person changed their mind", answer: (state) => `state=${state}&error=access_denied`, says: "avbröts" },
    { why: "it said no", answer: (state) => `state=${state}&error=server_error`, says: "sa nej" },
    { why: "the state is made up", answer: () => "state=påhittat&code=x", says: "redan använd eller för gammal" },
    { why: "there is no state", answer: () => "code=x", says: "redan använd eller för gammal" },
  ];
  test.each(lies)("nobody comes in when $why", async ({ lie = {}, answer, says }) => {
    const before = await people();
    const { result, text, isSignedIn } = await attempt(lie, answer);
    expect(result.status).toBe(422);
    expect(text).toContain(says);
    expect(isSignedIn()).toBe(false);
    expect(await people()).toEqual(before);
  });

  test("a flow that was begun too long ago opens nothing", async () => {
    liar.lies({});
    const late = await wayOutFor(email);
    const state = new URL(late.address).searchParams.get("state") ?? "";
    await ownerDb
      .updateTable("sign_in_provider_flow")
      .set({ expires_at: Temporal.Now.instant().subtract({ minutes: 1 }) })
      .execute();
    const answer = await late.open(`/logga-in/organisation/svar?state=${state}&code=x`);
    expect(await answer.text()).toContain("redan använd eller för gammal");
  });

  test("one that is down is told on the page, which still offers a link", async () => {
    await ownerDb.updateTable("sign_in_provider").set({ issuer: "http://localhost:1" }).where("id", "=", id).execute();
    const { page, status } = await wayOutFor(email);
    expect(status).toBe(422);
    expect(page).toContain("går inte att nå");
    expect(page).toContain("Skicka en inloggningslänk i stället");
  });
});
