import { expect, test } from "vitest";
import { demoRoutes, pageRoutes } from "./demo-routes.ts";
import { type Visitor, visitors } from "./demo-stage.ts";
import { givenRegistrations } from "./given-registrations.ts";

const { app, ask, db, ownerDb, routes, demo, rounds } = await demoRoutes();
const { everything } = givenRegistrations(db, ownerDb);

type Route = { method: string; path: string; handler: { gate?: string } };
const all = app.routes as Route[];

/** What an answer is, in the words of the table. */
function answerOf(response: Response): string {
  const to = response.headers.get("location");
  if (to?.startsWith("/logga-in?till=")) return "sign-in";
  if (to) return "onward";
  return response.status === 200 ? "ok" : String(response.status);
}

test("every page there is stands in the table, and nothing else", () => {
  const known = routes.map(({ route }) => route);
  const found = pageRoutes(app);
  expect(found.length).toBeGreaterThan(60);
  expect(found.filter((route) => !known.includes(route))).toEqual([]);
  expect(known.filter((route) => !found.includes(route))).toEqual([]);
});

test.each(routes)("GET $route", async ({ address, answers }) => {
  const found: string[] = [];
  for (const who of visitors) found.push(answerOf(await ask(who, address)));
  expect(found).toEqual(answers);
});

const someId = "01890000-0000-7000-8000-000000000000";
const parameter = /:\w+(\{[^}]*\})?/gu;

/** POST routes that have no page of their own at the same address. */
const buttons: Record<string, string> = {
  "/fraga/:slug/folj": `${addressOf("/fraga/:slug")}/folj`,
  "/fraga/:slug/kommuner": `${addressOf("/fraga/:slug")}/kommuner`,
  "/mote/:slug/kalla": `${addressOf("/mote/:slug")}/kalla`,
  "/mote/:slug/dagordning/:entry/ta-bort": `${addressOf("/mote/:slug/dagordning/:entry")}/ta-bort`,
  "/mote/:slug/handlingar/:paper/ta-bort": addressOf("/mote/:slug/handlingar/:paper/fil").replace("/fil", "/ta-bort"),
  "/workshop/:slug/sla-ihop/ta-upp": `${addressOf("/workshop/:slug/sla-ihop")}/ta-upp`,
  "/workshop/:slug/sla-ihop/fraga/:question/dela": `${addressOf("/workshop/:slug/sla-ihop/fraga/:question")}/dela`,
  "/workshop/:slug/sla-ihop/fraga/:question/lagg-till": `${addressOf("/workshop/:slug/sla-ihop/fraga/:question")}/lagg-till`,
  "/workshop/:slug/sla-ihop/fraga/:question/ta-bort": `${addressOf("/workshop/:slug/sla-ihop/fraga/:question")}/ta-bort`,
  "/checklista/:slug/ny-version": `${addressOf("/checklista/:slug")}/ny-version`,
  "/checklista/:slug/avsluta": `${addressOf("/checklista/:slug")}/avsluta`,
  "/checklista/:slug/original": `${addressOf("/checklista/:slug")}/original`,
  "/checklista/:slug/utkast/kasta": `${addressOf("/checklista/:slug/utkast")}/kasta`,
  "/checklista/:slug/utkast/fraga/:question/flytta": `${addressOf("/checklista/:slug/utkast/fraga/:question")}/flytta`,
  "/checklista/:slug/utkast/fraga/:question/ta-bort": `${addressOf("/checklista/:slug/utkast/fraga/:question")}/ta-bort`,
  "/metod/:slug/anvands/:use/ta-bort": `${addressOf("/metod/:slug/anvands")}/${someId}/ta-bort`,
  "/metodbedomning/:slug/ta-tillbaka": `${addressOf("/metodbedomning/:slug")}/ta-tillbaka`,
  "/metodbedomning/:slug/inforande/steg/:step/klart": `${addressOf("/metodbedomning/:slug/inforande/steg/:step")}/klart`,
  "/metodbedomning/:slug/inforande/steg/:step/ta-bort": `${addressOf("/metodbedomning/:slug/inforande/steg/:step")}/ta-bort`,
  "/kunskap/:slug/nytta": `${addressOf("/kunskap/:slug")}/nytta`,
  "/kunskap/:slug/nytta/ta-tillbaka": `${addressOf("/kunskap/:slug")}/nytta/ta-tillbaka`,
  "/kunskap/:slug/bygger-pa/:tie/ta-bort": `${addressOf("/kunskap/:slug/bygger-pa")}/${someId}/ta-bort`,
  "/metodbedomning/:slug/kunskap/:tie/ta-bort": addressOf("/metodbedomning/:slug/kunskap").replace(
    /[?].*$/u,
    `/${someId}/ta-bort`,
  ),
  "/laslista/:slug/rad/:row/steg": addressOf("/laslista/:slug/rad/:row/anteckning").replace("/anteckning", "/steg"),
  "/laslista/:slug/publicera": `${addressOf("/laslista/:slug")}/publicera`,
  "/laslista/:slug/inaktuell": `${addressOf("/laslista/:slug")}/inaktuell`,
  "/laslista/:slug/aktuell": `${addressOf("/laslista/:slug")}/aktuell`,
  "/uppdrag/:id/borja": `${addressOf("/uppdrag/:id")}/borja`,
  "/planera/:slug/steg": `/planera/${rounds.first.slug}/steg`,
  "/planera/:slug/hall-anda": `/planera/${rounds.first.slug}/hall-anda`,
  "/planera/:slug/kasta": `/planera/${rounds.draft.slug}/kasta`,
  "/planera/:slug/traffar/:session/bort": `${addressOf("/planera/:slug/traffar/:session")}/bort`,
  "/cirkel/:slug/uppgift/:assignment/ta-bort": `${addressOf("/cirkel/:slug/uppgift/:assignment")}/ta-bort`,
  "/planera/:slug/listor/post/:dispatch/ta-bort": `${addressOf("/planera/:slug/listor/post/:dispatch")}/ta-bort`,
  "/cirkel/:slug/timmar/:line/ta-bort": `${addressOf("/cirkel/:slug/timmar")}/${someId}/ta-bort`,
  "/cirkel/:slug/material/:material/ta-bort": addressOf("/cirkel/:slug/material/:material/fil").replace(
    "/fil",
    "/ta-bort",
  ),
  "/cirkel/:slug/traff/:session/narvaro/gaster/:id/bort": `${addressOf("/cirkel/:slug/traff/:session/narvaro/gaster")}/${someId}/bort`,
  "/organisationer/:slug/utseende/marke/bort": `${addressOf("/organisationer/:slug/utseende")}/marke/bort`,
  "/organisationer/importera/:id/slang": `${addressOf("/organisationer/importera/:id")}/slang`,
  "/organisationer/:slug/inloggning/:providerId/prova": `${addressOf("/organisationer/:slug/inloggning/:providerId")}/prova`,
  "/organisationer/:slug/inloggning/:providerId/pa": `${addressOf("/organisationer/:slug/inloggning/:providerId")}/pa`,
  "/organisationer/:slug/inloggning/:providerId/av": `${addressOf("/organisationer/:slug/inloggning/:providerId")}/av`,
  "/drift/utkorg/:id/skicka-igen": `${addressOf("/drift/utkorg/:id")}/skicka-igen`,
  "/drift/arbete/:id/forsok-igen": `/drift/arbete/${someId}/forsok-igen`,
};

