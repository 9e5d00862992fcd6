import { expect, test } from "vitest";
import { problemWith } from "#platform/openid/connection-test.ts";
import { reachOf } from "#platform/openid/guarded-request.ts";
import { lyingProvider, type Lie } from "../../../test/lying-provider.ts";
import { clientId as id, clientSecret as secret, openIdProvider } from "../../../test/openid-provider.ts";

const returnAddress = "http://localhost:3000/logga-in/organisation/svar";
const reach = reachOf({ baseUrl: "http://localhost:3000", innerHosts: [] });
const client = { id, secret, returnAddress };
const real = await openIdProvider({}, returnAddress);
const liar = await lyingProvider({});

test("nothing is wrong with a real provider that knows us", async () => {
  expect(await problemWith(real.issuer, client, reach)).toBeUndefined();
});

test.each([
  { why: "the secret is another", over: { secret: "another" }, says: "wrong_client" },
  { why: "it does not know us at all", over: { id: "nobody" }, says: "wrong_client" },
])("a real provider tells when $why", async ({ over, says }) => {
  expect(await problemWith(real.issuer, { ...client, ...over }, reach)).toBe(says);
});

test.each([
  { why: "has a slash too many", issuer: `${real.issuer}/`, says: "wrong_issuer" },
  { why: "has nothing at that address", issuer: `${real.issuer}/finns-inte`, says: "no_discovery" },
  { why: "is not there", issuer: "http://localhost:1", says: "unreachable" },
  { why: "has a name that nobody has", issuer: "https://finns-inte.invalid", says: "unknown_host" },
  { why: "has no TLS", issuer: "http://login.example.se", says: "insecure" },
  { why: "stands in our own network", issuer: "https://10.1.2.3", says: "inner_address" },
])("a provider is told apart that $why", async ({ issuer, says }) => {
  expect(await problemWith(issuer, client, reach)).toBe(says);
});

const lies: { why: string; lie: Lie; says: string }[] = [
  { why: "lacks an address", lie: { discovery: { token_endpoint: undefined } }, says: "incomplete" },
  { why: "answers for every tenant at once", lie: { discovery: { issuer: "{tenantid}" } }, says: "wrong_issuer" },
  {
    why: "leads people somewhere without TLS",
    lie: { discovery: { authorization_endpoint: "http://login.example.se/" } },
    says: "insecure",
  },
  {
    why: "shows no keys",
    lie: { answer: (path) => (path === "/keys" ? { status: 200, body: '{"keys":[]}' } : undefined) },
    says: "no_keys",
  },
  { why: "says nothing that is JSON", lie: { answer: () => ({ status: 200, body: "<html>" }) }, says: "no_discovery" },
];
test.each(lies)("a provider is told apart that $why", async ({ lie, says }) => {
  liar.lies(lie);
  expect(await problemWith(liar.issuer, client, reach)).toBe(says);
});
