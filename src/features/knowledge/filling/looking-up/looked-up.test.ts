import { describe, expect, test } from "vitest";
import { lookedUp } from "#features/knowledge/filling/looking-up/queries.ts";
import { outsideOf } from "#platform/outside/ask-outside.ts";
import { pagesOutside } from "../../../../../test/pages-outside.ts";

const outside = outsideOf({ baseUrl: "http://localhost", operatorContact: undefined, innerHosts: ["127.0.0.1"] });

describe("what is pasted", () => {
  test("is read where it leads: title, source, year and licence, without being changed anywhere", async () => {
    const { at } = await pagesOutside();
    const page = await lookedUp(at("/rapport"), { outside });
    expect(page.found?.reference).toMatchObject({
      title: "Barn får höras",
      source: "FoU Länet",
      year: 2023,
      licence: "CC BY 4.0",
    });
    const doi = await lookedUp("10.5555/abc", { outside, resolver: at("/doi/") });
    expect(doi.found).toMatchObject({
      reference: { title: "En studie", doi: "10.5555/abc", link: "https://doi.org/10.5555/abc", year: 2022 },
      citation: { type: "article-journal", volume: "4" },
    });
    expect((await lookedUp(at("/latin"), { outside })).found?.reference.title).toBe("Äldre på landsbygden");
  });

  test.each([
    ["/saknas", "not_found"],
    ["/fel", "answered_badly"],
    ["/fil.pdf", "no_page"],
    ["/tom", "no_title"],
    ["/stor", "too_large"],
    ["/runt", "too_many_redirects"],
    ["/inat", "inner_address"],
  ])("%s is told as %s, and what is known is kept to go on from by hand", async (path, problem) => {
    const { at } = await pagesOutside();
    expect(await lookedUp(at(path), { outside })).toMatchObject({ problem, known: { link: at(path), title: null } });
  });

  test("that leads inside is not asked", async () => {
    const guarded = outsideOf({ baseUrl: "http://localhost", operatorContact: undefined, innerHosts: [] });
    const { at, asked } = await pagesOutside();
    expect(await lookedUp(at("/rapport"), { outside: guarded })).toMatchObject({ problem: "inner_address" });
    expect(asked()).toBe(0);
  });
});
