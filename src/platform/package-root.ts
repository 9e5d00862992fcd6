import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json and migrations/: the same from the source tree and from the build in dist/. */
export const packageRoot = above(dirname(fileURLToPath(import.meta.url)));

/** Which release this is. */
export const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string };

function above(folder: string): string {
  if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "migrations"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("package.json and migrations/ stand in no folder above the program.");
  return above(parent);
}
