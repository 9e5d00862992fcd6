import fc from "fast-check";
import { expect, test } from "vitest";
import { freeSlug, slugOf } from "#kernel/slug.ts";

test.each([
  { text: "Västra Götalandsregionen", slug: "vastra-gotalandsregionen" },
  { text: "  Barns delaktighet – när det är svårt!", slug: "barns-delaktighet-nar-det-ar-svart" },
  { text: "Ærø & Ø", slug: "aro-o" },
  { text: "研究", slug: "" },
])("$text becomes $slug", ({ text, slug }) => {
  expect(slugOf(text)).toBe(slug);
});

test("a long text is cut at a word", () => {
  expect(slugOf("Systematisk uppföljning i individ- och familjeomsorgen", 25)).toBe("systematisk-uppfoljning-i");
});

test("whatever the text, the address holds letters, digits and single hyphens between them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(slugOf(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/u);
    }),
  );
});

test("a taken address gets the first free number", () => {
  expect(freeSlug("habo", new Set())).toBe("habo");
  expect(freeSlug("habo", new Set(["habo", "habo-2"]))).toBe("habo-3");
});