function addressOf(route: string): string {
  return routes.find((known) => known.route === route)?.address ?? route.replaceAll(parameter, someId);
}

/** A right answer to a form, where an empty one would be sent back before anybody asked who sent it. */
const filledIn: Record<string, Record<string, string>> = {
  "/mote/:slug/anteckningar/punkt/:item/spara": { body: "Vi talade om läget", basedOn: "0" },
  "/organisationer/:slug/skrivs": { written: "FoU Mälaren" },
  "/organisationer/:slug/domaner": { domain: "fou.example.se" },
  "/organisationer/:slug/domaner/bort": { domain: "example.se" },
  "/planera/:slug/listor/post": { contents: "Boken" },
  "/planera/:slug/listor/post/:dispatch": { contents: "Boken" },
  "/cirkel/:slug/material/:material/andra": { title: "Bilder", shown: "before" },
  "/cirkel/:slug/traff/:session/material": { title: "Bilder", shown: "before", address: "https://example.se" },
  "/drift/inloggning": { providerId: someId, domain: "example.se" },
};

/** The gate of each route: what stands first on it. */
const gates = new Map<string, Route>();
for (const route of all) {
  const name = `${route.method} ${route.path}`;
  if (!gates.has(name)) gates.set(name, route);
}

const guarded = [...gates.values()]
  .filter(({ method, handler }) => method === "POST" && handler.gate === "signedIn")
  .map(({ path }) => path);

const outsiders = ["nobody", "participant", "stranger"] as const satisfies readonly Visitor[];
/** What everybody has of their own: their details, and whether a text was of use to them. */
const isOwn = (path: string) => path.startsWith("/mina-uppgifter") || path.startsWith("/kunskap/:slug/nytta");

/** Buttons on what the participant is inside, and that are theirs to press. */
const ofInsiders: readonly string[] = ["/fraga/:slug/folj", "/uppdrag/:id/borja"];

