import { beforeAll, expect, test } from "vitest";
import { given } from "../../../test/given.ts";
import { noon } from "../../../test/given-rounds.ts";
import { testWeb } from "../../../test/web.ts";
import type { Actor, Grant } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { createToken } from "#platform/tokens/commands.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";

type Described = { properties: Record<string, object>; required: string[] };
type Document = {
  paths: { "/invitations": { post: { requestBody: { content: { "application/json": { schema: Described } } } } } };
};

const now = noon("2027-03-18");
const { app, db } = await testWeb(now);
let unit: Awaited<ReturnType<ReturnType<typeof given>["organisation"]>>;
let leader: Actor & { personId: NonNullable<Actor["personId"]> };
let bearer = "";

const tokenFor = async (actor: Actor, ...scopes: Grant[]) => {
  const { secret } = await createToken(
    db,
    actor,
    { name: "Prov", scopes, expiresAt: now().add({ hours: 24 * 30 }) },
    now(),
  );
  return `Bearer ${secret}`;
};

beforeAll(async () => {
  await loadReferenceData(db);
  unit = await given(db).organisation({ name: "FoU Kusten", slug: "fou-kusten" });
  leader = await given(db).someone("developmentLeader", { organisation: unit }, { name: "Maja Ek" });
  bearer = await tokenFor(leader, "organisations:manage", "people:manage");
});

