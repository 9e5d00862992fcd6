import { Agent, request } from "node:http";

export type Answer = {
  readonly status: number;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly body: string;
};

/**
 * Many people at once over keep-alive connections: each sends one form. Gives the answers in the order of the forms;
 * nothing for one that got none.
 *
 * @param connections how many are under way at a time
 * @param heard told at every answer how many there have been
 */
export async function crowd(
  url: string,
  forms: readonly { readonly path: string; readonly values: Readonly<Record<string, string>> }[],
  connections: number,
  heard: (answers: number) => void = () => undefined,
): Promise<readonly (Answer | undefined)[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answers: (Answer | undefined)[] = Array.from({ length: forms.length });
  let next = 0;
  let count = 0;
  const person = async () => {
    for (let form = forms[next++]; form; form = forms[next++]) {
      const index = next - 1;
      answers[index] = await sent(agent, url, form.path, form.values).catch(() => undefined);
      if (answers[index]) heard((count += 1));
    }
  };
  await Promise.all(Array.from({ length: connections }, person));
  agent.destroy();
  return answers;
}

function sent(agent: Agent, url: string, path: string, values: Readonly<Record<string, string>>): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const startedAt = performance.now();
  const form = new URLSearchParams(values).toString();
  const outgoing = request(
    new URL(path, url),
    {
      agent,
      method: "POST",
      timeout: 60_000,
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": Buffer.byteLength(form),
        origin: url,
      },
    },
    (incoming) => {
      let body = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (part: string) => (body += part));
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, startedAt, endedAt: performance.now(), body }),
      );
      incoming.on("error", reject);
    },
  );
  outgoing.on("timeout", () => outgoing.destroy(new Error("no answer within a minute")));
  outgoing.on("error", reject);
  outgoing.end(form);
  return promise;
}
