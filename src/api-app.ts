import { apiRoutes } from "#api-routes.ts";
import { apiApplication } from "#platform/web/api.ts";
import type { Recognise } from "#platform/web/gate.ts";

type Api = ReturnType<typeof apiApplication>;

/** Every operation of the API, each behind its gate. */
export function apiApp(recognise: Recognise): Api {
  const api = apiApplication();
  for (const route of apiRoutes) route(recognise, api);
  return api;
}

/** An operation by its name: what it does, and where it is found below the API's own address. */
export type NamedOperation = {
  readonly name: string;
  readonly summary: string;
  readonly method: string;
  readonly path: string;
};

/** The operations as they were registered. Making the whole document to look one up takes a hundred times as long. */
export function operationsOf(api: Api): readonly NamedOperation[] {
  return api.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== "route") return [];
    const { operationId: name = "", summary = "", method, path } = definition.route;
    return [{ name, summary, method: method.toUpperCase(), path }];
  });
}

export type ApiDocument = ReturnType<Api["getOpenAPI31Document"]>;

/** The API's description, made from the same schemas that check what comes in. */
export function documentOf(api: Api, version: string): ApiDocument {
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  const head = {
    openapi: "3.1.0",
    info: {
      title: "Sammanvägt",
      version,
      description: "Everything the pages can do, by the same commands. Errors are RFC 9457 problems.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: "/api/v1" }],
  };
  return api.getOpenAPI31Document(head);
}
