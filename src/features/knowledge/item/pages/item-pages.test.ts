import { expect, test } from "vitest";
import { loadNationalTerms } from "#features/knowledge/item/terms/commands.ts";
import { expectValidHtml } from "../../../../../test/browser.ts";
import { givenKnowledge } from "../../../../../test/given-knowledge.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given } from "../../../../../test/given.ts";
import { testWeb } from "../../../../../test/web.ts";

const now = noon("2027-03-18");
const { app, db, ownerDb, url, signedIn } = await testWeb(now);
const { organisation, someone } = given(ownerDb);
await loadNationalTerms(db);
const unit = await organisation({ name: "FoU Norr" });
const maja = await someone("developmentLeader", { organisation: unit }, { name: "Maja Ek" });
const karin = await someone("unitManager", { organisation: unit }, { name: "Karin Holm" });
const cookies = { maja: await signedIn(maja.personId), karin: await signedIn(karin.personId), nobody: "" };
type Who = keyof typeof cookies;

const get = async (path: string, who: Who = "nobody") => {
  const response = await app.request(path, { headers: cookies[who] ? { cookie: cookies[who] } : {} });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const post = async (path: string, who: Who, fields: Record<string, string>) => {
  const body = new URLSearchParams(fields);
  const response = await app.request(path, { method: "POST", body, headers: { cookie: cookies[who], origin: url } });
  return { status: response.status, to: response.headers.get("location"), text: await response.text() };
};
/** The hidden fields of a form, as a browser would send them. */
const hidden = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/gu)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
const sent = async (path: string, who: Who, fields: Record<string, string> = {}) => {
  const { text } = await get(path, who);
  return post(path, who, { ...hidden(text), ...fields });
};

test("a text is written, reviewed by a colleague and published, and then anybody reads it (R132)", async () => {
  const { to } = await sent("/kunskap/ny?slag=research", "maja", {
    organisation: unit,
    title: "Stöd i grupp",
    says: "Stöd i grupp gör vardagen lugnare. Det gäller båda föräldrarna.",
    doi: "https://doi.org/10.1000/182",
    authors: "Ek, M.\nHolm, K.",
  });
  expect(to).toBe("/kunskap/stod-i-grupp?klart=sparad");
  expect((await get("/kunskap/stod-i-grupp")).status).toBe(404);
  const { text: draft } = await get("/kunskap/stod-i-grupp", "maja");
  expect(draft).toContain("Det här är ett utkast");

  await sent("/kunskap/stod-i-grupp/granska/skicka", "maja", { reviewers: karin.personId });
  await sent("/kunskap/stod-i-grupp/granska/svara", "karin", { verdict: "approved" });
  const publishing = await sent("/kunskap/stod-i-grupp/publicera", "maja", { reviewDue: "2028-03-18" });
  expect(publishing.to).toBe("/kunskap/stod-i-grupp?klart=publicerad");

  const open = await get("/kunskap/stod-i-grupp");
  expect(open.status).toBe(200);
  for (const words of [
    "Stöd i grupp gör vardagen lugnare",
    "Granskad av en kollega",
    "10.1000/182",
    "Ek, M., Holm, K.",
  ])
    expect(open.text).toContain(words);
  for (const secret of ["Maja Ek", "Karin Holm", "htmx", "Var det till nytta", "/andra"])
    expect(open.text).not.toContain(secret);
  await expectValidHtml(open.text);
  expect((await get("/kunskap?slag=research")).text).toContain("/kunskap/stod-i-grupp");
  const feed = await get("/kunskap.atom");
  expect(feed.headers.get("content-type")).toContain("application/atom+xml");
  expect(feed.text).toContain("<title>Stöd i grupp</title>");
});

test("whoever wrote alone is told so before publishing, and so is every reader", async () => {
  const { slug } = await givenKnowledge(ownerDb).item(unit, {}, { state: "inReview", written_by: maja.personId });
  expect((await get(`/kunskap/${slug}/publicera`, "maja")).text).toContain("ingen annan har granskat den");
  await sent(`/kunskap/${slug}/publicera`, "maja", { reviewDue: "2028-03-18" });
  expect((await get(`/kunskap/${slug}`)).text).toContain("Skriven och publicerad av samma person");
});

