import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint, isBuilt } from "../bin/built.js";

const temporary = join(import.meta.dirname, "..", ".tmp");
let root: string;

function write(path: string, text: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  mkdirSync(temporary, { recursive: true });
  root = mkdtempSync(join(temporary, "build-"));
  write("src/kernel/clock.ts", "export const now = 1;");
  write("client/styles/public.css", "p {}");
  write("package.json", "{}");
});

afterEach(() => rmSync(root, { recursive: true }));

test("a build is of exactly the sources it was made from", () => {
  expect(isBuilt(root)).toBe(false);
  write("dist/stamp", fingerprint(root));
  expect(isBuilt(root)).toBe(true);
});

test.each([
  ["a changed source", () => write("src/kernel/clock.ts", "export const now = 2;")],
  ["a new source", () => write("src/kernel/actor.ts", "")],
  ["a lost source", () => rmSync(join(root, "src/kernel/clock.ts"))],
  ["a changed style", () => write("client/styles/public.css", "p { margin: 0 }")],
  ["another version", () => write("package.json", `{ "version": "2.0.0" }`)],
])("%s makes it stale", (_, change) => {
  write("dist/stamp", fingerprint(root));
  change();
  expect(isBuilt(root)).toBe(false);
});

test("a changed test, migration or page of documentation does not", () => {
  write("dist/stamp", fingerprint(root));
  write("src/kernel/clock.test.ts", "test");
  write("migrations/2026-11-20-platform.sql", "select 1");
  write("README.md", "#");
  expect(isBuilt(root)).toBe(true);
});
