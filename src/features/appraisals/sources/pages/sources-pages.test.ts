import { describe, expect, test } from "vitest";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";
import { givenAppraisals } from "../../../../../test/given-appraisals.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { givenSources, gradeTyped } from "../../../../../test/given-sources.ts";
import { given } from "../../../../../test/given.ts";
import { testWeb } from "../../../../../test/web.ts";

const now = noon("2027-03-18");
const { app, db, ownerDb, url, signedIn } = await testWeb(now);
const { person } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const sources = givenSources(ownerDb);

async function weighed(over: Parameters<typeof appraisals.written>[0] = {}) {
  const made = await appraisals.written(over);
  const cookie = await signedIn(made.author.personId);
  const address = `/metodbedomning/${made.slug}`;
  const read = async (path: string, as = cookie) => {
    const answer = await app.request(`${address}${path}`, { headers: { cookie: as } });
    return { status: answer.status, text: await answer.text() };
  };
  const send = async (path: string, form: Record<string, string>, as = cookie) => {
    const body = new URLSearchParams(form);
    const answer = await app.request(`${address}${path}`, {
      method: "POST",
      headers: { cookie: as, origin: url },
      body,
    });
    return { status: answer.status, text: await answer.text(), to: answer.headers.get("location") };
  };
  return { ...made, address, cookie, read, send };
}

describe("a judgement by GRADE", () => {
  test("that its own steps contradict is told what they give, and nothing typed is lost", async () => {
    const { id, read, send } = await weighed();
    await sources.found(id, "research");
    const { status, text } = await send("/kallor/forskning/utfall/nytt", { ...gradeTyped, level: "high" });
    expect(status).toBe(422);
    expect(text).toContain("Stegen du valt ger låg tillförlitlighet. Ändra stegen eller nivån så att de stämmer");
    expect(text).toContain("Små grupper och ingen blindning");
    expect((await sourcesOf(db, id))[0].outcomes).toEqual([]);

    expect(await send("/kallor/forskning/utfall/nytt", gradeTyped)).toMatchObject({
      status: 303,
      to: expect.stringMatching(/\/kallor\/forskning\?klart=utfall#utfall$/u),
    });
    expect((await read("/kallor/forskning?klart=utfall")).text).toContain("Utfallet är sparat.");
  });

  test("is read as one sentence, with why and by whom where it stands", async () => {
    const { id, read } = await weighed();
    await sources.found(id, "research");
    await sources.outcome(id, { starts: "high", risk_of_bias: 1, imprecision: 1 });
    const { text } = await read("/kallor/forskning");
    for (const each of [
      "Låg tillförlitlighet: färre placeringar i två studier med små grupper, men ny forskning kan mycket väl ändra det.",
      "Studierna har lottade grupper och börjar på hög.",
      "Sänkt: brister i hur studierna är gjorda (ett steg), få deltagare eller stor osäkerhet i siffrorna (ett steg).",
      "Skäl: Två studier utan lottning",
      "Bedömt av Alva Lind, ",
    ])
      expect(text).toContain(each);
  });

  test("is changed from what was judged, with who judged it in its field", async () => {
    const { id, read, send } = await weighed();
    await sources.found(id, "research");
    const outcome = await sources.outcome(id);
    const form = await read(`/kallor/forskning/utfall/${outcome}`);
    expect(form.text).toMatch(/name="judgedByName"[^>]*value="Alva Lind"|value="Alva Lind"[^>]*name="judgedByName"/u);
    await send(`/kallor/forskning/utfall/${outcome}`, { ...gradeTyped, judgedByName: "Alva Lind" });
    expect((await sourcesOf(db, id))[0].outcomes).toMatchObject([{ judged: { by: "Alva Lind", level: "low" } }]);
  });
});

test("the eight criteria are asked in one form, and one without what shows it is told at its own field", async () => {
  const { id, read, send } = await weighed();
  await sources.found(id, "profession");
  const form = { "shared.score": "3", "shared.evidence": "", "ethics.score": "0", version: "1" };
  const refused = await send("/kallor/professionen/kriterier", form);
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("Delad: Skriv vad som visar det")]);
  await send("/kallor/professionen/kriterier", { ...form, "shared.evidence": "Fyra kommuner" });
  const { text } = await read("/kallor/professionen");
  expect(text).toContain("Fyra kommuner");
  expect(text).toContain("1 av 8 kriterier väl visade");
});

