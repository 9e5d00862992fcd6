import { createHash } from "node:crypto";
import { createRoute, OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Grant } from "#kernel/actor.ts";
import { idempotently, type OnceRequest } from "#platform/idempotency/idempotency.ts";
import type { Environment } from "#platform/web/environment.ts";
import { invalidInput } from "#platform/web/form.ts";
import { keeperOf, type Recognise } from "#platform/web/gate.ts";
import { networkAddress } from "#platform/web/network-address.ts";

export type ApiContext = Context<Environment>;

/** RFC 9457, as the document describes it. */
const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })),
  })
  .openapi("Problem");

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

/** Answers that every operation may give besides its own. */
const refusals = {
  401: problem("No valid token"),
  403: problem("The token may not do this"),
  404: problem("There is no such thing, or it is not yours to see"),
  409: problem("Not possible as things stand"),
  422: problem("The input is not right; errors tells where"),
  429: problem("Too many requests; try again later"),
};

/** A JSON answer of an operation: `200: json("The round", Round)`. */
export function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { "application/json": { schema } } };
}

/** A JSON body of an operation. Unknown fields are refused by the schema (`z.strictObject`). */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true as const, content: { "application/json": { schema } } };
}

/** What a list takes: at most 200 rows, continued after a cursor. */
export const ListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(200).optional(),
});

/** The header under which a write may be sent again without being done twice. */
const IdempotencyHeader = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe("The same key and body within 24 hours gives the first answer again; another body is refused."),
});

export type ApiRoute = (recognise: Recognise, app: OpenAPIHono<Environment>) => void;

type Operation = Omit<RouteConfig, "security" | "middleware"> & {
  readonly operationId: string;
  readonly summary: string;
  /** The answer holds a secret that we do not keep, so that it cannot be given again under an Idempotency-Key. */
  readonly answersSecret?: boolean;
  /** What is sent must not be remembered beside who sent it, not even as a hash. */
  readonly takesNoKey?: boolean;
};

/**
 * One operation of the API behind a gate: a grant that the token must carry, `token` for what is one's own, or `open`
 * for what everyone may do. The same Zod schemas check the input and make the OpenAPI document. Every write takes an
 * Idempotency-Key.
 */
export function operation<const Described extends Operation>(
  gate: Grant | "token" | "open",
  described: Described,
  handler: (c: ApiContext, input: InputOf<Described>) => Response | Promise<Response>,
): ApiRoute {
  return (recognise, app) => {
    const { answersSecret = false, takesNoKey = false, ...rest }: Operation = described;
    const takesKey = described.method !== "get" && !answersSecret && !takesNoKey;
    const route = createRoute<string, RouteConfig & { path: string }>({
      ...rest,
      request: { ...described.request, ...(takesKey ? { headers: IdempotencyHeader } : {}) },
      responses: { ...refusals, ...described.responses },
      security: gate === "open" ? [] : [{ bearer: gate === "token" ? [] : [gate] }],
      middleware: [keeperOf(gate, recognise)],
    });
    app.openapi(
      route as never,
      ((c: ApiContext) => {
        const valid = (target: string): unknown => c.req.valid(target as never);
        const request = described.request ?? {};
        const input = {
          params: request.params ? valid("param") : undefined,
          query: request.query ? valid("query") : undefined,
          body: request.body ? valid("json") : undefined,
        };
        const answer = async () => handler(c, input as InputOf<Described>);
        return takesKey ? idempotently(onceRequest(c, described.operationId, input), answer) : answer();
      }) as never,
    );
  };
}

/** What is done with something an address names, and answers nothing: its command with what was sent. */
type Deed<Params, Sent> = (c: ApiContext, params: Params, sent: Sent) => Promise<unknown>;

/** The deeds of one address: each an operation that takes something, does it and answers nothing. */
export function deedsAt<Params extends z.ZodObject>(address: string, params: Params) {
  return <Sent extends z.ZodType>(
    [method, path]: readonly ["post" | "put", string],
    operationId: string,
    summary: string,
    sent: Sent,
    write: Deed<z.output<Params>, z.output<Sent>>,
  ): ApiRoute =>
    operation(
      "token",
      {
        method,
        path: `${address}${path}`,
        operationId,
        summary,
        request: { params, body: body(sent) },
        responses: { 204: { description: "Done" } },
      },
      async (c, input) => {
        await write(c, input.params as z.output<Params>, input.body as z.output<Sent>);
        return c.body(null, 204);
      },
    );
}

/** The write as its caller named it. Callers without an account are told apart by where they call from. */
function onceRequest(c: ApiContext, name: string, input: unknown): OnceRequest | undefined {
  const key = c.req.header("idempotency-key");
  if (key === undefined) return undefined;
  const actorId = c.var.actor.personId ?? `nobody ${hashOf(networkAddress(c))}`;
  return { actorId, operation: name, key, bodyHash: hashOf(input) };
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type BodyOf<T> = T extends { content: { "application/json": { schema: infer S } } } ? Output<S> : undefined;

/** The checked input of an operation: path, query and body. */
export type InputOf<T> = T extends { request: infer R }
  ? {
      params: R extends { params: infer P } ? Output<P> : undefined;
      query: R extends { query: infer Q } ? Output<Q> : undefined;
      body: R extends { body: infer B } ? BodyOf<B> : undefined;
    }
  : { params: undefined; query: undefined; body: undefined };

/** An application that gathers operations and refuses wrong input in our own words. */
export function apiApplication(): OpenAPIHono<Environment> {
  return new OpenAPIHono<Environment>({
    strict: false,
    defaultHook: (result) => {
      if (result.success) return;
      // The library gives what was sent along with what is wrong with it, and does not say so in its types.
      throw invalidInput(result.error, (result as { data?: unknown }).data);
    },
  });
}

/** The `Link` header of a list that goes on. */
export function nextLink(c: ApiContext, after: string | undefined): void {
  if (after === undefined) return;
  const url = new URL(c.req.url);
  url.searchParams.set("after", after);
  c.header("Link", `<${url.pathname}${url.search}>; rel="next"`);
}
