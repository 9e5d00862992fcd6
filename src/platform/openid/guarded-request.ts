import { lookup } from "node:dns";
import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { text as textOf } from "node:stream/consumers";
import { Transform } from "node:stream";
import { isInner, isLoopback } from "#platform/openid/inner-address.ts";
import { ProviderProblem, type ProviderProblemCode } from "#platform/openid/provider-problem.ts";

/** Which inner addresses may be asked after all. */
export type Reach = {
  /** The machine itself, without TLS: for development and tests. */
  readonly loopback: boolean;
  /** Hosts of one's own network, which whoever runs the installation has named. */
  readonly innerHosts: ReadonlySet<string>;
};

/** How long a provider may take, in milliseconds, and how much it may say, in bytes. */
const patience = 5_000;
const most = 512 * 1024;

/** What an installation may reach: its own machine only while it is itself on one, and the hosts it names. */
export function reachOf({ baseUrl, innerHosts }: { baseUrl: string; innerHosts: readonly string[] }): Reach {
  const { protocol, hostname } = new URL(baseUrl);
  const isOwnMachine = hostname === "localhost" || (isIP(hostname) !== 0 && isLoopback(hostname));
  return { loopback: protocol === "http:" && isOwnMachine, innerHosts: new Set(innerHosts) };
}

export type Told = { readonly status: number; readonly type: string; readonly text: string };

export type Asked = {
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/**
 * Asks an address that somebody else has written down, and gives its answer whatever its status.
 *
 * An administrator of one organisation decides where this leads, so it must not lead into the network we stand in:
 * the name is looked up once, each address it has is checked, and the connection goes to one of those. No redirect is
 * followed. Only TLS with a certificate that holds, but for the machine itself in development.
 */
export async function ask(address: string, reach: Reach, asked: Asked = {}): Promise<Told> {
  const url = mayBeAsked(address, reach);
  const { promise, resolve, reject } = Promise.withResolvers<Told>();
  const signal = AbortSignal.timeout(patience);
  const options: RequestOptions & { rejectUnauthorized: boolean } = {
    method: asked.method ?? "GET",
    headers: { accept: "application/json", "user-agent": "Sammanvagt", ...asked.headers },
    agent: false,
    signal,
    lookup: guardedLookup(reach),
    rejectUnauthorized: true,
  };
  const failed = (problem: unknown) => {
    reject(signal.aborted ? new ProviderProblem("slow") : asProblem(problem));
    request.destroy();
  };
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  const request = send(url, options, (answer) => {
    const { statusCode: status = 0, headers } = answer;
    const type = headers["content-type"] ?? "";
    textOf(answer.pipe(atMost(most))).then((text) => resolve({ status, type, text }), failed);
    // An answer that is cut off never ends what it was piped into.
    answer.on("error", failed);
  });
  request.on("error", failed);
  request.end(asked.body);
  return promise;
}

/** An address as it may be asked: whole, with TLS, and not written as a number that leads inside. */
export function mayBeAsked(address: string, reach: Reach): URL {
  const url = URL.parse(address);
  if (!url || url.username || url.password) throw new ProviderProblem("insecure");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && reach.loopback && isOwnName(host)))
    throw new ProviderProblem("insecure");
  if (isIP(host) !== 0 && !mayBeReached(host, host, reach)) throw new ProviderProblem("inner_address");
  return url;
}

function isOwnName(host: string): boolean {
  return host === "localhost" || (isIP(host) !== 0 && isLoopback(host));
}

function mayBeReached(host: string, address: string, reach: Reach): boolean {
  return !isInner(address) || reach.innerHosts.has(host.toLowerCase()) || (reach.loopback && isLoopback(address));
}

function guardedLookup(reach: Reach): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (problem, addresses) => {
      const first = addresses?.[0];
      if (problem || !first) return done(problem ?? new ProviderProblem("unknown_host"), "", 4);
      if (!addresses.every(({ address }) => mayBeReached(host, address, reach)))
        return done(new ProviderProblem("inner_address"), "", 4);
      if (options.all) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}

function atMost(bytes: number): Transform {
  let count = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      count += chunk.length;
      if (count > bytes) done(new ProviderProblem("too_large"));
      else done(null, chunk);
    },
  });
}

function asProblem(problem: unknown): ProviderProblem {
  if (problem instanceof ProviderProblem) return problem;
  const { name, code = "" } = problem as { name?: string; code?: string };
  return new ProviderProblem(codeOf(name ?? "", String(code)), { cause: problem });
}

function codeOf(name: string, code: string): ProviderProblemCode {
  if (name === "AbortError" || name === "TimeoutError" || code === "ETIMEDOUT") return "slow";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "unknown_host";
  if (/CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO/.test(code)) return "bad_certificate";
  return "unreachable";
}