const ask = async (method: string, path: string, sent?: object, authorization = bearer) => {
  const headers = { authorization, ...(sent ? { "content-type": "application/json" } : {}) };
  const answer = await app.request(`/api/v1${path}`, {
    method,
    headers,
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, link: answer.headers.get("link"), body: text ? JSON.parse(text) : undefined };
};

test("the document describes the dates and shares as they are sent", async () => {
  const { paths } = (await (await app.request("/api/v1/openapi.json")).json()) as Document;
  const { properties, required } = paths["/invitations"].post.requestBody.content["application/json"].schema;
  expect(properties.validFrom).toMatchObject({ type: "string", format: "date" });
  expect(required).toEqual(["name", "email", "role"]);
});

test("the register is open to read, page by page", async () => {
  const first = await ask("GET", "/organisations?limit=200", undefined, "");
  expect(first.body).toMatchObject({ count: 426 });
  expect(first.body.organisations).toHaveLength(200);
  const nextOf = (link: string | null) => /<\/api\/v1([^>]*)>; rel="next"/.exec(link ?? "")?.[1];
  const second = await ask("GET", nextOf(first.link)!, undefined, "");
  const third = await ask("GET", nextOf(second.link)!, undefined, "");
  expect([second, third].map(({ body }) => body.organisations.length)).toEqual([200, 26]);
  expect(nextOf(third.link)).toBeUndefined();
  expect((await ask("GET", "/organisations?name=SKL", undefined, "")).body.organisations).toMatchObject([
    { slug: "skr" },
  ]);
});

test("members are told as of a date (R174)", async () => {
  const { body } = await ask("GET", "/organisations/goteborgsregionen/members?on=2027-01-01", undefined, "");
  expect(body.on).toBe("2027-01-01");
  expect(body.members).toHaveLength(13);
  expect(body.members).toContainEqual(expect.objectContaining({ municipalityCode: "1384", county: "Hallands län" }));
  expect((await ask("GET", "/organisations/ingen", undefined, "")).status).toBe(404);
});

test("everything about an organisation is done through the API as on its pages", async () => {
  const added = await ask("POST", "/organisations", { kind: "unit", name: "Analysenheten", parentId: unit });
  expect(added).toMatchObject({ status: 201, body: { slug: "analysenheten" } });
  const { id } = added.body;
  expect((await ask("POST", `/organisations/${id}/rename`, { name: "Analys och stöd" })).status).toBe(204);
  expect((await ask("POST", `/organisations/${id}/writings`, { written: "Analysen på FoU" })).status).toBe(204);
  expect((await ask("POST", `/organisations/${id}/domains`, { domain: "https://www.analys.example.se/" })).status).toBe(
    204,
  );
  const { body: relation } = await ask("POST", "/relations", {
    fromId: id,
    toId: unit,
    kind: "serves",
    validFrom: "2026-01-01",
  });
  expect((await ask("POST", `/relations/${relation.id}/end`, { lastDay: "2026-12-31" })).status).toBe(204);

  const { body } = await ask("GET", "/organisations/analysenheten");
  expect(body).toMatchObject({
    name: "Analys och stöd",
    parent: { slug: "fou-kusten" },
    domains: ["analys.example.se"],
    relations: [
      { kind: "serves", out: true, other: { slug: "fou-kusten" }, validFrom: "2026-01-01", validTo: "2026-12-31" },
    ],
  });
  expect(body.writings).toContain("Analysen på FoU");
  expect((await ask("DELETE", `/organisations/${id}/domains/analys.example.se`)).status).toBe(204);
  expect((await ask("DELETE", `/organisations/${id}/domains/analys.example.se`)).status).toBe(404);
});

test("people are invited, given roles and let go, and their access is explained", async () => {
  const invitation = {
    name: "Bodil Strand",
    email: "Bodil.Strand@example.se",
    role: "developmentLeader",
    organisationId: unit,
    fte: 0.1,
  };
  // The token carries less than the role would: nobody gives more than they hold, and it is the token that gives.
  expect((await ask("POST", "/invitations", invitation)).status).toBe(403);
  const whole = await tokenFor(
    leader,
    "appraisals:decide",
    "appraisals:write",
    "bodies:manage",
    "circles:manage",
    "circles:read",
    "knowledge:publish",
    "knowledge:write",
    "organisations:manage",
    "people:manage",
    "retention:decide",
    "workshops:lead",
  );
  const { status, body } = await ask("POST", "/invitations", invitation, whole);
  expect(status).toBe(201);
  const granted = await ask("POST", `/people/${body.personId}/roles`, {
    role: "guest",
    organisationId: unit,
    validFrom: "2027-04-01",
  });
  expect(granted.status).toBe(201);
  const { body: person } = await ask("GET", `/people/${body.personId}`);
  expect(person).toMatchObject({
    email: "bodil.strand@example.se",
    roles: [
      { role: "guest", tense: "future" },
      { role: "developmentLeader", fte: 0.1 },
    ],
  });
  expect(person.access[0]).toMatchObject({ grant: "circles:manage", role: "developmentLeader", place: "FoU Kusten" });
  expect((await ask("POST", `/roles/${granted.body.assignmentId}/end`, {})).status).toBe(204);
  expect((await ask("GET", "/people?name=bodil")).body).toMatchObject({ count: 1, people: [{ name: "Bodil Strand" }] });
});

test("one's own details are changed with the token's own rights", async () => {
  expect((await ask("PUT", "/me", { name: "Maja Ek", title: "Utvecklingsledare", language: "sv" })).status).toBe(204);
  expect((await ask("GET", `/people/${leader.personId}`)).body).toMatchObject({ title: "Utvecklingsledare" });
});

test.each([
  { why: "no token", path: "/people", method: "GET", as: "", status: 401 },
  {
    why: "an unknown field",
    path: "/invitations",
    method: "POST",
    sent: { name: "A", email: "a@example.se", role: "guest", admin: true },
    status: 422,
  },
  {
    why: "a day that does not exist",
    path: "/relations",
    method: "POST",
    sent: { kind: "owns", validFrom: "2027-02-30" },
    status: 422,
  },
  { why: "an id that is none", path: "/people/42", method: "GET", status: 422 },
  { why: "a person one has no business with", path: `/people/${newId()}`, method: "GET", status: 404 },
  {
    why: "more than one holds",
    path: "/invitations",
    method: "POST",
    sent: { name: "A", email: "a@example.se", role: "administrator" },
    status: 403,
  },
])("refused in words: $why", async ({ path, method, sent, as, status }) => {
  const answer = await ask(method, path, sent, as ?? bearer);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ status, title: expect.any(String) });
});

test("a token without the scope is told which it lacks", async () => {
  const reading = await tokenFor(leader, "circles:read");
  expect((await ask("GET", "/people", undefined, reading)).body.detail).toContain("people:manage");
});
