import { beforeAll, expect, test } from "vitest";
import { browser, expectAccessible, expectFits, expectValidHtml, pictures } from "../../../test/browser.ts";
import { statements } from "../../../test/database.ts";
import { given } from "../../../test/given.ts";
import { noon } from "../../../test/given-rounds.ts";
import { testWeb } from "../../../test/web.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";

const { app, db, url, signedIn } = await testWeb(noon("2027-03-18"));
const chrome = browser();
let unit: Awaited<ReturnType<ReturnType<typeof given>["organisation"]>>;
const cookies = { leader: "", admin: "", guest: "" };

beforeAll(async () => {
  await loadReferenceData(db);
  unit = await given(db).organisation({ name: "FoU i Skogslän", slug: "fou-i-skogslan" });
  cookies.leader = await signedIn(
    (
      await given(db).someone(
        "developmentLeader",
        { organisation: unit },
        { name: "Maja Ek", email: "maja.ek@example.se" },
      )
    ).personId,
  );
  cookies.admin = await signedIn((await given(db).someone("administrator", {}, { name: "Alva Lind" })).personId);
  cookies.guest = await signedIn(
    (await given(db).someone("guest", { organisation: unit }, { name: "Gun Gäst" })).personId,
  );
});

const shown = async (path: string, cookie: string) => {
  const answer = await app.request(path, { headers: { cookie } });
  return { status: answer.status, text: await answer.text() };
};
const sent = async (path: string, cookie: string, values: Record<string, string>) => {
  const headers = { cookie, origin: url, "content-type": "application/x-www-form-urlencoded" };
  const answer = await app.request(`${url}${path}`, {
    method: "POST",
    headers,
    body: new URLSearchParams(values).toString(),
  });
  return { status: answer.status, location: answer.headers.get("location"), text: await answer.text() };
};

test("the register counts all that match and finds them by old names and abbreviations (R170)", async () => {
  expect((await shown("/organisationer", cookies.guest)).text).toContain("426 organisationer");
  const { text } = await shown("/organisationer?namn=SKL", cookies.guest);
  expect(text).toContain("Sveriges Kommuner och Regioner");
  expect(text).toContain("1 organisation");
  expect((await shown("/organisationer?lan=14&slag=municipality", cookies.guest)).text).toContain("49 organisationer");
  expect((await shown("/organisationer?namn=xyzzy&slag=nonsens", cookies.guest)).text).toContain(
    "Ingen organisation skrivs så",
  );
});

test("the register goes on after its two hundredth row", async () => {
  const first = await shown("/organisationer", cookies.guest);
  const after = ({ text }: { text: string }) =>
    (/href="([^"]*efter=[^"]*)" rel="next"/.exec(text)?.[1] ?? "").replaceAll("&amp;", "&");
  const second = await shown(after(first), cookies.guest);
  expect(second.text).toContain("Umeå kommun");
  const third = await shown(after(second), cookies.guest);
  expect(third.text).toContain("Övertorneå kommun");
  expect(after(third)).toBe("");
});

test("the list of 200 rows is a handful of statements", async () => {
  expect((await statements(() => shown("/organisationer", cookies.guest))).length).toBeLessThanOrEqual(6);
  expect((await statements(() => shown("/personer", cookies.admin))).length).toBeLessThanOrEqual(6);
});

test("an organisation tells how it stood to others on a day (R174)", async () => {
  const { text } = await shown("/organisationer/goteborgsregionen?den=2027-01-01", cookies.guest);
  expect(text).toContain("Kungsbacka kommun");
  expect((await shown("/organisationer/finns-inte", cookies.guest)).status).toBe(404);
});

test("what one may not change has no way to change it, and refuses", async () => {
  expect((await shown("/organisationer/ale", cookies.leader)).text).not.toContain("/organisationer/ale/skrivs");
  expect((await shown("/organisationer/ale/namn", cookies.leader)).status).toBe(403);
  expect((await sent("/organisationer/ale/skrivs", cookies.leader, { written: "Alekommunen" })).status).toBe(403);
});

