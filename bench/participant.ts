import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";

type Reply = { readonly status: number; readonly body: string; readonly cookie: string | undefined };

/**
 * Somebody in a room with a phone: a connection of their own, a page that is opened, and a stream that comes back by
 * itself after as long as the server asked for, as a browser's does.
 */
export class Participant {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #cookie: string;
  #stream: ClientRequest | undefined;
  #retry = 3_000;
  #left = false;
  /** Whether the stream is open. */
  isThere = false;
  /** What the stream told last, and when. */
  heard: { readonly mark: string; readonly told: unknown; readonly at: number } | undefined;

  constructor(url: string, cookie = "") {
    this.#url = url;
    this.#cookie = cookie;
  }

  /** Opens the way in, comes in, and opens the room. */
  async join(code: string): Promise<boolean> {
    await this.ask("GET", `/delta/${code}`);
    const joined = await this.ask("POST", `/delta/${code}`, {});
    this.#cookie = joined.cookie ?? this.#cookie;
    const page = await this.ask("GET", `/delta/${code}`);
    return joined.status === 303 && page.status === 200;
  }

  ask(method: "GET" | "POST", path: string, values?: Readonly<Record<string, string>>): Promise<Reply> {
    const { promise, resolve, reject } = Promise.withResolvers<Reply>();
    const form = values && new URLSearchParams(values).toString();
    const outgoing = request(
      new URL(path, this.#url),
      {
        agent: this.#agent,
        method,
        timeout: 60_000,
        headers: {
          cookie: this.#cookie,
          origin: this.#url,
          accept: path.endsWith("/svar") ? "application/json" : "text/html",
          ...(form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
          ...(form === undefined ? {} : { "content-length": Buffer.byteLength(form) }),
        },
      },
      (incoming) => {
        let body = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (part: string) => (body += part));
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            body,
            cookie: incoming.headers["set-cookie"]?.[0]?.split(";")[0],
          }),
        );
        incoming.on("error", reject);
      },
    );
    outgoing.on("timeout", () => outgoing.destroy(new Error("no answer within a minute")));
    outgoing.on("error", reject);
    outgoing.end(form);
    return promise;
  }

  /** Watches a stream until it leaves. */
  watch(path: string, told: () => void = () => undefined): void {
    const again = () => {
      if (!this.isThere && this.#stream === undefined) return;
      this.isThere = false;
      this.#stream = undefined;
      if (!this.#left) setTimeout(() => this.watch(path, told), this.#retry);
    };
    const has = this.heard ? { "last-event-id": this.heard.mark } : {};
    const headers = { cookie: this.#cookie, accept: "text/event-stream", ...has };
    this.#stream = request(new URL(path, this.#url), { agent: false, headers }, (incoming) => {
      this.isThere = incoming.statusCode === 200;
      this.#read(incoming, told);
      incoming.once("close", again);
    });
    this.#stream.once("error", again);
    this.#stream.end();
  }

  #read(incoming: IncomingMessage, told: () => void): void {
    let text = "";
    incoming.setEncoding("utf8");
    incoming.on("error", () => undefined); // "close" follows
    incoming.on("data", (part: string) => {
      text += part;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const event = text.slice(0, end);
        text = text.slice(end + 2);
        this.#retry = Number(/^retry: (\d+)$/m.exec(event)?.[1] ?? this.#retry);
        const said = /^data: (.*)$/m.exec(event)?.[1];
        if (said === undefined) continue;
        const { mark, told: what } = JSON.parse(said) as { mark: string; told: unknown };
        this.heard = { mark, told: what, at: performance.now() };
        told();
      }
    });
  }

  leave(): void {
    this.#left = true;
    this.#stream?.destroy();
    this.#agent.destroy();
  }
}
