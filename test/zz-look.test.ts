import { mkdirSync, readFileSync, appendFileSync } from "node:fs";
import { test } from "vitest";
import { browser, expectAccessible, expectFits, expectValidHtml } from "./browser.ts";
import { demoRoutes } from "./demo-routes.ts";
import { visitor } from "./visitor.ts";
import { formsIn } from "./forms-in.ts";
const { app, url, routes, cookies, ownerDb } = await demoRoutes();
const chrome = browser();
const out = process.env["OUT"] ?? "/tmp/m1";
mkdirSync(out, { recursive: true });
const modes = (process.env["MODES"] ?? "1280l,390l,1280d").split(",");
const want = new RegExp(process.env["WANT"] ?? ".");
const sample = readFileSync("src/features/meetings/minutes-reading/samples/01-two-networks-bullets.txt", "utf8");
const say = (s: string) => appendFileSync(`${out}/found.txt`, s + "\n");
void visitor;
test("look", { timeout: 1_800_000 }, async () => {
  const joint = routes.find((r) => r.route === "/mote/:slug")!.address;
  const address = (route: string) => routes.find((r) => r.route === route)?.address;
  const [cn = "", cv = ""] = cookies.leader.split("=");
  const cookie = cookies.leader;
  const get = async (p: string) => {
    const r = await app.request(p, { headers: { cookie } });
    return r.text();
  };
  const post = async (p: string, values: readonly (readonly [string, string])[]) => {
    const r = await app.request(p, {
      method: "POST",
      body: new URLSearchParams(values.map(([a, b]) => [a, b])),
      headers: { origin: url, cookie },
    });
    if (r.status !== 303)
      say(
        `POST ${p} ${r.status} ${(await r.text())
          .replace(/<[^>]*>/g, " ")
          .replace(/\s+/g, " ")
          .slice(0, 900)}`,
      );
    return r.headers.get("location") ?? "";
  };
  const bodies = await ownerDb
    .selectFrom("meeting_body as mb")
    .innerJoin("meeting as m", "m.id", "mb.meeting_id")
    .where("m.slug", "=", joint.replace("/mote/", ""))
    .orderBy("mb.position")
    .select("mb.body_id")
    .execute();
  const b = bodies.map(({ body_id }) => ["bodies", body_id] as const);
  const fields = (page: string, p: string) => {
    const form = formsIn(page, p).find(({ fields }) => fields.some(({ name }) => name === "title"));
    return (form?.fields ?? []).flatMap(({ name, values }) => values.map((v) => [name, v] as const));
  };
  // pasted twice: one to look at, one to keep
  const waiting = await post("/anteckningar/klistra-in", [...b, ["text", sample + "\nTillägg"]]);
  const second = await post("/anteckningar/klistra-in", [...b, ["text", sample]]);
  const kept = await post(second, fields(await get(second), second));
  const meeting = kept.split("?")[0]!;
  const minutes = await get(`${meeting}/anteckningar`);
  const link = (page: string, re: RegExp) => page.match(re)?.[1] ?? "";
  const item = link(minutes, /href="([^"]*\/punkt\/[^"]*)\/utfall"/);
  const part = link(minutes, /href="([^"]*\/anteckningar\/[0-9a-f-]+)\/klar"/);
  const presence = await get(`${meeting}/narvaro`);
  const row = link(presence, /href="([^"]*\/narvaro\/[0-9a-f-]{20,})"/);
  const called = await ownerDb.selectFrom("meeting").where("state", "=", "called").select("slug").executeTakeFirst();
  const inDemo = await ownerDb.selectFrom("meeting").select(["slug", "title", "state"]).execute();
  say(JSON.stringify({ waiting, meeting, item, part, row, called, inDemo }, null, 1));
  const list: [string, string | undefined][] = [
    ["planned", joint],
    ["held", meeting],
    ["called", called && `/mote/${called.slug}`],
    ["nytt", "/mote/nytt"],
    ["nyttbody", address("/mote/nytt")],
    ["andra", `${joint}/andra`],
    ["stallin", `${joint}/stall-in`],
    ["dagny", `${joint}/dagordning/ny`],
    ["dagordning", `${joint}/dagordning/ordning`],
    ["dagentry", address("/mote/:slug/dagordning/:entry")],
    ["dagsenare", address("/mote/:slug/dagordning/:entry/senare")],
    ["handling", `${joint}/handlingar/ny`],
    ["svar", address("/mote/svar/:token")],
    ["narvaro", `${meeting}/narvaro`],
    ["narvaroplanned", `${joint}/narvaro`],
    ["narvarony", `${meeting}/narvaro/ny`],
    ["ungefar", `${meeting}/narvaro/ungefar`],
    ["narvarorow", row || undefined],
    ["aret", address("/grupper/:slug/narvaro")],
    ["klistra", "/anteckningar/klistra-in"],
    ["confirm", waiting],
    ["original", `${meeting}/original`],
    ["minutes", `${meeting}/anteckningar`],
    ["minutesplanned", `${joint}/anteckningar`],
    ["utfall", item && `${item}/utfall`],
    ["utfalldec", item && `${item}/utfall?sort=decision`],
    ["utfallcom", item && `${item}/utfall?sort=commission`],
    ["utfallpar", item && `${item}/utfall?sort=parked`],
    ["itemandra", item && `${item}/andra`],
    ["itemskriv", item && `${item}/skriv`],
    ["jamfor", item && `${item}/jamfor`],
    ["punkt", part && `${part}/punkt`],
    ["antecknar", part && `${part}/antecknar`],
    ["klar", part && `${part}/klar`],
    ["justering", part && `${part}/justering`],
    ["fraga", address("/fraga/:slug")],
    ["uppdrag", "/uppdrag"],
    ["inflode", "/uppdrag/inflode"],
    ["fraga2", address("/fraga/:slug/ansokan/:application")?.split("/ansokan")[0]],
    ["utskick", `${meeting}/utskick`],
    ["las", address("/mote/:slug/las")],
    ["upp-ny", "/uppdrag/ny"],
    ["upp-id", address("/uppdrag/:id")],
    ...routes
      .filter(
        (r) =>
          r.route.startsWith("/fraga/:slug/") ||
          r.route.startsWith("/uppdrag/:id/") ||
          r.route === "/grupper/:slug/ny-fraga",
      )
      .map((r) => [`z${r.route.replaceAll(/[/:{}\\|.()?]+/g, "_")}`, r.address] as [string, string]),
  ];
  let n = 0;
  for (const [name, at] of list) {
    n++;
    if (!at) {
      say(`no address: ${name}`);
      continue;
    }
    if (!want.test(name)) continue;
    const id = String(n).padStart(3, "0");
    for (const mode of modes) {
      const page = await chrome.lastingPage("leader" + mode, {
        baseURL: url,
        width: parseInt(mode),
        cookies: [{ name: cn, value: decodeURIComponent(cv), url }],
      });
      await page.emulateMedia({ colorScheme: mode.endsWith("d") ? "dark" : "light" });
      const r = await page.goto(at).catch(() => undefined);
      if (!r || !(r.headers()["content-type"] ?? "").startsWith("text/html")) {
        say(`${name} no page`);
        continue;
      }
      if (mode === modes[0]) {
        if (r.status() !== 200) say(`${name} ${at} ${r.status()}`);
        if (!process.env["QUICK"])
          for (const [what, ask] of [
            ["html", async () => expectValidHtml(await r.text())],
            ["axe", () => expectAccessible(page)],
            ["fits", () => expectFits(page)],
          ] as const)
            await ask().catch((e: Error) => say(`${name} ${what}: ${e.message.slice(0, 700)}`));
        await page.emulateMedia({ colorScheme: mode.endsWith("d") ? "dark" : "light" });
      }
      await page.screenshot({ path: `${out}/${id}_${name}.${mode}.png`, fullPage: true });
    }
  }
});
