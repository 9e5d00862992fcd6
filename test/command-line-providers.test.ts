import { expect, test } from "vitest";
import { commandLine, jsonOf } from "./command-line.ts";
import { given } from "./given.ts";
import { clientId, clientSecret, openIdProvider } from "./openid-provider.ts";

const { ownerDb, run } = await commandLine();
const { organisation, someone } = given(ownerDb);
for (const slug of ["storsjo", "storvik"]) {
  const unit = await organisation({ name: `Kommunen ${slug}`, slug });
  await ownerDb
    .insertInto("organisation_domain")
    .values({ domain: `${slug}.example.se`, organisation_id: unit })
    .execute();
}
await someone("administrator", {}, { email: "alva@example.se" });
await ownerDb
  .updateTable("role_assignment")
  .set({ valid_from: Temporal.PlainDate.from("2020-01-01") })
  .execute();

const provider = await openIdProvider({}, "http://localhost:3000/logga-in/organisation/svar");
const asAlva = (...words: string[]) => ["provider", ...words, "--as", "alva@example.se"];
const registered = async (slug: string, secret: string) => {
  const place = ["--organisation", slug, "--domain", `${slug}.example.se`];
  const words = [...place, "--issuer", provider.issuer, "--client-id", clientId, "--secret-file", "-"];
  const made = await run(asAlva("register", ...words), { input: `${secret}\n` });
  expect(made).toMatchObject({ code: 0, err: "" });
  return made.out.trim();
};

test("a provider is registered with a secret that comes in, tried, turned on and turned off", async () => {
  const id = await registered("storsjo", clientSecret);
  expect(await run(asAlva("test", id))).toEqual({ code: 0, out: "ok\n", err: "" });
  expect(await run(asAlva("on", id))).toEqual({ code: 0, out: "", err: "" });
  const listed = asAlva("list", "--organisation", "storsjo", "--json");
  const standing = async () =>
    jsonOf<{ providers: { standing: string }[] }>(await run(listed)).providers.map((each) => each.standing);
  expect(await standing()).toEqual(["on"]);
  expect(await run(asAlva("off", id))).toEqual({ code: 0, out: "", err: "" });
  expect(await standing()).toEqual(["off"]);
});

test("a provider that does not know our secret is a failed command that says so", async () => {
  const id = await registered("storvik", "en annan hemlighet");
  expect(await run(asAlva("test", id))).toEqual({ code: 1, out: "wrong_client\n", err: "" });
});
