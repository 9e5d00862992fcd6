import { actingAs } from "#command-line/acting.ts";
import type { Terminal } from "#command-line/terminal.ts";
import type { Installation } from "#installation.ts";
import { StartProblem } from "#platform/start-problem.ts";

/** What an operation of the API is given, as in its document. */
export type Input = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
};

/** Carries out one operation of the API by its name, and gives its answer. A "no" ends the command with its sentence. */
export type Call = (operationId: string, input?: Input) => Promise<unknown>;

type Described = { operationId: string; summary: string };
type Document = { paths: Record<string, Record<string, Described>> };
type Problem = { detail: string; errors: readonly { path: string; message: string }[] };

/**
 * Acts as somebody through the API's own door, inside this process: the same checks of the input, the same commands,
 * the same words for a "no". Only who comes in is known in another way.
 */
export async function throughApi<T>(
  terminal: Terminal,
  email: string,
  work: (call: Call, installation: Installation) => Promise<T>,
): Promise<T> {
  return actingAs(terminal, email, async (installation, actor) => {
    const { webApp } = await import("#web-app.ts");
    const { openLimits } = await import("#platform/rate-limits/limits.ts");
    const { openAfterwards } = await import("#platform/web/afterwards.ts");
    const { openPageAssets } = await import("#platform/web/assets.ts");
    const { openMetrics } = await import("#platform/web/metrics.ts");
    const { publicCache } = await import("#platform/web/public-cache.ts");
    const app = webApp({
      ...installation,
      cache: publicCache(),
      limits: openLimits(installation.db),
      afterwards: openAfterwards(installation.log),
      metrics: openMetrics(),
      assets: openPageAssets(),
      recognise: { session: async () => undefined, token: async () => actor },
      jobsAreWell: () => true,
    });
    const ask = (path: string, init: RequestInit = {}) => {
      const headers = { cookie: "language=en", ...(init.body ? { "content-type": "application/json" } : {}) };
      return app.request(path, { ...init, headers });
    };
    const document = (await (await ask("/api/v1/openapi.json")).json()) as Document;

    return work(async (operationId, { params = {}, query = {}, body } = {}) => {
      const { path, method } = routeOf(document, operationId);
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given(params, name)));
      const asked = new URLSearchParams(
        Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
      );
      const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const answer = await ask(`/api/v1${filled}?${asked.toString()}`, init);
      const text = await answer.text();
      const said: unknown = text === "" ? undefined : JSON.parse(text);
      if (answer.ok) return said;
      throw new StartProblem(sentenceOf(said as Problem));
    }, installation);
  });
}

/** Every operation there is, with what it does. */
export async function operationList(): Promise<readonly { name: string; summary: string }[]> {
  const { apiDocument } = await import("#web-app.ts");
  const { paths } = apiDocument("") as unknown as Document;
  return Object.values(paths)
    .flatMap((item) => Object.values(item))
    .map(({ operationId, summary }) => ({ name: operationId, summary }));
}

function routeOf({ paths }: Document, operationId: string): { path: string; method: string } {
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, described] of Object.entries(item)) {
      if (described.operationId === operationId) return { path, method: method.toUpperCase() };
    }
  }
  throw new StartProblem(`There is no operation called ${operationId}. The command "call --list" names them all.`);
}

function given(params: Readonly<Record<string, string>>, name: string): string {
  const value = params[name];
  if (value === undefined) throw new StartProblem(`The operation needs --param ${name}=…`);
  return value;
}

function sentenceOf({ detail, errors }: Problem): string {
  return [detail, ...errors.map(({ path, message }) => `${path || "input"}: ${message}`)].join("; ");
}
