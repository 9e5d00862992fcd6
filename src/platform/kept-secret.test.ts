import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { keptSecret } from "#platform/kept-secret.ts";

test("a secret is made once, is long, and is for its owner's eyes only", () => {
  const folder = mkdtempSync(join(tmpdir(), "secret-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));

  const made = keptSecret(join(folder, "data"), "session-secret");
  expect(made).toMatch(/^[\w-]{43}$/);
  expect(keptSecret(join(folder, "data"), "session-secret")).toBe(made);
  expect(keptSecret(join(folder, "data"), "another")).not.toBe(made);
  expect(statSync(join(folder, "data", "session-secret")).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "data"))).toEqual(["another", "session-secret"]);
});
