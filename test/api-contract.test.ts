import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { rightCalls } from "./api-calls.ts";
import { type ApiStage, apiStage, type RightCall } from "./api-stage.ts";
import { monday } from "./given-registrations.ts";
import { type Components, type JsonSchema, misfits } from "./json-schema.ts";

type Parameter = { name: string; in: "path" | "query" | "header"; required?: boolean; schema: JsonSchema };
type Content = { "application/json"?: { schema: JsonSchema } };
type Described = {
  operationId: string;
  summary?: string;
  security?: readonly { bearer?: readonly string[] }[];
  parameters?: readonly Parameter[];
  requestBody?: { content: Content };
  responses: Readonly<Record<string, { content?: Content }>>;
};
type Document = { paths: Record<string, Record<string, Described>>; components?: Components };

const stage: ApiStage = await apiStage();
const { app } = stage;
const everything = (await stage.token()).secret;
const nothing = (await stage.token([])).secret;

const document = (await (await app.request("/api/v1/openapi.json")).json()) as Document;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, described]) => ({ ...described, path, method: method.toUpperCase() })),
);
type Operation = (typeof operations)[number];
type Sent = { token?: string | undefined; headers?: Record<string, string>; raw?: string };

async function call(operation: Operation, { params = {}, query = {}, body }: RightCall, sent: Sent = {}) {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? "missing"));
  const { token = everything } = sent;
  const payload = sent.raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return app.request(`/api/v1${path}?${new URLSearchParams(query).toString()}`, {
    method: operation.method,
    headers: {
      ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
      ...(payload === undefined ? {} : { "content-type": "application/json" }),
      ...sent.headers,
    },
    ...(payload === undefined ? {} : { body: payload }),
  });
}

type Problem = { type: string; status: number; detail: string; errors: { path: string; message: string }[] };

