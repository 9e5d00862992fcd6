import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogues } from "../../../catalogues.ts";
import { sv } from "#features/operations/deeds/messages.sv.ts";

/** Names in commands that look like deeds and are neither words nor jobs. Those put together while running are not found. */
function deedsInCommands(): string[] {
  const commands = globSync("src/**/*commands.ts").map((file) => readFileSync(file, "utf8"));
  const names = commands.flatMap((source) =>
    [
      ...source.matchAll(
        /(?<!new Refusal\("[a-z_]+", |job\(\s*)"((?:circles|organisations|platform|privacy|sign_in|site)\.[a-z_]+)"/g,
      ),
    ].flatMap(([, name]) => name ?? []),
  );
  return [...new Set(names)].filter((name) => !Object.hasOwn(catalogues.sv, name));
}

test("every deed that is written down has words for those who read the trail", () => {
  const deeds = deedsInCommands();
  expect(deeds.length).toBeGreaterThan(80);
  expect(deeds.filter((deed) => !Object.hasOwn(sv, `deed.${deed}`))).toEqual([]);
});