test("what is sent where it is not one's own is refused and changes nothing", async () => {
  expect(guarded.length).toBeGreaterThan(40);
  const before = await everything();
  const wrong: string[] = [];
  for (const path of guarded) {
    const address = buttons[path] ?? addressOf(path);
    const known = routes.find(({ route }) => route === path)?.answers;
    const body = new URLSearchParams(filledIn[path] ?? {});
    for (const who of outsiders) {
      const mayOpen = known?.[visitors.indexOf(who)] === "ok" && !filledIn[path];
      const isInside = who === "participant" && ofInsiders.includes(path);
      if (mayOpen || isInside || (isOwn(path) && who !== "nobody")) continue;
      const { status } = await ask(who, address, { method: "POST", body });
      if (who === "nobody" ? status !== 403 : status !== 403 && status !== 404)
        wrong.push(`${who} POST ${path}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await everything()).toEqual(before);
});

test("a leader elsewhere plans, invites and gives roles at home and not here", async () => {
  const { organisationId } = demo;
  const before = await everything();
  const send = async (path: string, values: Record<string, string>) =>
    (await ask("stranger", path, { method: "POST", body: new URLSearchParams(values) })).status;
  expect(await send("/planera/ny/tom", { title: "Inte min", kind: "researchCircle", organisationId })).toBe(403);
  expect(await send(`${addressOf("/mote/:slug")}/svar`, { answer: "no" })).toBe(404);
  expect(
    await send("/personer/bjud-in", {
      name: "Ny Person",
      email: "ny@example.se",
      role: "developmentLeader",
      place: "FoU Mälarbygden",
    }),
  ).toBe(403);
  expect(await everything()).toEqual(before);
});

test("a door that is closed tells nothing of who or what stands behind it", async () => {
  const people = await ownerDb.selectFrom("person").select(["name", "email"]).execute();
  const applicants = await ownerDb.selectFrom("registration").select(["name", "email", "workplace"]).execute();
  const hidden = [
    ...people.flatMap(({ name, email }) => [name, email]),
    ...applicants.flatMap(({ name, email, workplace }) => [name, email, workplace]),
    rounds.draft.title,
  ].filter((text): text is string => Boolean(text));
  const told: string[] = [];
  let closed = 0;
  for (const { route, address, answers } of routes) {
    for (const [index, who] of visitors.entries()) {
      if (answers[index] !== "403" && answers[index] !== "404") continue;
      const own = people.filter(({ email }) => email === ownAddresses[who]).flatMap(({ name, email }) => [name, email]);
      const text = await (await ask(who, address)).text();
      closed += 1;
      for (const secret of hidden) {
        if (!own.includes(secret) && text.includes(secret)) told.push(`${who} ${route}: ${secret}`);
      }
    }
  }
  expect(closed).toBeGreaterThan(100);
  expect(told).toEqual([]);
});

const ownAddresses: Partial<Record<Visitor, string | null>> = {
  participant: demo.participant.email,
  leader: demo.leader.email,
  administrator: demo.administrator.email,
  stranger: await addressOfStranger(),
};

async function addressOfStranger() {
  return (
    await ownerDb.selectFrom("person").where("name", "=", "Vera Utberg").select("email").executeTakeFirstOrThrow()
  ).email;
}

test("what is not there and what is not yours read the same", async () => {
  const gone = await ask("stranger", "/planera/finns-inte");
  const others = await ask("stranger", `/planera/${rounds.first.slug}`);
  const words = async (response: Response) => {
    const [, main = ""] = (await response.text()).split("<main");
    return [response.status, main.replaceAll(/nonce="[^"]*"/gu, "")];
  };
  expect(await words(others)).toEqual(await words(gone));
});

const withoutToken: readonly (string | undefined)[] = ["open", "mailedLink"];
const operations = [...gates.values()].filter(
  ({ method, path, handler }) =>
    path.startsWith("/api/v1/") && method !== "ALL" && !withoutToken.includes(handler.gate),
);

test("an operation of the API answers nobody without a token, and a session's cookie is none", async () => {
  expect(operations.length).toBeGreaterThan(20);
  const wrong: string[] = [];
  for (const { method, path } of operations) {
    const address = path.replaceAll(parameter, someId);
    for (const who of ["nobody", "administrator"] as const) {
      const response = await ask(who, address, { method });
      const isTold = response.headers.get("content-type")?.startsWith("application/problem+json");
      if (response.status !== 401 || !isTold) wrong.push(`${who} ${method} ${path}: ${response.status}`);
    }
  }
  expect(wrong).toEqual([]);
});
