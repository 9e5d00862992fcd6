import { createServer as createTlsServer } from "node:https";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { ask, mayBeAsked, reachOf } from "#platform/openid/guarded-request.ts";
import { certificate } from "../../../test/certificate.ts";

const development = reachOf({ baseUrl: "http://localhost:3000", innerHosts: [] });
const production = reachOf({ baseUrl: "https://sammanvagt.example.se", innerHosts: [] });

const servers: Pick<Server, "close" | "listen" | "address">[] = [];
afterAll(() => servers.forEach((server) => server.close()));

async function started(server: (typeof servers)[number]): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const listening = async (listener: RequestListener) => `http://127.0.0.1:${await started(createServer(listener))}`;

describe("what may be asked", () => {
  test.each([
    { address: "http://login.example.se/", reach: development, says: "insecure" },
    { address: "http://127.0.0.1/", reach: production, says: "insecure" },
    { address: "ftp://login.example.se/", reach: production, says: "insecure" },
    { address: "file:///etc/passwd", reach: production, says: "insecure" },
    { address: "https://a:b@login.example.se/", reach: production, says: "insecure" },
    { address: "https://127.0.0.1/", reach: production, says: "inner_address" },
    { address: "https://2130706433/", reach: production, says: "inner_address" },
    { address: "https://0x7f.1/", reach: production, says: "inner_address" },
    { address: "https://[::1]/", reach: production, says: "inner_address" },
    { address: "https://[::ffff:10.0.0.1]/", reach: production, says: "inner_address" },
    { address: "https://169.254.169.254/", reach: development, says: "inner_address" },
    { address: "https://10.0.0.1/", reach: development, says: "inner_address" },
  ])("$address: $says", ({ address, reach, says }) => {
    expect(() => mayBeAsked(address, reach)).toThrow(says);
  });

  test("the machine itself, in development; an inner host that has been named; and the internet", () => {
    const named = reachOf({ baseUrl: "https://sammanvagt.example.se", innerHosts: ["10.0.0.1"] });
    expect(mayBeAsked("http://localhost:4000/", development).port).toBe("4000");
    expect(mayBeAsked("https://10.0.0.1/", named).hostname).toBe("10.0.0.1");
    expect(mayBeAsked("https://login.example.se/x", production).pathname).toBe("/x");
  });

  test("a name is looked up before it is asked: one that leads to the machine itself is not", async () => {
    await expect(ask("https://localhost:1/", production)).rejects.toMatchObject({ code: "inner_address" });
    const named = reachOf({ baseUrl: "https://sammanvagt.example.se", innerHosts: ["localhost"] });
    await expect(ask("https://localhost:1/", named)).rejects.toMatchObject({ code: "unreachable" });
  });
});

describe("an answer", () => {
  test("is given whatever its status", async () => {
    const url = await listening((_, response) => response.writeHead(404).end("nej"));
    expect(await ask(url, development)).toEqual({ status: 404, type: "", text: "nej" });
  });

  test("that leads elsewhere is not followed", async () => {
    let asked = 0;
    const other = await listening((_, response) => response.end(String((asked += 1))));
    const url = await listening((_, response) => response.writeHead(302, { location: other }).end());
    expect((await ask(url, development)).status).toBe(302);
    expect(asked).toBe(0);
  });

  test.each([
    { why: "is longer than it may be", says: "too_large", listener: endless },
    { why: "is cut off", says: "unreachable", listener: cut },
  ])("is refused that $why", async ({ says, listener }) => {
    await expect(ask(await listening(listener), development)).rejects.toMatchObject({ code: says });
  });

  test("that never comes is not waited for", { timeout: 15_000 }, async () => {
    const url = await listening(() => undefined);
    await expect(ask(url, development)).rejects.toMatchObject({ code: "slow" });
  });

  test("is refused behind a certificate that nobody vouches for", async () => {
    const port = await started(createTlsServer(certificate, (_, response) => response.end("{}")));
    const named = reachOf({ baseUrl: "https://sammanvagt.example.se", innerHosts: ["localhost"] });
    await expect(ask(`https://localhost:${port}/`, named)).rejects.toMatchObject({ code: "bad_certificate" });
  });
});

test("a name that nobody has is told", async () => {
  await expect(ask("https://finns-inte.invalid/", production)).rejects.toMatchObject({ code: "unknown_host" });
});

const endless: RequestListener = (_, response) => {
  const more = () => {
    while (!response.destroyed && response.write("a".repeat(64 * 1024)));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
};

const cut: RequestListener = (_, response) => {
  response.writeHead(200, { "content-length": "100" });
  response.write("half");
  setImmediate(() => response.destroy());
};
