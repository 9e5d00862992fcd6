import { createHmac, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { clientId } from "./openid-provider.ts";

type Claims = Readonly<Record<string, unknown>>;

/** How a provider may lie, once. What is not said is true. */
export type Lie = {
  /** Said instead in the discovery document. */
  readonly discovery?: Readonly<Record<string, unknown>>;
  /** Said instead in the token. */
  readonly claims?: Claims;
  readonly signature?: "none" | "shared secret" | "another key";
  /** Answered instead of a token. */
  readonly tokenAnswer?: { readonly status: number; readonly body: string };
  /** Answered to everything. */
  readonly answer?: (path: string) => { status: number; headers?: Record<string, string>; body: string } | undefined;
  /** The provider never answers. */
  readonly silent?: boolean;
};

/**
 * A provider that lies as it is told to. A real one cannot be made to break the standard, so this one is written by
 * hand: discovery, keys and token, and it believes every code.
 */
export async function lyingProvider(truth: Claims) {
  const [own, other] = [1, 2].map(() => generateKeyPairSync("rsa", { modulusLength: 2_048 })) as [Pair, Pair];
  const key = { ...own.publicKey.export({ format: "jwk" }), kid: "own", alg: "RS256", use: "sig" };
  let lie: Lie = {};
  let nonce = "";
  const asked: { path: string; authorization: string | undefined; body: string }[] = [];

  const server: Server = createServer((request, response) => {
    const path = request.url ?? "";
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      asked.push({ path, authorization: request.headers.authorization, body });
      if (lie.silent) return;
      const instead = lie.answer?.(path);
      if (instead) {
        response.writeHead(instead.status, instead.headers).end(instead.body);
        return;
      }
      const { status, body: said } = answerTo(path);
      response.writeHead(status, { "content-type": "application/json" }).end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  function answerTo(path: string): { status: number; body: string } {
    if (path.endsWith("/openid-configuration")) {
      const document = {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        ...lie.discovery,
      };
      return { status: 200, body: JSON.stringify(document) };
    }
    if (path === "/keys") return { status: 200, body: JSON.stringify({ keys: [key] }) };
    if (path !== "/token") return { status: 404, body: "{}" };
    if (lie.tokenAnswer) return lie.tokenAnswer;
    return { status: 200, body: JSON.stringify({ token_type: "Bearer", access_token: "x", id_token: token() }) };
  }

  function token(): string {
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, ...truth, ...lie.claims };
    const alg = { none: "none", "shared secret": "HS256", "another key": "RS256" }[lie.signature ?? "another key"];
    const said = [{ alg, kid: "own" }, claims].map((part) => encoded(JSON.stringify(part))).join(".");
    if (lie.signature === "none") return `${said}.`;
    if (lie.signature === "shared secret")
      return `${said}.${createHmac("sha256", String(key.n)).update(said).digest("base64url")}`;
    const { privateKey } = lie.signature === "another key" ? other : own;
    return `${said}.${createSign("sha256").update(said).sign(privateKey, "base64url")}`;
  }

  return {
    issuer,
    asked,
    lies: (next: Lie) => void (lie = next),
    /** What the way out asked for: the provider says the nonce again, unless it lies. */
    sees: (address: string) => void (nonce = new URL(address).searchParams.get("nonce") ?? ""),
  };
}

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

function encoded(text: string): string {
  return Buffer.from(text).toString("base64url");
}