test("service users who were asked and who were not are both seen, and personal numbers are refused", async () => {
  const { id, read, send } = await weighed();
  await sources.notFound(id, "serviceUsers");
  const form = {
    who: "Brukarrådet",
    how: "Gruppsamtal",
    howMany: "7",
    missing: "Tonåringar",
    participation: "dialogue",
  };
  const refused = await send("/kallor/brukarna/fragor/ny", { ...form, said: "Ring 191212121212" });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("Här står ett personnummer")]);
  await send("/kallor/brukarna/fragor/ny", form);
  const { text } = await read("/kallor/brukarna");
  for (const each of ["7 personer", "Inte tillfrågade: Tonåringar", "Sökt, inget funnet", "Inga svar än"])
    expect(text).toContain(each);
});

test("sources that disagree are marked with who says what, on the appraisal's own page", async () => {
  const { id, read, send } = await weighed();
  await sources.found(id, "research", { speaks: "for" });
  await sources.found(id, "serviceUsers", { speaks: "against" });
  const { text } = await read("");
  expect(text).toContain("Källorna är oeniga");
  expect(text).toContain("Forskning: talar för. Brukarnas kunskap: talar emot.");
  const wish = { outweighing: "serviceUsers", motive: "", version: "1" };
  expect(await send("/vagning", wish)).toMatchObject({ status: 422 });
  await send("/vagning", { ...wish, motive: "Det är deras vardag" });
  expect((await read("")).text).toContain("Brukarnas kunskap väger mer här.");
});

describe("whose it is", () => {
  test("nobody else knows of it while it is weighed", async () => {
    const { read, send } = await weighed();
    const stranger = await signedIn(await person());
    expect((await read("/kallor/forskning", stranger)).status).toBe(404);
    expect((await read("/sammanfattning", stranger)).status).toBe(404);
    expect((await send("/kallor/forskning/laget", {}, stranger)).status).toBe(404);
  });

  test("what is decided is read by all and written by none", async () => {
    const decider = await person({ name: "Nils Berg" });
    const { cookie, read, send } = await weighed({ state: "decided", decider_id: decider });
    const stranger = await signedIn(await person());
    for (const who of [cookie, stranger]) {
      const { status, text } = await read("/kallor/forskning", who);
      expect([status, text.includes("Ändra läget")]).toEqual([200, false]);
    }
    expect((await read("/kallor/forskning/laget", stranger)).status).toBe(403);
    expect((await send("/kallor/forskning/laget", {}, stranger)).status).toBe(403);
    expect((await send("/kallor/forskning/laget", {}, cookie)).status).toBe(409);
    for (const path of ["/vagning", "/kallor/professionen/kriterier", "/kallor/forskning/utfall/nytt"])
      expect((await send(path, {}, stranger)).status).toBe(403);
  });

  test("a source that there is none of, and a row of another appraisal, are not found", async () => {
    const { read, send } = await weighed();
    const other = await weighed();
    const outcome = await sources.outcome(other.id);
    expect((await read("/kallor/ryktet")).status).toBe(404);
    expect((await read(`/kallor/forskning/utfall/${outcome}`)).status).toBe(404);
    expect((await send(`/kallor/forskning/utfall/${outcome}/ta-bort`, {})).status).toBe(404);
    expect((await send("/kallor/brukarna/fragor/nej/ta-bort", {})).status).toBe(404);
    expect((await sourcesOf(db, other.id))[0].outcomes).toHaveLength(1);
  });
});
