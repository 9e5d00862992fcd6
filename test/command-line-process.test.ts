import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { freePort } from "../bench/server-process.ts";
import { commandLine, commandProcess, jsonOf } from "./command-line.ts";
import { given } from "./given.ts";

const { ownerDb, outside } = await commandLine();
await given(ownerDb).someone("administrator", {}, { email: "alva@example.se" });
const { run, start } = commandProcess(outside);

describe("a command as a process", { timeout: 60_000 }, () => {
  test("ends with 0 when it is done, and the answer stands alone on standard output", async () => {
    const done = await run(["user", "create", "--email", "maj@example.se", "--name", "Maj Ek", "--json"]);
    expect(done).toMatchObject({ code: 0, err: "" });
    expect(jsonOf(done)).toEqual({ id: expect.any(String) });
    expect(await run(["--help"])).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/^Usage: sammanvagt /),
    });
  });

  test("ends with 1 and a sentence on standard error when the answer is no", async () => {
    const refused = await run(["user", "create", "--email", "maj@example.se", "--name", "Maj Ek"]);
    expect(refused).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^[^\n]*maj@example\.se[^\n]*\n$/) });
    const wrongSetting = await run(["migrate"], { env: { PORT: "many" } });
    expect(wrongSetting).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^PORT is "many"[^\n]*\n$/) });
  });

  test("ends with 2 and the way to its help when it is used wrongly", async () => {
    const wrong = await run(["migrate", "--colour", "red"]);
    expect(wrong).toMatchObject({ code: 2, out: "", err: "error: unknown option '--colour'\n(--help tells how)\n" });
  });

  test("reads what comes in", async () => {
    const input = "Forskningscirkel om tidiga insatser\n\nTräffar 27 januari 2027 kl 9–12. Max 12 deltagare.";
    const read = await run(["parse", "invitation", "-"], { input });
    expect(read).toMatchObject({ code: 0, err: "" });
    expect(jsonOf(read)).toMatchObject({ kind: "invitation", capacity: { hard: 12 } });
  });

  test("is not upset when nobody reads on", async () => {
    const child = start(["operations"]);
    child.stdout.destroy();
    const said = text(child.stderr);
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(await said).toBe("");
  });

  test("serves until it is told to stop, and then ends with 0", async () => {
    const port = await freePort();
    const child = start(["serve"], { PORT: String(port), DEMO: "0", LOG_LEVEL: "error" });
    afterAll(() => child.kill("SIGKILL"));
    const said = text(child.stderr);
    const [first] = (await once(child.stdout, "data")) as [Buffer];
    expect(first.toString()).toBe(`Sammanvägt is at http://localhost:${port}\n`);
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    child.kill("SIGTERM");
    child.kill("SIGTERM"); // Whoever is impatient changes nothing.
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(await said).toBe("");
  });

  test("tells a fault of ours in one sentence, and more to whoever asks for it", async () => {
    await ownerDb.schema.alterTable("api_token").renameTo("mislaid").execute();
    const words = ["token", "create", "--email", "alva@example.se"];
    const fault = await run(words);
    expect(fault).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^A fault of ours: [^\n]*\n$/) });
    expect((await run(words, { env: { LOG_LEVEL: "debug" } })).err).toContain("    at ");
  });
});
