import { expect, test } from "vitest";
import { givenKnowledge } from "../../../../../test/given-knowledge.ts";
import { givenQuestions } from "../../../../../test/given-questions.ts";
import { givenRegistrations } from "../../../../../test/given-registrations.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given } from "../../../../../test/given.ts";
import { testWeb } from "../../../../../test/web.ts";

const { app, url, db, ownerDb, signedIn } = await testWeb(noon("2027-03-18"));
const { organisation, person, someone } = given(ownerDb);
const questions = givenQuestions(ownerDb);
const unit = await organisation({ name: "FoU Länet" });
const eva = await someone("participant", { organisation: unit }, { name: "Eva Lund" });
const bo = await someone("developmentLeader", { organisation: unit }, { name: "Bo Ek" });
const cookies = { eva: await signedIn(eva.personId), bo: await signedIn(bo.personId) };

const get = async (path: string, who: keyof typeof cookies = "eva") =>
  (await app.request(path, { headers: { cookie: cookies[who] } })).text();
const post = async (path: string, values: Record<string, string>, who: keyof typeof cookies = "eva") => {
  const headers = { origin: url, cookie: cookies[who] };
  const answer = await app.request(path, { method: "POST", headers, body: new URLSearchParams(values) });
  return { status: answer.status, to: answer.headers.get("location") ?? "", text: await answer.text() };
};
const howMany = async () => (await ownerDb.selectFrom("knowledge_question").select("id").execute()).length;

test("a question goes without script past what may be the answer, and a client that is named is stopped on the way", async () => {
  await givenKnowledge(ownerDb).item(unit, {}, { title: "Stöd till familjehem minskar avbrott" });
  const named = { text: "Vad minskar avbrott i familjehem för Kalle Karlsson?" };
  const stopped = await post("/fraga/ny", named);
  expect(stopped.status).toBe(422);
  expect(stopped.text).toContain("”Kalle Karlsson” gäller inte en klient");
  expect(await howMany()).toBe(0);
  // The name goes; what may be the answer is shown before anything is sent.
  const text = "Vad minskar avbrott i familjehem?";
  const looked = await post("/fraga/ny", { text });
  expect(looked.text).toContain("Finns svaret redan?");
  expect(looked.text).toContain("Stöd till familjehem minskar avbrott");
  expect(await howMany()).toBe(0);
  const changed = await post("/fraga/ny", { text, step: "change" });
  expect(changed.text).toContain(text);
  expect(await howMany()).toBe(0);
  const sent = await post("/fraga/ny", { text, step: "send" });
  expect([sent.status, await howMany()]).toEqual([303, 1]);
  expect(await get(sent.to)).toContain("Frågan är skickad");
  // Whoever skips the step is stopped all the same.
  expect((await post("/fraga/ny", { ...named, step: "send" })).status).toBe(422);
  expect(await howMany()).toBe(1);
});

test("what is looked for while typing is nothing that is checked or sent", async () => {
  const before = await howMany();
  const looked = await post("/fraga/ny", { text: "avbrott i familjehem", step: "look" });
  expect(looked.status).toBe(200);
  expect(looked.text).toContain("Det här kan vara svar på din fråga");
  expect(await howMany()).toBe(before);
});

test("where nothing is like it the question is sent at once, and somebody without a role is told why they may not ask", async () => {
  expect((await post("/fraga/ny", { text: "Xylofon qwrtz?" })).status).toBe(303);
  const cookie = await signedIn(await person());
  const refused = await app.request("/fraga/ny", { headers: { cookie } });
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining("roll i en organisation")]);
});

test("who answers sees it, answers from the three sources and makes a draft of it; who asked says whether it helped", async () => {
  const { slug } = await questions.question(unit, { asked_by: eva.personId });
  expect(await get("/fragor", "bo")).toContain(`/fragor/${slug}`);
  const empty = await post(`/fragor/${slug}/svara`, {}, "bo");
  for (const source of ["research", "profession", "serviceUsers"])
    expect(empty.text, "what is missing is told where it is to be filled in").toMatch(
      new RegExp(`<a[^>]+href="#[^"]*sources\\W${source}\\Wstanding`, "u"),
    );
  const half = await post(`/fragor/${slug}/svara`, { answer: "Ja", "sources.research.standing": "found" }, "bo");
  expect(half.status).toBe(422);
  const answered = await post(
    `/fragor/${slug}/svara`,
    {
      answer: "Stöd till familjehemmet",
      "sources.research.standing": "found",
      "sources.research.says": "Två översikter",
      "sources.profession.standing": "soughtNoneFound",
      "sources.profession.soughtWhere": "Tre enheter",
      "sources.serviceUsers.standing": "notSought",
    },
    "bo",
  );
  expect(answered.status).toBe(303);
  const page = await get(`/fragor/${slug}`);
  for (const said of ["Två översikter", "Sökt, inget funnet.", "Här har ingen sökt."]) expect(page).toContain(said);
  expect((await post(`/fragor/${slug}/utkast`, {}, "bo")).to).toMatch(/^\/kunskap\//u);
  expect((await post(`/fragor/${slug}/hjalpte`, { helped: "yes" })).status).toBe(303);
  expect(await get(`/fragor/${slug}`)).toContain("Svaret hjälpte");
});

test("the link in the mail answers with one press, and says so when it is used or unknown", async () => {
  const { id } = await questions.answered(unit, { asked_by: eva.personId });
  const token = await givenRegistrations(db, ownerDb).link("question.helped", id);
  const open = await app.request(`/fraga/hjalpte/${token}`);
  expect(await open.text()).toContain("Hjälpte svaret?");
  const pressed = await app.request(`/fraga/hjalpte/${token}`, {
    method: "POST",
    headers: { origin: url },
    body: new URLSearchParams({ helped: "yes" }),
  });
  expect(pressed.status).toBe(303);
  expect(await (await app.request(`/fraga/hjalpte/${token}`)).text()).toContain("Tack, ditt svar är sparat");
  expect((await app.request(`/fraga/hjalpte/${"x".repeat(43)}`)).status).toBe(404);
});
