import { beforeAll, expect, test } from "vitest";
import { given } from "../../../../../test/given.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { givenWorkshops } from "../../../../../test/given-workshops.ts";
import { testWeb } from "../../../../../test/web.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { proposalField } from "#features/workshops/merging/parts/merge-form.ts";
import { mergingOf } from "#features/workshops/merging/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";

const now = noon("2027-03-18");
const { app, db, url, ownerDb, signedIn } = await testWeb(now);
const { organisation, person, someone } = given(ownerDb);
const workshops = givenWorkshops(ownerDb);
const meetings = givenMeetings(ownerDb);
let unit: OrganisationId;
let network: BodyId;
let leader: string;
let member: string;

beforeAll(async () => {
  unit = await organisation();
  network = await meetings.body(unit);
  leader = await signedIn((await someone("developmentLeader", { organisation: unit })).personId);
  const sits = await person();
  await meetings.sits(network, sits);
  member = await signedIn(sits);
});

/** A closed workshop with two questions; three answers to the one, and two to the other. */
async function room() {
  const { id, slug } = await workshops.workshop(unit, { state: "closed" }, [network]);
  const north = await workshops.group(id, "Norr");
  const first = await workshops.question(id, "open", "Vad behöver vi veta?");
  const second = await workshops.question(id, "open", "Vad mer?");
  const answer = (asked: typeof first, text: string) => workshops.answer(id, asked.id, { text }, { group: north });
  const answers = [
    await answer(first, "Vilka risker finns?"),
    await answer(first, "Finns det risker?"),
    await answer(first, "Vem gör det?"),
    await answer(second, "<b>Hur</b> då?"),
    await answer(second, "När?"),
  ];
  return { id, slug, answers, at: `/workshop/${slug}/sla-ihop` };
}

const send = (path: string, cookie: string, values: readonly (readonly [string, string])[]) =>
  app.request(path, {
    method: "POST",
    headers: { cookie, origin: url },
    body: new URLSearchParams(values.map(([name, value]) => [name, value])),
  });

test("without script: a proposal is merged, some become questions of their own, and the rest wait", async () => {
  const { id, at, answers } = await room();
  const page = await (await app.request(at, { headers: { cookie: leader } })).text();
  expect(page).toContain("Förslag 1: 2 svar");
  expect(page).toContain("&lt;b&gt;Hur&lt;/b&gt; då?");
  const merged = await send(at, leader, [
    ["proposal", "1"],
    ["deed", "gather"],
    [proposalField(1, "answers"), answers[0]!],
    [proposalField(1, "answers"), answers[1]!],
    [proposalField(1, "text"), "Vilka risker ser vi?"],
    [proposalField(1, "dimension"), "harmRisk"],
  ]);
  expect([merged.status, merged.headers.get("location")?.split("#")[0]]).toEqual([303, `${at}?klart=ihop`]);
  // One ticked under each of the questions that were asked.
  await send(at, leader, [
    ["deed", "each"],
    ["answers.0", answers[2]!],
    ["answers.1", answers[3]!],
  ]);
  const { questions, waiting } = await mergingOf(db, id);
  expect(questions.map(({ text, answers: from }) => [text, from.length])).toEqual([
    ["Vilka risker ser vi?", 2],
    ["Vem gör det?", 1],
    ["<b>Hur</b> då?", 1],
  ]);
  expect(waiting.map(({ text }) => text)).toEqual(["När?"]);
});

test("what is not right is said, with everything that was typed", async () => {
  const { at, answers } = await room();
  const nothing = await send(at, leader, [
    ["deed", "gather"],
    ["text", "Mina ord"],
  ]);
  expect([nothing.status, await nothing.text()]).toEqual([
    422,
    expect.stringMatching(/Bocka för minst ett svar[^]*Mina ord/u),
  ]);
  const named = await send(at, leader, [
    ["deed", "gather"],
    ["answers.0", answers[0]!],
    ["text", "Om 121212-1212"],
  ]);
  expect(named.status).toBe(422);
  await send(at, leader, [
    ["deed", "aside"],
    ["answers.0", answers[2]!],
    ["reason", "Handlar om något annat"],
  ]);
  const late = await send(at, leader, [
    ["deed", "each"],
    ["answers.0", answers[2]!],
  ]);
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("Någon annan har tagit hand om")]);
});

test("those who sit in the bodies it was held with read what came of it, and press nothing", async () => {
  const { at, answers } = await room();
  await send(at, leader, [
    ["deed", "each"],
    ["answers.0", answers[0]!],
  ]);
  const page = await (await app.request(at, { headers: { cookie: member } })).text();
  expect(page).toContain("Vilka risker finns?");
  expect(page).not.toContain('name="deed"');
  expect(page).not.toContain("/klistra-in");
  const pressed = await send(at, member, [
    ["deed", "each"],
    ["answers.0", answers[1]!],
  ]);
  expect(pressed.status).toBe(403);
});

test("the file holds every answer with what became of it, and nothing that a spreadsheet works out", async () => {
  const { id, slug } = await workshops.workshop(unit, { state: "closed" });
  const asked = await workshops.question(id, "open", "Vad?");
  await workshops.answer(id, asked.id, { text: "=1+1" });
  const file = await app.request(`/workshop/${slug}/sla-ihop/svar.csv`, { headers: { cookie: leader } });
  expect(await file.text()).toContain(`"Väntar";"'=1+1"`);
});
