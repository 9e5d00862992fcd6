import { expect, test } from "vitest";
import { commandLine, jsonOf } from "./command-line.ts";
import { given } from "./given.ts";

const { ownerDb, run } = await commandLine();
await given(ownerDb).someone("administrator", {}, { email: "alva@example.se" });
await ownerDb
  .updateTable("role_assignment")
  .set({ valid_from: Temporal.PlainDate.from("2020-01-01") })
  .execute();
const file = ["Namn;Slag", "FoU Länet;FoU-enhet", "Vilse;Klubb"].join("\r\n");
const take = (name: string, ...words: string[]) =>
  run(["organisation", "import", name, "--as", "alva@example.se", ...words], { input: file });
const found = () => ownerDb.selectFrom("organisation").where("name", "=", "FoU Länet").select("id").execute();

test("a file of organisations is looked through and then taken in on the command line", async () => {
  const preview = await take("-", "--preview");
  expect(preview).toMatchObject({ code: 0, err: "" });
  expect(preview.out.trim().split("\n")).toEqual([
    "2\tnew\tFoU Länet",
    expect.stringMatching(/^3\twrong\tVilse\tkind /u),
  ]);
  expect(await found()).toEqual([]);

  expect(jsonOf(await take("-", "--json"))).toEqual({ added: 1, changed: 0, wrong: 1 });
  expect(await found()).toHaveLength(1);
  const again = await take("-");
  expect([again.code, again.err.trim().split("\n").length]).toEqual([1, 1]);
  expect((await take("finns-inte.csv")).err).toContain("finns-inte.csv cannot be read");
});
