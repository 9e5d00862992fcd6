import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { askOutside, mayBeAsked, outsideOf } from "#platform/outside/ask-outside.ts";

const open: RequestListener = (request, response) => {
  const { url = "/" } = request;
  if (url === "/round") return void response.writeHead(302, { location: "/round" }).end();
  if (url === "/once") return void response.writeHead(302, { location: "/" }).end();
  if (url === "/inwards") return void response.writeHead(302, { location: "http://10.0.0.1/secret" }).end();
  if (url === "/large") return void response.end("x".repeat(5_000));
  if (url === "/never") return;
  if (url === "/cut") {
    response.writeHead(200, { "content-length": "100" });
    response.write("half");
    setTimeout(() => response.destroy(), 20);
    return;
  }
  response.end(`asked by ${request.headers["user-agent"]}`);
};
const server = createServer(open);
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => server.close());
const { port } = server.address() as AddressInfo;
const config = { baseUrl: "https://sammanvagt.example.se", operatorContact: "drift@example.se" };
const allowed = outsideOf({ ...config, innerHosts: ["127.0.0.1"] });
const guarded = outsideOf({ ...config, innerHosts: [] });
const wish = { patience: 2_000, most: 1_000 };
const at = (path: string) => `http://127.0.0.1:${port}${path}`;

test("says who asks and where to turn, and follows a redirect", async () => {
  const { bytes, address } = await askOutside(at("/once"), allowed, wish);
  expect(Buffer.from(bytes).toString()).toBe(
    "asked by Sammanvagt (+https://sammanvagt.example.se; mailto:drift@example.se)",
  );
  expect(address).toBe(at("/"));
});

describe("is refused", () => {
  test.each([
    ["the machine itself", () => at("/")],
    ["the machine itself by its name, after it is looked up", () => `http://localhost:${port}/`],
    ["a private network", () => "http://192.168.1.1/"],
    ["a number that is an address", () => "http://2130706433/"],
    ["the machine itself in the newer way of writing", () => `http://[::1]:${port}/`],
    ["a mapped address", () => "http://[::ffff:127.0.0.1]/"],
    ["where a cloud keeps its secrets", () => "http://169.254.169.254/latest/meta-data"],
  ])("%s", async (_, address) => {
    await expect(askOutside(address(), guarded, wish)).rejects.toMatchObject({ code: "inner_address" });
  });

  test.each(["file:///etc/passwd", "ftp://example.se/", "javascript:alert(1)", "https://a:b@example.se/", "hej", ""])(
    "%s, which is no address to ask",
    (address) => {
      expect(() => mayBeAsked(address, guarded)).toThrow("not_an_address");
    },
  );
});

test.each([
  ["/round", "too_many_redirects"],
  ["/inwards", "inner_address"],
  ["/large", "too_large"],
  ["/cut", "unreachable"],
])("%s ends with %s", async (path, code) => {
  await expect(askOutside(at(path), allowed, wish)).rejects.toMatchObject({ code });
});

test("does not wait longer than it may", async () => {
  await expect(askOutside(at("/never"), allowed, { ...wish, patience: 100 })).rejects.toMatchObject({ code: "slow" });
});
