// Plain JavaScript, because every start reads it: taking the types out of TypeScript costs 14 MB in the server's process.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** What the built product is made of. A change in any of these makes the build stale. */
const sources = ["src", "client", "package.json", "package-lock.json", "vite.config.ts", "vite.server.config.ts"];

const notBuilt = /\.test\.tsx?$/;

/**
 * One short text for the content of everything that goes into the build; the same content gives the same text.
 * @param {string} root the folder of package.json
 */
export function fingerprint(root) {
  const hash = createHash("sha256");
  for (const path of sources.flatMap((source) => filesUnder(join(root, source)))) {
    if (notBuilt.test(path)) continue;
    hash.update(relative(root, path)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex").slice(0, 32);
}

/**
 * Whether dist holds the build of exactly these sources.
 * @param {string} root the folder of package.json
 */
export function isBuilt(root) {
  const stamp = join(root, "dist", "stamp");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(root);
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
