import { describe, expect, test } from "vitest";
import { sv } from "../src/features/site/help/messages.sv.ts";
import { en } from "../src/features/site/help/messages.en.ts";
import { webApp, type WebAppParts } from "../src/web-app.ts";
import { given } from "./given.ts";
import { testWeb } from "./web.ts";

type Route = { method: string; path: string; handler: { gate?: string } };

const parts = {
  config: { baseUrl: "http://localhost" },
  recognise: { session: async () => undefined, token: async () => undefined },
} as unknown as WebAppParts;

/** What stands behind a sign-in and is a file or a document of its own, not a page in our frame. */
const noPage =
  /(?:\/:file\{(?:rapport|anteckningar|lista|sammanfattning).*|\.(?:json|csv|ics|docx|pdf|xlsx|txt)\}?|\/html|\/handelser|\/fil|\/oppna|\/las\/handling\/:paper|\/utkorg\/:id\/utseende)$/u;

const routes = (webApp(parts).routes as Route[])
  .filter(({ method, handler }) => method === "GET" && handler.gate === "signedIn")
  .map(({ path }) => path);
const signedInPages = [...new Set(routes)].filter((path) => !noPage.test(path));

test("every page behind a sign-in says what it is for, and nothing else does", () => {
  const said = Object.keys(sv).map((key) => key.replace(/^help\./u, ""));
  expect(signedInPages.length).toBeGreaterThan(60);
  expect(signedInPages.filter((path) => !said.includes(path))).toEqual([]);
  expect(said.filter((path) => !signedInPages.includes(path))).toEqual([]);
});

describe.each(Object.entries({ ...sv }))("%s", (key) => {
  test("is two or three sentences in both languages", () => {
    for (const catalogue of [sv, en] as readonly Record<string, string>[]) {
      const sentences = catalogue[key]?.match(/[.?](?=\s|$)/gu)?.length ?? 0;
      expect(sentences, catalogue[key]).toBeGreaterThanOrEqual(2);
      expect(sentences, catalogue[key]).toBeLessThanOrEqual(3);
    }
  });
});

describe("the question under the heading", () => {
  test("is there for whoever is signed in, also when a form is drawn again, and without script", async () => {
    const { app, url, ownerDb, signedIn } = await testWeb();
    const cookie = await signedIn(await given(ownerDb).person({ name: "Elsa Holm", email: "elsa@example.se" }));
    const own = await (await app.request("/mina-uppgifter", { headers: { cookie } })).text();
    const heading = own.slice(
      own.indexOf('<header class="page-heading"'),
      own.indexOf("</header>", own.indexOf("<h1")),
    );
    expect(heading).toContain("<summary>Vad är det här?</summary>");
    expect(heading).toContain(sv["help./mina-uppgifter"]);
    const english = await app.request("/mina-uppgifter?lang=en", { headers: { cookie } });
    expect(await english.text()).toContain(en["help./mina-uppgifter"]);
    const refused = await app.request("/mina-uppgifter", {
      method: "POST",
      headers: { cookie, origin: url },
      body: new URLSearchParams({ name: "" }),
    });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(sv["help./mina-uppgifter"])]);
  });

  test("is not asked of those who only visit", async () => {
    const { app } = await testWeb();
    for (const path of ["/", "/cirklar", "/personuppgifter"])
      expect(await (await app.request(path)).text()).not.toContain("page-help");
  });
});
