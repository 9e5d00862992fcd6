import { expect, test } from "vitest";
import { given } from "../../../../../test/given.ts";
import { givenFillings } from "../../../../../test/given-fillings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { pagesOutside } from "../../../../../test/pages-outside.ts";
import { testWeb } from "../../../../../test/web.ts";

const web = await testWeb(noon("2027-03-18"));
const { app, ownerDb, url, signedIn } = web;
const { organisation, person, role } = given(ownerDb);
const filling = givenFillings(ownerDb);
const unit = await organisation({ name: "FoU Länet" });
const [eva, nils] = [await person(), await person()];
await role(eva, "developmentLeader", { organisation: unit });
await role(nils, "guest", { organisation: unit });
const cookies = { eva: await signedIn(eva), nils: await signedIn(nils) };

const ask = (who: keyof typeof cookies, path: string, form?: Record<string, string | File>) => {
  const body = form && new FormData();
  for (const [name, value] of Object.entries(form ?? {})) body?.set(name, value);
  return app.request(path, {
    ...(body ? { method: "POST", body } : {}),
    headers: { origin: url, cookie: cookies[who] },
  });
};
const leadsTo = (response: Response) => response.headers.get("location") ?? `${response.status}`;

test("a pasted address is a draft in two steps, with title, source, year and licence, and three questions to answer (R132)", async () => {
  const { at } = await pagesOutside();
  const pasted = await ask("eva", "/hamta", { organisation: unit, address: at("/rapport") });
  const [candidate = ""] = leadsTo(pasted).split("?");
  expect(candidate).toMatch(/^\/hamtat\//);
  const page = await (await ask("eva", candidate)).text();
  for (const said of ["Barn får höras", "FoU Länet", "2023", "CC BY 4.0", "Vad säger texten?", "För vem gäller det?"])
    expect(page).toContain(said);
  const taken = await ask("eva", candidate, {
    kind: "guideline",
    title: "Barn får höras",
    source: "FoU Länet",
    year: "2023",
    licence: "CC BY 4.0",
    link: at("/rapport"),
    doi: "",
    authors: "",
  });
  expect(leadsTo(taken)).toBe("/kunskap/barn-far-horas/andra");
  expect((await ask("eva", "/kunskap/barn-far-horas/andra")).status).toBe(200);
  expect(await (await ask("eva", candidate)).text()).toContain("/kunskap/barn-far-horas");
});

test("an address that does not answer leaves all that was typed, and the rest is filled in by hand", async () => {
  const { at } = await pagesOutside();
  const failed = await ask("eva", "/hamta", { organisation: unit, address: at("/saknas") });
  expect(failed.status).toBe(422);
  const page = await failed.text();
  expect(page).toContain("Det finns inget på adressen.");
  expect(page).toContain(`value="${at("/saknas")}"`);
  expect(page).toContain('action="/hamta/for-hand"');
  expect(page).toContain(`value="${unit}" selected`);
  const noAddress = await ask("eva", "/hamta", { organisation: unit, address: "ingen adress" });
  expect(noAddress.status).toBe(422);
  expect(await noAddress.text()).toMatch(/value="ingen adress"[\s\S]*/u);
  const byHand = await ask("eva", "/hamta/for-hand", {
    organisation: unit,
    title: "Skriven för hand",
    link: at("/saknas"),
  });
  expect(leadsTo(byHand)).toMatch(/^\/hamtat\/.*klart=ifylld$/);
  const again = await ask("eva", "/hamta/for-hand", { organisation: unit, title: "", year: "tjugohundra" });
  expect(again.status).toBe(422);
  expect(await again.text()).toContain("tjugohundra");
});

test("a chosen file tells what was taken and what was not, and is refused when it is something else", async () => {
  const ris =
    "TY  - RPRT\nTI  - Äldre ris\nER  - \nTY  - RPRT\nXX: fel\nAU  - Berg\nER  - \nTY  - RPRT\nTI  - Andra\nER  - \n";
  const file = (text: string) => new File([Buffer.from(text, "latin1")], "r.ris");
  const sent = await ask("eva", "/hamta", { organisation: unit, file: file(ris) });
  const page = await (await ask("eva", leadsTo(sent))).text();
  expect(page).toContain("2 referenser togs in.");
  expect(page).toContain("En referens saknar titel och togs inte med: nummer 2.");
  expect(page).toContain("En rad gick inte att läsa och togs inte med: rad 5.");
  expect(page).toContain("Äldre ris");
  const twice = await ask("eva", leadsTo(await ask("eva", "/hamta", { organisation: unit, file: file(ris) })));
  expect(await twice.text()).toContain("2 fanns redan från samma fil.");
  const wrong = await ask("eva", "/hamta", { organisation: unit, file: file("hej") });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("Filen är varken RIS eller CSL-JSON.");
  const nothing = await ask("eva", "/hamta", { organisation: unit, address: " " });
  expect(await nothing.text()).toContain("Klistra in en adress eller en DOI, eller välj en fil.");
});

test("what is ticked in the list is left out, and nobody else than those who write may", async () => {
  const id = await filling.candidate(unit, { title: "Kryssad" });
  expect((await ask("nils", "/hamtat", { candidates: id })).status).toBe(403);
  expect((await ask("nils", `/hamtat/${id}`)).status).toBe(404);
  expect((await ask("nils", `/hamtat/${id}/lamna`, {})).status).toBe(404);
  expect(leadsTo(await ask("eva", "/hamtat", { candidates: id }))).toBe("/hamtat?klart=lamnade");
  expect(await (await ask("eva", "/hamtat?visa=leftOut")).text()).toContain("Kryssad");
  expect(leadsTo(await ask("eva", `/hamtat/${id}/ater`, {}))).toContain("klart=ater");
  expect((await ask("eva", "/hamtat", { sok: "x" })).status).toBe(422);
});

test("an archive is added, rests, and is told how it goes", async () => {
  const form = {
    organisation: unit,
    name: "DiVA Länet",
    address: "https://diva.example.se/oai",
    setSpec: "",
    every: "week",
  };
  expect(leadsTo(await ask("eva", "/hamta/kallor/ny", form))).toBe("/hamta/kallor?klart=tillagt");
  expect((await ask("nils", "/hamta/kallor/ny", form)).status).toBe(403);
  const { id } = await ownerDb
    .selectFrom("harvest_source")
    .where("name", "=", "DiVA Länet")
    .select("id")
    .executeTakeFirstOrThrow();
  await ownerDb
    .updateTable("harvest_source")
    .set({ last_problem: "goes_in_circles", failures: 1, skipped: 2 })
    .where("id", "=", id)
    .execute();
  const page = await (await ask("eva", "/hamta/kallor")).text();
  expect(page).toContain("Arkivet skickade oss runt i en cirkel");
  expect(page).toContain("2 poster gick inte att läsa");
  expect(leadsTo(await ask("eva", `/hamta/kallor/${id}/vila`, {}))).toBe("/hamta/kallor?klart=vilar");
  expect((await ask("eva", `/hamta/kallor/${id}/hamta`, {})).status).toBe(409);
  expect(leadsTo(await ask("eva", `/hamta/kallor/${id}/vack`, {}))).toBe("/hamta/kallor?klart=vackt");
  expect(leadsTo(await ask("eva", `/hamta/kallor/${id}/hamta`, {}))).toBe("/hamta/kallor?klart=hamtar");
});
