import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "..");

// What stands in dist from now on is not the whole build: the next `npm start` makes its own.
rmSync(join(root, "dist", "stamp"), { force: true });

const options = { root, configFile: join(root, "vite.config.ts"), logLevel: "warn" } as const;
const outDir = join(root, "dist", "client");
await build({ ...options, build: { outDir, emptyOutDir: true } });
const client = await build({ ...options, build: { outDir, emptyOutDir: false, watch: {} } });

// A change of styles or scripts gives them new addresses, which the server reads when it starts.
const watched = ["src", "dist/client/.vite"].map((folder) => `--watch-path=${folder}`);
const words = [...watched, "--watch-preserve-output", "--import", "tsx", "src/cli.ts", "serve"];
const server = spawn(process.execPath, words, { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop(server, signal));
server.on("exit", (code) => process.exit(code ?? 0));

function stop(child: ChildProcess, signal: "SIGINT" | "SIGTERM"): void {
  if ("close" in client) void client.close();
  if (!process.stdin.isTTY || signal === "SIGTERM") child.kill(signal);
}
