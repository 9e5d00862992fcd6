import { expect, test } from "vitest";
import { checkLinks } from "#features/knowledge/filling/links/commands.ts";
import { newId } from "#kernel/ids.ts";
import { outsideOf } from "#platform/outside/ask-outside.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given } from "../../../../../test/given.ts";
import { pagesOutside } from "../../../../../test/pages-outside.ts";

const { db, ownerDb } = await testDatabase();
const { organisation } = given(ownerDb);
const now = noon("2027-03-18");
const unit = await organisation({ name: "FoU Länet" });
const outside = outsideOf({ baseUrl: "http://localhost", operatorContact: undefined, innerHosts: ["127.0.0.1"] });

async function publishedWith(link: string) {
  const [item_id, id] = [newId<"knowledge_item">(), newId<"knowledge_version">()];
  const at = now();
  await ownerDb
    .insertInto("knowledge_item")
    .values({ id: item_id, slug: item_id, kind: "research", organisation_id: unit, created_at: at })
    .execute();
  await ownerDb
    .insertInto("knowledge_version")
    .values({
      id,
      item_id,
      version_no: 1,
      state: "published",
      title: "Text",
      says: "Säger",
      link,
      written_at: at,
      published_at: at,
    })
    .execute();
  return id;
}

test("links of what is published are asked one at a time, and only what the other end says is broken", async () => {
  const { at, asked } = await pagesOutside();
  const paths = ["/rapport", "/saknas", "/borta", "/fel"];
  const versions = await Promise.all(paths.map((path) => publishedWith(at(path))));
  const ways = { outside, pause: 0, budget: 60_000, most: 10 };
  const states = async () =>
    Promise.all(
      versions.map(async (id) => {
        const row = await ownerDb
          .selectFrom("knowledge_version")
          .where("id", "=", id)
          .select(["link_checked_on as on", "link_is_broken as broken"])
          .executeTakeFirstOrThrow();
        return `${row.on?.toString() ?? "-"} ${row.broken}`;
      }),
    );
  expect(await checkLinks(db, now, ways)).toEqual({ checked: 4, broken: 2 });
  expect(await states()).toEqual(["2027-03-18 false", "2027-03-18 true", "2027-03-18 true", "- false"]);
  const questions = asked();
  // The same night nothing is asked again, and a week later what was broken.
  expect((await checkLinks(db, now, ways)).checked).toBe(0);
  expect(asked()).toBe(questions);
  expect((await checkLinks(db, noon("2027-03-26"), ways)).checked).toBe(2);
});
