import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ServerProcess, startServer } from "../bench/server-process.ts";
import { commandLine } from "./command-line.ts";
import { urlOf } from "./database.ts";
import { given } from "./given.ts";
import { day, givenRounds } from "./given-rounds.ts";
import { mailServer } from "./smtp.ts";

// Two processes of the built product, each with a data folder of its own, on one PostgreSQL behind one address.
const { ownerDb, ownerAddress, run } = await commandLine();
const mail = await mailServer();
const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), "sammanvagt-several-")));
let servers: ServerProcess[] = [];
let turn = 0;

/** What stands in front: each request to the other process than the last. */
const proxy = createServer((incoming, outgoing) => {
  const { url = "" } = servers[(turn += 1) % servers.length] ?? {};
  const { method, headers } = incoming;
  const onward = ask(new URL(incoming.url ?? "/", url), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  incoming.pipe(onward);
});
let front = "";

const slug = "tillsammans-2099";
const password = "tva processer men ett losen";

beforeAll(async () => {
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  front = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const environment = {
    BASE_URL: front,
    DATABASE_URL: urlOf(ownerAddress),
    SMTP_URL: mail.url,
    SESSION_SECRET: "the same secret for every process of one installation",
    TRUST_PROXY: "1",
  };
  servers = await Promise.all(folders.map((folder) => startServer(folder, environment)));
  const unit = await given(ownerDb).organisation({ name: "FoU Länet", slug: "fou-lanet" });
  await givenRounds(ownerDb).published(unit, { slug, title: "Tillsammans", deadline: day("2099-01-01") });
  const words = ["user", "create", "--email", "maja@example.se", "--name", "Maja Ek", "--password", password];
  const made = await run([...words, "--role", "developmentLeader", "--organisation", "fou-lanet"]);
  expect(made.err).toBe("");
}, 120_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await new Promise((resolve) => proxy.close(resolve));
  await mail.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const each = <T>(work: (url: string) => Promise<T>) => Promise.all(servers.map(({ url }) => work(url)));
const sendTo = (url: string, path: string, values: Record<string, string>, cookie = "") =>
  fetch(url + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin: front, cookie },
    body: new URLSearchParams(values),
  });

test("whoever signs in at one is signed in at both, and whoever signs out is out of both", async () => {
  const answer = await sendTo(front, "/logga-in/losenord", { email: "maja@example.se", password });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const seen = () =>
    each(async (url) => (await fetch(`${url}/mina-uppgifter`, { redirect: "manual", headers: { cookie } })).status);
  expect(await seen()).toEqual([200, 200]);
  await sendTo(front, "/logga-ut", {}, cookie);
  expect(await seen()).toEqual([303, 303]);
});

test("tries are counted together, whichever process they come to", async () => {
  const statuses: number[] = [];
  for (let time = 0; time < 30 && statuses.at(-1) !== 429; time += 1) {
    const { status } = await sendTo(front, "/logga-in/losenord", { email: "bo@example.se", password: "fel lösenord" });
    statuses.push(status);
  }
  expect(statuses.at(-1)).toBe(429);
  expect(
    await each(async (url) => (await sendTo(url, "/logga-in/losenord", { email: "bo@example.se", password })).status),
  ).toEqual([429, 429]);
});

test("a mail is sent once, although both look for work", async () => {
  mail.empty();
  const people = Array.from({ length: 12 }, (_, number) => `nr${number}@example.se`);
  for (const to of people) await given(ownerDb).someone("guest", {}, { name: "Gäst Gästsson", email: to });
  for (const [at, email] of people.entries()) {
    const { url } = servers[at % servers.length]!;
    expect((await sendTo(url, "/logga-in", { email })).status).toBeLessThan(400);
  }
  const arrived = async () => (await mail.received()).flatMap(({ to }) => to).toSorted();
  await expect.poll(async () => (await arrived()).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(people.length);
  await wait(1_500);
  expect(await arrived()).toEqual(people.toSorted());
});

test("a public page kept by one process is drawn anew after a change through the other", async () => {
  const [first, second] = servers as [ServerProcess, ServerProcess];
  const title = async (url: string) =>
    /<h1[^>]*>([^<]*)/u.exec(await (await fetch(`${url}/cirklar/${slug}`)).text())?.[1];
  for (const name of ["Ett", "Två", "Tre"]) {
    await title(second.url); // is kept there now
    const changed = await run(
      ["round", "write", slug, "--section", "basics", "--file", "-", "--as", "maja@example.se"],
      { input: JSON.stringify({ kind: "researchCircle", title: name }) },
    );
    expect(changed.err).toBe("");
    await expect.poll(() => title(second.url), { interval: 20 }).toBe(name);
    expect(await title(first.url)).toBe(name);
  }
});