test("what is not accepted is drawn again with everything typed, and clients are not named", async () => {
  const { text } = await get("/kunskap/ny?slag=professional", "karin");
  expect(text).toContain("Skriv inget om enskilda klienter");
  const refused = await post("/kunskap/ny", "karin", {
    ...hidden(text),
    organisation: unit,
    title: "Vi ringer upp",
    says: "Som för 19121212-1212",
    methods: "Finns Inte",
  });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("Vi ringer upp");
  expect(refused.text).toContain("Finns inte i registret över metoder: Finns Inte");
  const guarded = await post("/kunskap/ny", "karin", {
    ...hidden(text),
    organisation: unit,
    title: "Vi ringer upp",
    says: "Som för 19121212-1212",
  });
  expect(guarded.status).toBe(422);
  expect(guarded.text).toMatch(/personnummer/iu);
});

test("a local name and the national word lead to the same texts, and one answer is given of use", async () => {
  const { text } = await get("/kunskap/ord", "maja");
  const means = /value="([^"]+)">Område: Äldre</u.exec(text)?.[1] ?? "";
  const { to } = await post("/kunskap/ord", "maja", { organisation: unit, name: "Omsorg", means });
  expect(to).toBe("/kunskap/ord?klart=tillagt");
  const local = await ownerDb
    .selectFrom("knowledge_term")
    .where("name", "=", "Omsorg")
    .selectAll()
    .executeTakeFirstOrThrow();
  const { slug, versionId } = await givenKnowledge(ownerDb).item(unit, {}, { title: "Trygghet hemma" });
  await ownerDb.insertInto("knowledge_about").values({ version_id: versionId, term_id: local.id }).execute();
  for (const word of ["aldre", local.slug])
    expect((await get(`/kunskap?omrade=${word}`)).text).toContain("Trygghet hemma");

  expect((await post(`/kunskap/${slug}/nytta`, "karin", { wasUseful: "yes" })).to).toContain("klart=svarat");
  expect((await post(`/kunskap/${slug}/nytta`, "karin", { wasUseful: "no", said: "För kort" })).status).toBe(303);
  const rows = await ownerDb.selectFrom("knowledge_feedback").selectAll().execute();
  expect(rows.map(({ was_useful, said }) => [was_useful, said])).toEqual([["no", "För kort"]]);
  const own = (await get(`/kunskap/${slug}`, "karin")).text;
  expect(own).toContain("Ditt svar, som du kan ändra");
  expect((await get(`/kunskap/${slug}`, "maja")).text).not.toContain("För kort");
});

test("a retired text says why first of all, and leads to what to read instead", async () => {
  const { item } = givenKnowledge(ownerDb);
  const fresh = await item(unit, {}, { title: "Ny vägledning" });
  const old = await item(unit, { kind: "guideline" }, { title: "Gammal vägledning" });
  const fields = { reason: "Lagen är ny", readInstead: `/kunskap/${fresh.slug}` };
  expect((await sent(`/kunskap/${old.slug}/inte-langre-aktuell`, "maja", fields)).to).toContain("klart=inaktuell");
  const { text } = await get(`/kunskap/${old.slug}`);
  expect(text.indexOf("Lagen är ny")).toBeLessThan(text.indexOf("Vad det säger"));
  expect(text).toContain(`href="/kunskap/${fresh.slug}"`);
  expect((await get("/kunskap?slag=guideline")).text).not.toContain("Gammal vägledning");
  expect((await get("/kunskap?visa=inaktuella")).text).toContain("Gammal vägledning");
});

test("the voice of service users says who was asked, how, how many and who is missing (R087)", async () => {
  const fields = {
    organisation: unit,
    title: "Unga om att bli placerade",
    says: "De vill veta vad som händer.",
    askedWho: "Unga mellan 15 och 20 år",
    askedHow: "Samtal i grupp",
    askedCount: "14",
    missing: "De som har rymt",
    participation: "dialogue",
  };
  const { to } = await sent("/kunskap/ny?slag=serviceUsers", "maja", fields);
  const { text } = await get(to ?? "", "maja");
  for (const said of ["Unga mellan 15 och 20 år", "Samtal i grupp", "14 personer", "De som har rymt", "Dialog"])
    expect(text).toContain(said);
});