test("an administration is added below one's own, and comes back with what was typed when something is wrong", async () => {
  const wrong = await sent("/organisationer/ny", cookies.leader, {
    under: "fou-i-skogslan",
    kind: "unit",
    name: "Anna 191212121212",
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain("Anna 191212121212");
  expect(wrong.text).toContain("Här står ett personnummer, från tecken 6 till 17. Ta bort det");
  expect(wrong.text).toContain("Läggs till under FoU i Skogslän");
  const right = await sent("/organisationer/ny", cookies.leader, {
    under: "fou-i-skogslan",
    kind: "unit",
    name: "Analysenheten",
  });
  expect(right).toMatchObject({ status: 303, location: "/organisationer/analysenheten" });
});

test("a relation is written with the other's name, whatever way it is written", async () => {
  const wrong = await sent("/organisationer/fou-i-skogslan/samband", cookies.leader, {
    relation: "memberOf.in",
    other: "Kungälvs",
  });
  expect(wrong).toMatchObject({ status: 303 });
  expect((await shown("/organisationer/fou-i-skogslan", cookies.leader)).text).toContain("Kungälvs kommun");
  const near = await sent("/organisationer/fou-i-skogslan/samband", cookies.leader, {
    relation: "memberOf.in",
    other: "Göinge",
  });
  expect(near.text).toContain("Menar du Östra Göinge kommun?");
});

test.each(["/organisationer", "/personer", "/mina-uppgifter", "/personer/bjud-in", "/organisationer/ny"])(
  "%s asks nobody in who is not signed in",
  async (path) => {
    expect((await app.request(path)).headers.get("location")).toBe(`/logga-in?till=${encodeURIComponent(path)}`);
  },
);

test("whoever does not look after people sees no people", async () => {
  expect((await shown("/personer", cookies.guest)).status).toBe(403);
  const { personId } = await given(db).someone("guest", { organisation: unit });
  expect((await shown(`/personer/${personId}`, cookies.guest)).status).toBe(404);
  expect((await shown("/personer/inget-id", cookies.admin)).status).toBe(404);
});

test("a colleague is invited, given a role, and the role is ended: by keyboard order of plain forms, without script", async () => {
  const page = await chrome.page({ javaScript: false, baseURL: url, cookies: [cookieOf(cookies.leader)] });
  await page.goto("/personer/bjud-in");
  await page.getByLabel("Namn", { exact: true }).fill("Ylva Dahl");
  await page.getByLabel("E-post").fill("ylva.dahl");
  await page.getByLabel("Roll").selectOption("developmentLeader");
  await page.getByLabel("Organisation", { exact: true }).selectOption({ label: "FoU i Skogslän" });
  await page.getByRole("button", { name: "Skicka inbjudan" }).click();
  expect(await page.getByLabel("Namn").inputValue()).toBe("Ylva Dahl");

  await page.getByLabel("E-post").fill("ylva.dahl@example.se");
  await page.getByRole("button", { name: "Skicka inbjudan" }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Ylva Dahl");
  expect(await page.getByText("Inbjudan är på väg till ylva.dahl@example.se").count()).toBe(1);

  await page.getByRole("link", { name: "Ge en roll till" }).click();
  await page.getByLabel("Roll").selectOption("guest");
  await page.getByLabel("Organisation", { exact: true }).selectOption({ label: "FoU i Skogslän" });
  await page.getByRole("button", { name: "Ge rollen" }).click();
  await page.getByRole("link", { name: /Avsluta rollen Gäst/ }).click();
  await page.getByRole("button", { name: "Avsluta rollen" }).click();
  expect(await page.getByText("Rollen är avslutad").count()).toBe(1);
  expect(await page.getByText("Tidigare").count()).toBe(1);
});

test("somebody spelled alike is asked about, and then let in (R033)", async () => {
  const values = { name: "Maia Ek", email: "maia.ek@example.se", role: "guest", place: unit };
  await sent("/personer/bjud-in", cookies.leader, { ...values, name: "Josefin Wallin", email: "josefin@example.se" });
  const asked = await sent("/personer/bjud-in", cookies.leader, { ...values, name: "Josephine Vallin" });
  expect(asked.status).toBe(409);
  expect(asked.text).toContain("Josefin Wallin (josefin@example.se)");
  expect(asked.text).toContain("anotherPerson");
  expect(
    (await sent("/personer/bjud-in", cookies.leader, { ...values, name: "Josephine Vallin", anotherPerson: "on" }))
      .status,
  ).toBe(303);
});

test("an administrator writes the organisation, or says everywhere; nothing written is not everywhere", async () => {
  const values = { name: "Olle Ny", email: "olle.ny@example.se", role: "administrator" };
  const nowhere = await sent("/personer/bjud-in", cookies.admin, values);
  expect(nowhere.status).toBe(422);
  expect(await db.selectFrom("person").where("email", "=", "olle.ny@example.se").select("id").execute()).toEqual([]);
  expect(
    (await sent("/personer/bjud-in", cookies.admin, { ...values, role: "unitManager", place: "göteborgs stad" }))
      .status,
  ).toBe(303);
});

test("one's own details are changed, and the roles explained", async () => {
  const changed = await sent("/mina-uppgifter", cookies.leader, {
    name: "Maja Ek",
    title: "Utvecklingsledare",
    phone: "0500-12 34 56",
    language: "sv",
  });
  expect(changed).toMatchObject({ status: 303, location: "/mina-uppgifter?klart=sparat" });
  const { text } = await shown("/mina-uppgifter", cookies.leader);
  expect(text).toContain("Får planera, publicera och fördela platser i cirklar i FoU i Skogslän");
  expect(
    (await sent("/mina-uppgifter", cookies.leader, { name: "", language: "sv", email: "annan@example.se" })).status,
  ).toBe(422);
});

const cookieOf = (cookie: string) => {
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  return { name, value, url };
};

const seen = [
  "/organisationer?lan=22",
  "/organisationer/fou-i-skogslan",
  "/organisationer/ny",
  "/organisationer/fou-i-skogslan/samband",
  "/personer",
  "/personer/bjud-in",
  "/mina-uppgifter",
];

test.each(seen)("%s is valid, accessible and fits a phone", async (path) => {
  const cookie = path === "/personer/bjud-in" ? cookies.admin : cookies.leader;
  await expectValidHtml((await shown(path, cookie)).text);
  const page = await chrome.lastingPage(cookie, { baseURL: url, cookies: [cookieOf(cookie)] });
  await page.goto(path);
  await expectAccessible(page);
  await pictures(page, `organisations-${path.replaceAll(/[/?]/g, "_")}`);
  await expectFits(page);
});
