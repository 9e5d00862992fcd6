import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { delimiter, join } from "node:path";

const root = join(import.meta.dirname, "..");

/** Everything that is checked besides the tests. The slow ones stand first, so that the quick ones fill the gaps. */
const checks: Record<string, string> = {
  "database types": "node scripts/run.ts scripts/database-types.ts --check",
  architecture: "vitest run --reporter=dot test/architecture.test.ts test/gates.test.ts test/licences.test.ts",
  messages: "vitest run --reporter=dot test/messages.test.ts",
  types: "tsc --noEmit",
  lint: "oxlint src client test bench scripts bin knip.config.ts vite.config.ts vite.server.config.ts vitest.config.ts",
  "dead code": "knip",
  requirements: "node scripts/trace.ts --quiet",
  format: "oxfmt --check .",
};

type Outcome = { name: string; ok: boolean; seconds: string; said: string };

function run(name: string, command: string): Promise<Outcome> {
  const started = performance.now();
  const [program = "", ...words] = command.split(" ");
  const path = [join(root, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter);
  const child = spawn(program, words, {
    cwd: root,
    env: { ...process.env, PATH: path, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }) },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise((done) => {
    const end = (ok: boolean) =>
      done({ name, ok, seconds: ((performance.now() - started) / 1000).toFixed(1), said: said.join("") });
    child.on("error", (error) => {
      said.push(error.message);
      end(false);
    });
    child.on("close", (code) => end(code === 0));
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(", ")}. There are: ${Object.keys(checks).join(", ")}.`);
  process.exit(2);
}

const waiting = Object.entries(checks).filter(([name]) => wanted.length === 0 || wanted.includes(name));
const width = Math.max(...waiting.map(([name]) => name.length));
const failed: Outcome[] = [];

async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const outcome = await run(...next);
    console.log(`${outcome.ok ? "✓" : "✗"} ${outcome.name.padEnd(width)} ${outcome.seconds.padStart(6)} s`);
    if (!outcome.ok) failed.push(outcome);
  }
}
await Promise.all(Array.from({ length: Math.min(4, Math.max(2, availableParallelism())) }, work));

for (const { name, said } of failed)
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}\n${said.trim()}`);
if (failed.length > 0)
  console.log(`\n${failed.length} of the checks failed: ${failed.map(({ name }) => name).join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;
