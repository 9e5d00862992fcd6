import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type FileKey, openFiles } from "#platform/files/files.ts";

const folder = mkdtempSync(join(tmpdir(), "files-"));
const files = openFiles(folder);
const bytes = new TextEncoder().encode("Inbjudan till forskningscirkel i Ånge");
afterAll(() => rmSync(folder, { recursive: true }));

test("a file is read back as it was kept, byte for byte, and kept once", async () => {
  const key = await files.keep(bytes);
  expect(await files.keep(bytes)).toBe(key);
  expect(Buffer.from((await files.read(key))!).equals(Buffer.from(bytes))).toBe(true);
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(key))).toHaveLength(1);
});

test("a forgotten file is gone, and forgetting it again changes nothing", async () => {
  const key = await files.keep(new Uint8Array([1, 2, 3]));
  await files.forget(key);
  await files.forget(key);
  expect(await files.read(key)).toBeUndefined();
});

test("every file that is kept is told, and nothing else that lies there", async () => {
  expect(await openFiles(join(folder, "new")).keys()).toEqual([]);
  const key = await files.keep(bytes);
  mkdirSync(join(folder, "files", "drafts"), { recursive: true });
  writeFileSync(join(folder, "files", "drafts", "half"), "half");
  expect(await files.keys()).toEqual([key]);
});

test("nothing but a key opens a file", async () => {
  await expect(files.read("../../etc/passwd" as FileKey)).rejects.toThrow("not the key");
});
