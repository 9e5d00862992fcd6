#!/usr/bin/env node
// Runs on whatever Node the machine has (20 or later), and goes on with the one this project brings along.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isBuilt } from "./built.js";

const here = fileURLToPath(import.meta.url);
const root = dirname(dirname(here));
const needed = 26;

if (Number(process.versions.node.split(".")[0]) < needed) goOnWith(nodeOfThisProject());
else await start();

async function start() {
  if (!isBuilt(root)) {
    const build = [join(root, "scripts", "build.ts"), "--if-stale"];
    const { status } = spawnSync(process.execPath, build, { cwd: root, stdio: ["ignore", 2, 2] });
    if (status !== 0) process.exit(1);
  }
  process.setSourceMapsEnabled(true);
  const program = pathToFileURL(join(root, "dist", "server", "cli.js"));
  await import(program.href);
}

function nodeOfThisProject() {
  try {
    const folder = dirname(createRequire(here).resolve("node/package.json"));
    const binary = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
    if (existsSync(binary)) return binary;
  } catch {
    // Not installed: said below.
  }
  console.error(`Sammanvägt needs Node ${needed}, which npm install puts in node_modules. Run npm install first.`);
  process.exit(1);
}

/** @param {string} node the binary to go on with */
function goOnWith(node) {
  const child = spawn(node, [here, ...process.argv.slice(2)], { stdio: "inherit" });
  // A terminal sends Ctrl-C to both processes; then this one only waits.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}
