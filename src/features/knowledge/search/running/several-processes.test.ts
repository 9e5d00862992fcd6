import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ServerProcess, startServer } from "../../../../../bench/server-process.ts";
import { commandLine } from "../../../../../test/command-line.ts";
import { urlOf } from "../../../../../test/database.ts";
import { givenFound } from "../../../../../test/given-found.ts";

// Two processes of the built product on one PostgreSQL, each with an index of its own.
const { ownerDb, ownerAddress } = await commandLine();
const found = givenFound(ownerDb);
const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), "sammanvagt-search-")));
const environment = {
  DATABASE_URL: urlOf(ownerAddress),
  SESSION_SECRET: "the same secret for every process of one installation",
};
let servers: ServerProcess[] = [];

beforeAll(async () => {
  servers = await Promise.all(folders.map((folder) => startServer(folder, environment)));
}, 120_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Whether a title is among what is found: it is asked for in small letters, so that the question is no answer. */
const finds = async ({ url }: ServerProcess, title: string) =>
  (await (await fetch(`${url}/sok?${new URLSearchParams({ q: title.toLowerCase() }).toString()}`)).text()).includes(
    title,
  );

test("what changes is found in every process within two seconds, and after a restart", async () => {
  await found.item({ title: "Lägereldssamtal", says: "Att sitta tillsammans." });
  const began = performance.now();
  for (const server of servers)
    await expect.poll(() => finds(server, "Lägereldssamtal"), { timeout: 2_000, interval: 20 }).toBe(true);
  expect(performance.now() - began).toBeLessThan(2_000);

  await servers[1]!.stop();
  const { versionId } = await found.item({ title: "Vardagsmatte", says: "Att räkna." });
  servers[1] = await startServer(folders[1]!, environment);
  await expect.poll(() => finds(servers[1]!, "Vardagsmatte"), { timeout: 10_000 }).toBe(true);

  await ownerDb.updateTable("knowledge_version").set({ title: "Kökssamtal" }).where("id", "=", versionId).execute();
  for (const server of servers)
    await expect.poll(() => finds(server, "Kökssamtal"), { timeout: 2_000, interval: 20 }).toBe(true);
}, 120_000);
