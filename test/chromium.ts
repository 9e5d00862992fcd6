import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { inflate } from "@sparticuz/chromium";

const run = promisify(execFile);

/** A browser ready to be started: its file, and the environment it needs. */
export type Chromium = { readonly file: string; readonly env: Record<string, string> };

const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };
const cache = join(import.meta.dirname, "..", ".tmp");

/**
 * The browser that the tests use: the one in the npm package, unpacked once into the project's own folder, or the one
 * that CHROMIUM_PATH names. A machine needs nothing but npm: where libraries are missing, the package's own are used.
 */
export async function chromium(): Promise<Chromium> {
  const named = process.env["CHROMIUM_PATH"];
  if (named) return { file: named, env: environment({}) };

  const folder = await unpacked();
  const file = join(folder, "chromium");
  const bare = environment({ FONTCONFIG_PATH: join(folder, "fonts") });
  if (await starts(file, bare)) return { file, env: bare };
  const helped = { ...bare, LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  if (await starts(file, helped)) return { file, env: helped };
  throw new Error(`${file} does not start. Set CHROMIUM_PATH to a Chromium or Chrome of your own.`);
}

/** Unpacks in a folder of its own and moves it into place, so that nobody ever starts half a browser. */
async function unpacked(): Promise<string> {
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(cache, "chromium-unpacking-"));
  const temporary = process.env["TMPDIR"];
  // The package unpacks into the temporary folder, and takes whatever lies there for its own.
  process.env["TMPDIR"] = making;
  try {
    const parts = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];
    await Promise.all(parts.map((part) => inflate(join(packageFolder, "bin", part))));
    writeFileSync(join(making, "fonts", "fonts.conf"), fontsIn(folder));
  } finally {
    if (temporary === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = temporary;
  }
  try {
    renameSync(making, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

// The package's own list names folders of another machine; a browser that finds no font at all falls over.
const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;

async function starts(file: string, env: Record<string, string>): Promise<boolean> {
  try {
    await run(file, ["--version"], { env, timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

function environment(own: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), ...own };
}
