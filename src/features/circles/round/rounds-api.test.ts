import { describe, expect, test } from "vitest";
import type { Grant } from "#kernel/actor.ts";
import { createToken } from "#platform/tokens/commands.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import { day, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";
import { testWeb } from "../../../../test/web.ts";

const june = noon("2027-06-01");
const { app, db, ownerDb } = await testWeb(june);
const rounds = givenRounds(ownerDb);
const organiser = await rounds.organiser();
const leader = await given(db).someone("developmentLeader", { organisation: organiser }, { name: "Maja Ek" });
const stranger = await given(db).someone(
  "developmentLeader",
  { organisation: await rounds.organiser() },
  { name: "Nils Berg" },
);

const tokenOf = async (who: typeof leader, ...scopes: Grant[]) => {
  const { secret } = await createToken(
    db,
    who,
    { name: "Prov", scopes, expiresAt: june().add({ hours: 24 * 30 }) },
    june(),
  );
  return `Bearer ${secret}`;
};
const manages = await tokenOf(leader, "circles:manage", "circles:read");
const reads = await tokenOf(leader, "circles:read");
const elsewhere = await tokenOf(stranger, "circles:manage", "circles:read");

async function ask(method: string, path: string, sent?: object, authorization = manages) {
  const answer = await app.request(`/api/v1${path}`, {
    method,
    headers: { ...(authorization ? { authorization } : {}), ...(sent ? { "content-type": "application/json" } : {}) },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, link: answer.headers.get("link"), body: text ? JSON.parse(text) : undefined };
}

const start = { organisationId: organiser, kind: "researchCircle", title: "Tidiga insatser" };

test("a round is begun, written section by section, published, extended and called off, by the same commands as the pages", async () => {
  const begun = await ask("POST", "/rounds", start);
  expect(begun.status).toBe(201);
  const { slug } = begun.body;
  const put = async (path: string, sent: object) =>
    expect([path, (await ask("PUT", `/rounds/${slug}/${path}`, sent)).status]).toEqual([path, 204]);
  await put("basics", { kind: "researchCircle", title: "Tidiga insatser för barn", lead: "Fem träffar" });
  await put("story", { practiceProblem: "Barn möts av många", purpose: "Samordna", beneficiaries: ["unit"] });
  await put("questions", { questions: [{ source: "research", text: "Vad säger forskningen?" }] });
  await put("people", {
    leaders: [{ name: "Siv Alm", title: "professor" }],
    contacts: [{ name: "Siv Alm", email: "siv.alm@example.se" }],
  });
  await put("audience", { rules: [{ text: "Arbetar i länet", strength: "required" }] });
  await put("frame", { hardCapacity: 12, hours: 70, cost: 0 });
  await put("way-in", { allocation: "firstCome", deadline: "2027-09-10", managerConsultation: "declared" });
  await put("term", { plannedTerm: "2027-autumn" });
  const sessions = await ask("POST", `/rounds/${slug}/sessions`, {
    sessions: [{ date: "2027-10-01", starts: "09:00", ends: "13:00", mode: "physical" }, {}],
  });
  expect(sessions.body.sessions).toMatchObject([{ date: "2027-10-01" }, { date: null }]);
  const [first, second] = sessions.body.sessions;
  await put(`sessions/${second.id}`, { date: "2027-10-22" });
  expect((await ask("POST", `/rounds/${slug}/venue`, { venue: "Rum 4", sessionIds: [first.id] })).status).toBe(204);

  const published = await ask("POST", `/rounds/${slug}/publish`);
  expect(published.body).toEqual({ slug: "tidiga-insatser-for-barn-2027" });
  const at = `/rounds/${published.body.slug}`;
  expect((await ask("DELETE", `${at}/sessions/${second.id}`)).status).toBe(204);
  expect(
    (await ask("POST", `${at}/extend`, { deadline: "2027-09-20", openUntilFull: false, reason: "Intresse" })).status,
  ).toBe(204);
  expect((await ask("POST", `${at}/steps`, { step: "close" })).status).toBe(204);

  const inside = await ask("GET", `/planned-rounds/${published.body.slug}`, undefined, reads);
  expect(inside.body).toMatchObject({
    state: "closed",
    deadline: "2027-09-20",
    missing: [],
    extensions: [{ from: "2027-09-10", to: "2027-09-20" }],
  });
  expect(inside.body.sessions).toMatchObject([
    { venue: "Rum 4", starts: "09:00:00" },
    { calledOff: true, sequence: 1 },
  ]);

  expect((await ask("POST", `${at}/cancel`, { reason: "För få" })).status).toBe(204);
  const seen = await ask("GET", at, undefined, "");
  expect(seen.body).toMatchObject({
    state: "cancelled",
    way: "cancelled",
    cancelledReason: "För få",
    organiser: { name: "FoU Länet" },
  });
});

test("an invitation becomes a draft, is put right, copied and thrown away", async () => {
  const text = "Forskningscirkel om delaktighet\n\nVi träffas 3 mars och 7 april 2028 kl. 9-12. Max 10 deltagare.";
  const begun = await ask("POST", "/rounds/from-invitation", { organisationId: organiser, text });
  expect(begun.status).toBe(201);
  const { slug, id } = begun.body;
  expect(await roundFacts(db, id)).toMatchObject({ hardCapacity: 10, kind: "researchCircle" });
  const right = {
    kind: "researchCircle",
    title: "Delaktighet",
    sessions: [{ date: "2028-03-03" }, { leaveOut: true }],
    hardCapacity: 8,
    managerConsultation: "none",
  };
  expect((await ask("PUT", `/rounds/${slug}/reading`, right)).status).toBe(204);
  expect(await roundFacts(db, id)).toMatchObject({
    title: "Delaktighet",
    hardCapacity: 8,
    sessions: [{ date: day("2028-03-03") }],
  });
  const copy = await ask("POST", `/rounds/${slug}/copy`);
  expect((await ask("DELETE", `/rounds/${copy.body.slug}`)).status).toBe(204);
  expect((await ask("GET", `/planned-rounds/${copy.body.slug}`)).status).toBe(404);
});

test("a mark that is old is refused, and nothing is written over", async () => {
  const round = await rounds.draft(organiser);
  const { body } = await ask("GET", `/planned-rounds/${round.slug}`);
  expect((await ask("PUT", `/rounds/${round.slug}/story?mark=${body.marks.story}`, { purpose: "Först" })).status).toBe(
    204,
  );
  const second = await ask("PUT", `/rounds/${round.slug}/story?mark=${body.marks.story}`, { purpose: "Sedan" });
  expect(second.status).toBe(409);
  expect(await roundFacts(db, round.id)).toMatchObject({ purpose: "Först" });
});

describe("wrong input is told where it is wrong", () => {
  test.each([
    ["POST", "/rounds", { ...start, title: "" }, "title"],
    ["POST", "/rounds", { ...start, kind: "picnic" }, "kind"],
    ["POST", "/rounds", { ...start, colour: "blue" }, "colour"],
    ["POST", "/rounds/from-invitation", { organisationId: organiser, text: "" }, "text"],
    ["POST", "/rounds/from-invitation", { organisationId: organiser, text: "Deltagare: 191212121212" }, "text"],
    ["PUT", "/rounds/SLUG/frame", { hardCapacity: "många" }, "hardCapacity"],
    ["PUT", "/rounds/SLUG/frame", { hardCapacity: 8, targetCapacity: 12 }, "targetCapacity"],
    ["PUT", "/rounds/SLUG/story", { purpose: "x".repeat(10_000) }, "purpose"],
    ["PUT", "/rounds/SLUG/story", { purpose: 12 }, "purpose"],
    ["PUT", "/rounds/SLUG/story", { purpose: "a\u0000b" }, "purpose"],
    ["PUT", "/rounds/SLUG/way-in", { deadline: "2027-02-30" }, "deadline"],
    ["PUT", "/rounds/SLUG/way-in", { deadline: "2027-09-10", noticeDate: "2027-09-09" }, "noticeDate"],
    ["PUT", "/rounds/SLUG/people", { contacts: [{ email: "siv@example.se" }] }, "contacts.0.name"],
    ["PUT", "/rounds/SLUG/people", { contacts: [{ name: "Siv", email: "inte en adress" }] }, "contacts.0.email"],
    ["PUT", "/rounds/SLUG/term", { plannedTerm: "snart" }, "plannedTerm"],
    ["POST", "/rounds/SLUG/sessions", { sessions: [{ date: "2027-03-28", starts: "02:30" }] }, "sessions.0.starts"],
    ["POST", "/rounds/SLUG/sessions", { sessions: [{ starts: "13:00", ends: "09:00" }] }, "sessions.0.ends"],
    ["POST", "/rounds/SLUG/sessions", { sessions: [{ starts: "25:00" }] }, "sessions.0.starts"],
    ["POST", "/rounds/SLUG/cancel", { reason: " " }, "reason"],
    ["POST", "/rounds/SLUG/steps", { step: "jump" }, "step"],
  ])("%s %s %j", async (method, path, sent, field) => {
    const round = await rounds.draft(organiser);
    const { status, body } = await ask(method, path.replace("SLUG", round.slug), sent);
    expect(status).toBe(422);
    const errors = body.errors as { path: string; message: string }[];
    expect(errors.map((error) => error.path)).toContain(field);
    expect(errors.map((error) => error.message).join()).not.toMatch(/undefined|round\.|\{/);
    expect(await roundFacts(db, round.id)).toMatchObject({ version: 1, purpose: null, sessions: [] });
  });
});

describe("who may", () => {
  test("a reader reads and changes nothing; a stranger finds nothing; nobody sees a draft", async () => {
    const round = await rounds.readyDraft(organiser);
    expect((await ask("POST", `/rounds/${round.slug}/publish`, undefined, reads)).status).toBe(403);
    expect((await ask("POST", `/rounds/${round.slug}/publish`, undefined, elsewhere)).status).toBe(404);
    expect((await ask("GET", `/planned-rounds/${round.slug}`, undefined, elsewhere)).status).toBe(404);
    expect((await ask("GET", `/rounds/${round.slug}`, undefined, "")).status).toBe(404);
    expect((await ask("POST", "/rounds", { ...start }, elsewhere)).status).toBe(403);
    expect(await roundFacts(db, round.id)).toMatchObject({ state: "draft" });
  });
});

test("lists go on where they stopped", async () => {
  await rounds.published(organiser, { title: "A" });
  await rounds.published(organiser, { title: "B" });
  const one = await ask("GET", "/rounds?limit=1", undefined, "");
  expect(one.body.rounds).toHaveLength(1);
  const next = /<\/api\/v1([^>]+)>/.exec(one.link!)![1]!;
  const two = await ask("GET", next, undefined, "");
  expect(two.body.rounds[0].slug).not.toBe(one.body.rounds[0].slug);
  const planned = await ask("GET", "/planned-rounds?limit=1", undefined, reads);
  expect(planned.body.rounds).toHaveLength(1);
  expect(planned.link).toContain("after=");
});

test("the document describes every field that is written", async () => {
  const document = (await (await app.request("/api/v1/openapi.json")).json()) as {
    paths: Record<string, Record<string, { requestBody?: unknown }>>;
  };
  const frame = JSON.stringify(document.paths["/rounds/{slug}/frame"]?.["put"]?.requestBody);
  for (const field of ["hardCapacity", "hours", "goNoGoDate", "materialByPost"]) expect(frame).toContain(field);
});
