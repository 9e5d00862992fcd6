import { lookup } from "node:dns";
import { type IncomingHttpHeaders, type IncomingMessage, request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isInner } from "#platform/openid/inner-address.ts";
import { OutsideProblem, type OutsideProblemCode } from "#platform/outside/outside-problem.ts";

/** Whom we are when we ask, and which hosts of an inner network may be asked after all. */
export type Outside = {
  /** Says who asks and where to turn: "Sammanvagt (+https://…; mailto:…)". */
  readonly agent: string;
  /** Hosts of one's own network, which whoever runs the installation has named. None is allowed by itself. */
  readonly innerHosts: ReadonlySet<string>;
};

export type OutsideWish = {
  readonly accept?: string;
  readonly method?: "GET" | "HEAD";
  /** How long all of it may take, in milliseconds, redirects included. */
  readonly patience: number;
  /** How much it may say, in bytes. */
  readonly most: number;
  /** Takes the answer piece by piece as it comes; nothing of it is kept then. Only of an answer with status 200. */
  readonly take?: (piece: Uint8Array) => void;
};

export type OutsideAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Where the redirects led. */
  readonly address: string;
  /** Empty when the pieces were taken as they came. */
  readonly bytes: Uint8Array;
};

const mostRedirects = 5;

/** The one who asks, as an installation introduces itself to the machines of others. */
export function outsideOf(config: {
  readonly baseUrl: string;
  readonly operatorContact: string | undefined;
  readonly innerHosts: readonly string[];
}): Outside {
  const contact = config.operatorContact === undefined ? "" : `; mailto:${config.operatorContact}`;
  return { agent: `Sammanvagt (+${config.baseUrl}${contact})`, innerHosts: new Set(config.innerHosts) };
}

/**
 * Asks an address on the open internet that somebody has written, and gives its answer whatever its status.
 *
 * Whoever writes it decides where this leads, so it must not lead into the network we stand in: the name is looked up
 * once for each connection, every address it has is checked, and the connection goes to one of those. Each redirect is
 * checked anew. Only http and https, bounded in time and size; no cookie, no credential and no body is ever sent.
 */
export async function askOutside(address: string, outside: Outside, wish: OutsideWish): Promise<OutsideAnswer> {
  const signal = AbortSignal.timeout(wish.patience);
  let url = mayBeAsked(address, outside);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const { answer, next } = await asked(url, outside, wish, signal);
    if (next === undefined) return answer;
    url = mayBeAsked(next, outside);
  }
  throw new OutsideProblem("too_many_redirects");
}

/** An address as it may be asked: http or https, without credentials, and not a number that leads inside. */
export function mayBeAsked(address: string, { innerHosts }: Outside): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/u.test(url.protocol) || url.username || url.password)
    throw new OutsideProblem("not_an_address");
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  if (isIP(host) !== 0 && isInner(host) && !innerHosts.has(host.toLowerCase()))
    throw new OutsideProblem("inner_address");
  return url;
}

type Asked = { readonly answer: OutsideAnswer; readonly next: string | undefined };

async function asked(url: URL, outside: Outside, wish: OutsideWish, signal: AbortSignal): Promise<Asked> {
  const { promise, resolve, reject } = Promise.withResolvers<Asked>();
  const options: RequestOptions = {
    method: wish.method ?? "GET",
    headers: { accept: wish.accept ?? "*/*", "accept-encoding": "identity", "user-agent": outside.agent },
    agent: false,
    signal,
    lookup: guardedLookup(outside),
  };
  const failed = (problem: unknown) => {
    reject(signal.aborted ? new OutsideProblem("slow") : asProblem(problem));
    request.destroy();
  };
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  const request = send(url, options, (came) => {
    const { statusCode: status = 0, headers } = came;
    const { location } = headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      const next = URL.parse(location, url.href)?.href ?? "";
      resolve({ answer: { status, headers, address: url.href, bytes: new Uint8Array() }, next });
      request.destroy();
      return;
    }
    read(came, wish).then(
      (bytes) => resolve({ answer: { status, headers, address: url.href, bytes }, next: undefined }),
      failed,
    );
  });
  request.on("error", failed);
  request.end();
  return promise;
}

async function read(came: IncomingMessage, { most, take }: OutsideWish): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let count = 0;
  for await (const piece of came as AsyncIterable<Uint8Array>) {
    count += piece.length;
    if (count > most) throw new OutsideProblem("too_large");
    if (take && came.statusCode === 200) take(piece);
    else kept.push(piece);
  }
  return Buffer.concat(kept);
}

function guardedLookup({ innerHosts }: Outside): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (problem, addresses) => {
      const first = addresses?.[0];
      if (problem || !first) return done(problem ?? new OutsideProblem("unknown_host"), "", 4);
      if (!innerHosts.has(host.toLowerCase()) && addresses.some(({ address }) => isInner(address)))
        return done(new OutsideProblem("inner_address"), "", 4);
      if (options.all) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}

/** What the network says in our words. What whoever takes the pieces throws is its own. */
function asProblem(problem: unknown): unknown {
  if (problem instanceof OutsideProblem) return problem;
  const { name = "", code } = problem as { name?: string; code?: unknown };
  const isOfNetwork = typeof code === "string" && /^[A-Z][A-Z0-9_]+$/u.test(code);
  if (!isOfNetwork && name !== "AbortError" && name !== "TimeoutError") return problem;
  return new OutsideProblem(codeOf(name, String(code)), { cause: problem });
}

function codeOf(name: string, code: string): OutsideProblemCode {
  if (name === "AbortError" || name === "TimeoutError" || code === "ETIMEDOUT") return "slow";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "unknown_host";
  if (/CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO/u.test(code)) return "bad_certificate";
  return "unreachable";
}