/** A "no" as RFC 9457 has it: the right status, a sentence, and nothing of how we are built. */
async function refusedWith(answer: Response, ...statuses: readonly number[]): Promise<Problem> {
  const text = await answer.text();
  expect(statuses, text).toContain(answer.status);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  const problem = JSON.parse(text) as Problem;
  expect(problem).toMatchObject({ status: answer.status, detail: expect.any(String), title: expect.any(String) });
  expect(problem.type).toMatch(/^\/api\/docs#/);
  expect(text).not.toMatch(/\bat .*\.(ts|js)|select |insert |node_modules/);
  return problem;
}

const each = operations.map((operation) => [operation.operationId, operation] as const);
const rightCall = async (operation: Operation) => {
  stage.standOn(monday);
  return (await rightCalls[operation.operationId]?.(stage)) ?? {};
};
const deeds = async () => {
  const counted = await stage.ownerDb
    .selectFrom("audit_record")
    .select((eb) => eb.fn.countAll().as("all"))
    .execute();
  return Number(counted[0]?.all);
};
const bodySchema = (operation: Operation) => operation.requestBody?.content["application/json"]?.schema;

test("the document is valid OpenAPI 3.1, and every operation has a right call", async () => {
  expect(operations.length).toBeGreaterThan(40);
  const { valid, errors } = await new Validator().validate(JSON.stringify(document, null, 2));
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  expect(Object.keys(rightCalls).toSorted()).toEqual(operations.map(({ operationId }) => operationId).toSorted());
});

describe("a right call is answered as described:", () => {
  test.each(each)("%s", async (_, operation) => {
    const answer = await call(operation, await rightCall(operation));
    const text = await answer.text();
    const described = operation.responses[answer.status];
    expect(described, `${answer.status} ${text}`).toBeDefined();
    expect(answer.status, text).toBeLessThan(300);
    const schema = described?.content?.["application/json"]?.schema;
    const wrong = schema ? misfits(JSON.parse(text), schema, document.components) : [text].filter(Boolean);
    expect(wrong).toEqual([]);
  });
});

describe("whoever may not is told so, and nobody else:", () => {
  const secured = each.filter(([, { security = [] }]) => security.length > 0);
  test.each(secured)("%s", async (_, operation) => {
    const right = await rightCall(operation);
    await refusedWith(await call(operation, right, { token: "" }), 401);
    await refusedWith(await call(operation, right, { token: "not-a-token" }), 401);
    const scopes = operation.security?.flatMap(({ bearer }) => bearer ?? []) ?? [];
    if (scopes.length > 0) await refusedWith(await call(operation, right, { token: nothing }), 403);
  });
});

describe("an unknown field is refused by its name:", () => {
  test.each(each.filter(([, operation]) => bodySchema(operation)))("%s", async (_, operation) => {
    const right = await rightCall(operation);
    const answer = await call(operation, { ...right, body: { ...(right.body as object), nonsense: 1 } });
    const { errors } = await refusedWith(answer, 422);
    expect(errors.map(({ path }) => path)).toContain("nonsense");
  });
});

describe("a wrong body is refused:", () => {
  test.each(each.filter(([, operation]) => bodySchema(operation)))("%s", async (_, operation) => {
    const right = await rightCall(operation);
    for (const body of [[], "text", 1, null]) await refusedWith(await call(operation, { ...right, body }), 422);
    await refusedWith(await call(operation, right, { raw: "{ not json" }), 422);
    for (const name of bodySchema(operation)?.required ?? []) {
      const { [name]: left, ...rest } = right.body as Record<string, unknown>;
      expect(left, `${name} in the right call`).toBeDefined();
      const { errors } = await refusedWith(await call(operation, { ...right, body: rest }), 422);
      expect(errors.map(({ path }) => path.split(".")[0])).toContain(name);
      await refusedWith(await call(operation, { ...right, body: { ...rest, [name]: { wrong: true } } }), 422);
    }
  });
});

describe("a text that is too long, or holds a personal identity number, is refused, and nothing is written:", () => {
  test.each(each.filter(([, operation]) => bodySchema(operation)))("%s", async (name, operation) => {
    const right = await rightCall(operation);
    const before = await deeds();
    for (const [field, value] of Object.entries(right.body as Record<string, unknown>)) {
      if (typeof value !== "string") continue;
      // An invitation may be as long as it wants.
      for (const text of field === "text" ? ["Ring 191212121212"] : ["å".repeat(10_000), "191212121212"]) {
        const body = { ...(right.body as object), [field]: text };
        await refusedWith(await call(operation, { ...right, body }), 422, 404, 409);
      }
    }
    expect(await deeds(), name).toBe(before);
  });
});

describe("what people may well write is taken as text or refused, and breaks nothing:", () => {
  test.each(each.filter(([, operation]) => bodySchema(operation)))("%s", async (_, operation) => {
    const right = await rightCall(operation);
    for (const [field, value] of Object.entries(right.body as Record<string, unknown>)) {
      if (typeof value !== "string") continue;
      for (const text of ["", "🙂🧑‍🤝‍🧑", "\u202eمرحبا", "<script>alert(1)</script>", "\u0000", "2027-02-30"]) {
        const answer = await call(operation, { ...right, body: { ...(right.body as object), [field]: text } });
        expect(answer.status, `${field}: ${text}`).toBeLessThan(500);
      }
    }
  });
});

describe("a wrong address or question is refused:", () => {
  const asking = each.filter(([, { parameters = [] }]) => parameters.some((one) => one.in !== "header"));
  test.each(asking)("%s", async (_, operation) => {
    const right = await rightCall(operation);
    for (const { name, in: where } of operation.parameters ?? []) {
      if (where === "path") {
        const params = { ...right.params, [name]: "../no such thing" };
        await refusedWith(await call(operation, { ...right, params }), 404, 422);
      }
      if (where === "query" && name === "limit") {
        for (const limit of ["0", "201", "many"]) {
          await refusedWith(await call(operation, { ...right, query: { ...right.query, limit } }), 422);
        }
      }
    }
  });

  const questioning = each.filter(([, { parameters = [] }]) => parameters.some((one) => one.in === "query"));
  test.each(questioning)("%s, with a question nobody understands", async (_, operation) => {
    const right = await rightCall(operation);
    const { errors } = await refusedWith(await call(operation, { ...right, query: { nonsense: "1" } }), 422);
    expect(errors.map(({ path }) => path)).toContain("nonsense");
  });
});

const valueOf = (text: string): unknown => (text === "" ? undefined : JSON.parse(text));

describe("a write sent twice under one key is done once:", () => {
  const keyed = each.filter(([, { parameters = [] }]) => parameters.some(({ name }) => name === "idempotency-key"));
  test("every write takes a key, but for those whose answer holds a secret, or whose call must not be remembered", () => {
    const without = each.filter(([name, { method }]) => method !== "GET" && !keyed.some(([known]) => known === name));
    expect(without.map(([name]) => name).toSorted()).toEqual([
      "answerInWorkshopRoom",
      "answerQuestionnaire",
      "confirmApplication",
      "createToken",
      "givePerspective",
      "joinWorkshopRoom",
      "openPerspectiveLink",
      "renewBodyCalendar",
      "renewBodyFeed",
      "renewOwnCalendar",
      "renewRegistrationCalendar",
      "sayWhetherHelpedByLink",
      "takeOwnData",
    ]);
  });

  test.each(keyed)("%s", async (name, operation) => {
    const right = await rightCall(operation);
    const headers = { "idempotency-key": `key of ${name}` };
    const first = await call(operation, right, { headers });
    const again = await call(operation, right, { headers });
    expect([again.status, valueOf(await again.text())]).toEqual([first.status, valueOf(await first.text())]);
    expect(first.status).toBeLessThan(300);
  });

  test("and refused under the same key with another body", async () => {
    const operation = operations.find(({ operationId }) => operationId === "createRound")!;
    const right = await rightCall(operation);
    const headers = { "idempotency-key": "one key" };
    await call(operation, right, { headers });
    const body = { ...(right.body as object), title: "En annan" };
    const { type } = await refusedWith(await call(operation, { ...right, body }, { headers }), 422);
    expect(type).toBe("/api/docs#platform.idempotency.other_body");
  });
});

test("a list goes on behind its cursor, and each row is met once", async () => {
  const operation = operations.find(({ operationId }) => operationId === "listOrganisations")!;
  const met: string[] = [];
  let query: Record<string, string> = { limit: "3" };
  for (let page = 0; page < 100; page += 1) {
    const answer = await call(operation, { query });
    const { organisations } = (await answer.json()) as { organisations: { id: string }[] };
    met.push(...organisations.map(({ id }) => id));
    const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
    if (!next) break;
    query = Object.fromEntries(new URL(next, "http://localhost").searchParams);
  }
  const { count } = (await (await call(operation, {})).json()) as { count: number };
  expect(met).toHaveLength(count);
  expect(new Set(met).size).toBe(count);
});

test("what is not there is told as everything else is", async () => {
  await refusedWith(await app.request("/api/v1/nowhere"), 404);
});
