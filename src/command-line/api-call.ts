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

type Problem = { detail: string; errors: readonly { path: string; message: string }[] };

/** Nobody reads figures about a single command. */
const unwatched = { answered: () => undefined, broken: () => undefined };

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
    const { apiApp, operationsOf } = await import("#api-app.ts");
    const { openLive } = await import("#platform/live/live.ts");
    const { openLimits } = await import("#platform/rate-limits/limits.ts");
    const { openAfterwards } = await import("#platform/web/afterwards.ts");
    const { publicCache } = await import("#platform/web/public-cache.ts");
    const { openWeb } = await import("#platform/web/web.ts");
    const afterwards = openAfterwards(installation.log);
    const web = openWeb({
      ...installation,
      cache: publicCache(),
      limits: openLimits(installation.db),
      live: openLive(() => undefined),
      afterwards,
      metrics: unwatched,
      pages: undefined,
    });
    const api = apiApp({ session: async () => undefined, token: async () => actor });
    web.route("/api/v1", api);
    const operations = operationsOf(api);

    const call: Call = async (operationId, { params = {}, query = {}, body } = {}) => {
      const operation = operations.find(({ name }) => name === operationId);
      if (!operation) throw noSuchOperation(operationId);
      const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given(params, name)));
      const asked = new URLSearchParams(
        Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
      );
      const isSent = body !== undefined;
      const answer = await web.request(`/api/v1${path}?${asked.toString()}`, {
        method: operation.method,
        headers: { cookie: "language=en", ...(isSent ? { "content-type": "application/json" } : {}) },
        ...(isSent ? { body: JSON.stringify(body) } : {}),
      });
      const text = await answer.text();
      const said: unknown = text === "" ? undefined : JSON.parse(text);
      if (answer.ok) return said;
      throw new StartProblem(sentenceOf(said as Problem));
    };
    try {
      return await work(call, installation);
    } finally {
      await afterwards.settled();
    }
  });
}

/** Every operation there is, with what it does. */
export async function operationList(): Promise<readonly { name: string; summary: string }[]> {
  const { apiApp, operationsOf } = await import("#api-app.ts");
  const nobody = { session: async () => undefined, token: async () => undefined };
  return operationsOf(apiApp(nobody)).map(({ name, summary }) => ({ name, summary }));
}

function noSuchOperation(name: string): StartProblem {
  return new StartProblem(`There is no operation called ${name}. The command operations names them all.`);
}

function given(params: Readonly<Record<string, string>>, name: string): string {
  const value = params[name];
  if (value === undefined) throw new StartProblem(`The operation needs --param ${name}=…`);
  return value;
}

function sentenceOf({ detail, errors }: Problem): string {
  return [detail, ...errors.map(({ path, message }) => `${path || "input"}: ${message}`)].join("; ");
}
