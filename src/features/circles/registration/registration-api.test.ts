import { expect, test } from "vitest";
import type { Grant } from "#kernel/actor.ts";
import { createToken } from "#platform/tokens/commands.ts";
import { newId } from "#kernel/ids.ts";
import { givenRegistrations, monday } from "../../../../test/given-registrations.ts";
import { day, givenRounds } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";
import { testWeb } from "../../../../test/web.ts";

const { app, db, ownerDb } = await testWeb(monday);
const rounds = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await rounds.organiser();
const leader = await given(db).someone("developmentLeader", { organisation: organiser }, { name: "Maja Ek" });

const tokenWith = async (...scopes: Grant[]) => {
  const { secret } = await createToken(
    db,
    leader,
    { name: "Prov", scopes, expiresAt: monday().add({ hours: 24 * 30 }) },
    monday(),
  );
  return `Bearer ${secret}`;
};
const manages = await tokenWith("circles:manage", "circles:read");
const reads = await tokenWith("circles:read");

async function ask(method: string, path: string, sent?: object, { authorization = "", key = "" } = {}) {
  const headers = {
    ...(authorization ? { authorization } : {}),
    ...(sent ? { "content-type": "application/json" } : {}),
    ...(key ? { "idempotency-key": key } : {}),
  };
  const answer = await app.request(`/api/v1${path}`, {
    method,
    headers,
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, link: answer.headers.get("link"), body: text ? JSON.parse(text) : undefined };
}

const sent = (over: object = {}) => ({
  name: "Alva Ek",
  email: `alva.${newId()}@example.se`,
  workplace: "Familjeenheten",
  employer: "Ekbacka kommun",
  sector: "socialServices",
  profession: "socialsekreterare",
  managerName: "Bo Lind",
  managerDeclared: true,
  hoursAccepted: true,
  ...over,
});

test("an application is sent and confirmed, and the applicant withdraws, by the same commands as the pages", async () => {
  const { id, slug } = await rounds.published(organiser);
  const form = await ask("GET", `/rounds/${slug}/application-form`);
  expect(form.body).toMatchObject({
    way: "open",
    placesLeft: 12,
    questions: { hoursAccepted: "required", managerEmail: "no" },
    rules: [],
  });

  const applied = await ask("POST", `/rounds/${slug}/registrations`, sent());
  expect(applied).toMatchObject({ status: 202, body: { queueNo: 1, confirmBy: "2027-06-09T22:00:00Z" } });
  const confirmed = await ask("POST", "/registrations/confirm", {
    token: await circle.link("registration.confirm", applied.body.id),
  });
  expect(confirmed).toMatchObject({ status: 200, body: { state: "placed" } });
  const withdrawn = await ask("POST", "/registrations/withdraw", { ownToken: confirmed.body.ownToken });
  expect(withdrawn.status).toBe(200);
  expect(await circle.roster(id)).toEqual(["1 withdrawn"]);
});

test("the same write under the same key is one application", async () => {
  const { id, slug } = await rounds.published(organiser);
  const application = sent({ name: "Cim Ås" });
  const once = await ask("POST", `/rounds/${slug}/registrations`, application, { key: "k1" });
  const twice = await ask("POST", `/rounds/${slug}/registrations`, application, { key: "k1" });
  expect(twice).toEqual(once);
  expect((await ask("POST", `/rounds/${slug}/registrations`, sent(), { key: "k1" })).status).toBe(422);
  expect(await circle.roster(id)).toEqual(["1 unconfirmed"]);
});

test.each([
  { why: "an unknown field", over: { admin: true }, path: "admin" },
  { why: "a missing name", over: { name: undefined }, path: "name" },
  { why: "ten thousand characters", over: { motivation: "å".repeat(10_000) }, path: "motivation" },
  { why: "a number for a name", over: { name: 7 }, path: "name" },
  { why: "a personal identity number", over: { motivation: "191212121212" }, path: "motivation" },
  { why: "hours that are not accepted", over: { hoursAccepted: false }, path: "hoursAccepted" },
])("refuses $why, says where, and keeps nothing", async ({ over, path }) => {
  const { id, slug } = await rounds.published(organiser);
  const answer = await ask("POST", `/rounds/${slug}/registrations`, sent(over));
  expect(answer.status).toBe(422);
  const { errors } = answer.body as { errors: { path: string }[] };
  expect(errors.map((error) => error.path)).toEqual([path]);
  expect(await circle.roster(id)).toEqual([]);
});

test("somebody who tries one address again and again is stopped, wherever they call from", async () => {
  const { slug } = await rounds.published(organiser);
  const statuses: number[] = [];
  for (let i = 0; i < 11; i += 1) {
    statuses.push(
      (await ask("POST", `/rounds/${slug}/registrations`, sent({ email: "offer@example.se", name: `Alva ${i}` })))
        .status,
    );
  }
  expect(statuses.slice(0, 10).every((status) => status === 202)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
});

test("the roster is read page by page by those who may, and by nobody else", async () => {
  const { slug } = await rounds.published(organiser);
  const round = await ownerDb.selectFrom("round").where("slug", "=", slug).select("id").executeTakeFirstOrThrow();
  await circle.queue(round.id, 3);
  const first = await ask("GET", `/rounds/${slug}/registrations?limit=2`, undefined, { authorization: reads });
  expect(first.body).toMatchObject({ count: 3, placesLeft: 9 });
  expect(first.body.registrations).toHaveLength(2);
  expect(first.link).toContain("after=2");
  const second = await ask("GET", `/rounds/${slug}/registrations?limit=2&after=2`, undefined, { authorization: reads });
  expect(second.body.registrations).toMatchObject([{ queueNo: 3, managerWord: "declared" }]);

  expect((await ask("GET", `/rounds/${slug}/registrations`)).status).toBe(401);
  const elsewhere = await rounds.published(await rounds.organiser());
  expect(
    (await ask("GET", `/rounds/${elsewhere.slug}/registrations`, undefined, { authorization: reads })).status,
  ).toBe(404);
});

test("staff deny, restore, withdraw and remind; a token that may only read does not", async () => {
  const { id: roundId, slug } = await rounds.published(organiser, { manager_consultation: "confirmed" });
  const [id] = await circle.queue(roundId, 1, { managerEmail: "bo.lind@example.se" });
  const as = { authorization: manages };
  expect(
    (await ask("POST", `/registrations/${id}/deny`, { reason: "Arbetar inte i länet." }, { authorization: reads }))
      .status,
  ).toBe(403);
  expect((await ask("POST", `/registrations/${id}/deny`, { reason: "Arbetar inte i länet." }, as)).body).toEqual({
    id,
    state: "ineligible",
  });
  expect((await ask("POST", `/registrations/${id}/deny`, { reason: "Arbetar inte i länet." }, as)).status).toBe(409);
  expect((await ask("POST", `/registrations/${id}/restore`, undefined, as)).body).toEqual({ id, state: "waitlisted" });
  expect((await ask("POST", `/rounds/${slug}/remind-managers`, {}, as)).status).toBe(409);
  expect((await ask("POST", `/registrations/${id}/withdraw`, undefined, as)).body).toEqual({ id, state: "withdrawn" });
  expect((await ask("POST", `/registrations/${id}/withdraw`, undefined)).status).toBe(401);
});

test("a manager answers by the secret of the mail, and an offer is answered by its own", async () => {
  const { id: roundId } = await rounds.published(organiser, {
    manager_consultation: "confirmed",
    hard_capacity: 1,
    target_capacity: 1,
  });
  const [first, second] = await circle.queue(roundId, 2, { managerEmail: "bo.lind@example.se" });
  const token = await circle.link("manager.answer", first!, { version: "1" });
  expect((await ask("POST", "/manager-answers", { token, reply: { answer: "maybe" } })).status).toBe(422);
  expect((await ask("POST", "/manager-answers", { token, reply: { answer: "no" } })).body).toEqual({ id: first });
  const offerToken = await circle.link("offer.answer", second!);
  expect((await ask("POST", "/offers/answer", { offerToken, answer: "yes" })).body).toEqual({
    id: second,
    state: "held",
  });
  expect((await ask("POST", "/offers/answer", { offerToken: "unknown", answer: "yes" })).status).toBe(404);
});

test("a selection is read, decided and answered", async () => {
  const { id: roundId, slug } = await rounds.published(organiser, {
    allocation: "selection",
    notice_date: day("2027-06-07"),
  });
  const [id] = await circle.queue(roundId, 1);
  const as = { authorization: manages };
  const read = await ask("GET", `/rounds/${slug}/selection`, undefined, as);
  expect(read.body).toMatchObject({
    applied: 1,
    undecided: 1,
    hindrance: "En anmälan saknar beslut",
    candidates: [{ id, outcome: null }],
  });
  const decision = { registrationId: id, outcome: "place", reason: "Spridning" };
  expect(
    (await ask("POST", `/rounds/${slug}/selection/decisions`, { decisions: [{ ...decision, reason: "" }] }, as)).status,
  ).toBe(422);
  expect((await ask("POST", `/rounds/${slug}/selection/decisions`, { decisions: [decision] }, as)).body).toEqual({
    decided: 1,
  });
  expect((await ask("POST", `/rounds/${slug}/selection/notices`, undefined, as)).body).toEqual({
    place: 1,
    wait: 0,
    decline: 0,
  });
  expect((await ask("POST", `/rounds/${slug}/selection/notices`, undefined, as)).status).toBe(409);
});

test("the document describes an application as it is sent", async () => {
  type Described = { properties: Record<string, object>; required: string[]; additionalProperties: boolean };
  type Operation = { requestBody: { content: Record<string, { schema: Described }> } };
  const document = (await (await app.request("/api/v1/openapi.json")).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const path = Object.keys(document.paths).find((each) => each.endsWith("/rounds/{slug}/registrations"))!;
  const { schema } = document.paths[path]!["post"]!.requestBody.content["application/json"]!;
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toEqual(["name", "email", "workplace", "employer", "sector", "profession"]);
  expect(schema.properties["email"]).toMatchObject({ type: "string", format: "email" });
  expect(schema.properties["hoursAccepted"]).toMatchObject({ anyOf: [{ type: "boolean" }, { type: "string" }] });
});
