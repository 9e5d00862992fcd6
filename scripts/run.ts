// Runs one of our own .ts or .tsx files: `node scripts/run.ts FILE …`. Node reads .ts itself but no .tsx, so tsx
// does it, on the Node that stands among our dependencies, whatever Node the machine has.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const node = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));
const tsx = new URL("../node_modules/tsx/dist/loader.mjs", import.meta.url).href;

const [file, ...words] = process.argv.slice(2);
if (!file) {
  process.stderr.write("Which file? node scripts/run.ts FILE …\n");
  process.exit(2);
}

const run = spawn(node, ["--import", tsx, file, ...words], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => run.kill(signal));
run.on("exit", (code) => process.exit(code ?? 1));
