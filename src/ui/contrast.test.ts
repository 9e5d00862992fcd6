import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const tokens = readFileSync(join(root, "client", "styles", "tokens.css"), "utf8");

type Palette = ReadonlyMap<string, string>;

/** The colours that a rule of the token file sets, by the words of the media query it stands in. */
function coloursUnder(query: string): Palette {
  const start = query === "" ? tokens.indexOf(":root {") : tokens.indexOf(`@media ${query} {`);
  expect(start, `tokens.css sets colours for "${query}"`).toBeGreaterThanOrEqual(0);
  const block = tokens.slice(tokens.indexOf(":root {", start), tokens.indexOf("}", tokens.indexOf(":root {", start)));
  return new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", colour = ""]) => [name, colour]),
  );
}

const palettes = {
  light: coloursUnder(""),
  dark: coloursUnder("(prefers-color-scheme: dark)"),
  "light, more contrast": coloursUnder("(prefers-contrast: more)"),
  "dark, more contrast": coloursUnder("(prefers-contrast: more) and (prefers-color-scheme: dark)"),
};

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const surfaces = ["paper", "sheet"];

/** Text, and what it stands on. */
const written: [string, readonly string[]][] = [
  ["ink", [...surfaces, "pine-soft", "open-soft", "error-soft"]],
  ["ink-soft", [...surfaces, "pine-soft", "open-soft"]],
  ["pine", [...surfaces, "pine-soft", "open-soft"]],
  ["pine-deep", [...surfaces, "pine-soft"]],
  ["on-pine", ["pine", "pine-deep"]],
  ["on-ground", ["ground"]],
  ["open", [...surfaces, "open-soft"]],
  ["error", [...surfaces, "error-soft"]],
  ["research", [...surfaces, "research-soft"]],
  ["profession", [...surfaces, "profession-soft"]],
  ["user", [...surfaces, "user-soft"]],
  // A button for what cannot be taken back, and the same under the pointer.
  ["sheet", ["error", "ink"]],
];

/** Lines and shapes that carry a meaning, and what they stand on. */
const drawn: [string, readonly string[]][] = [
  ["line-firm", surfaces],
  ["pine", [...surfaces, "pine-soft"]],
  ["open", [...surfaces, "open-soft"]],
  ["focus", surfaces],
  ["on-ground", ["ground"]],
];

const pairs = (table: typeof written) =>
  table.flatMap(([over, unders]) => unders.map((under) => [over, under] as const));

function contrastIn(palette: Palette, over: string, under: string): number {
  const [one, other] = [palette.get(over), palette.get(under)];
  if (!one || !other) throw new Error(`No colour called ${one ? under : over}`);
  return contrast(one, other);
}

describe.each(Object.entries(palettes))("the colours in %s", (name, palette) => {
  const least = name.includes("more contrast") ? 7 : 4.5;

  test.each(pairs(written))(`%s can be read on %s, at least ${least} to 1`, (over, under) => {
    expect(contrastIn(palette, over, under)).toBeGreaterThanOrEqual(least);
  });

  test.each(pairs(drawn))("%s can be told from %s, at least 3 to 1", (over, under) => {
    expect(contrastIn(palette, over, under)).toBeGreaterThanOrEqual(3);
  });

  test("every colour of the light page has a value of its own here", () => {
    expect([...palette.keys()].toSorted()).toEqual([...palettes.light.keys()].toSorted());
  });
});

test("contrast is reckoned as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrast("#b84f24", "#fbece4"), "clay on the first tint of it, which was too dark").toBeLessThan(4.5);
});

test("the browser's own bar has the colour of the paper", () => {
  const frame = readFileSync(join(root, "src", "ui", "frame.tsx"), "utf8");
  const manifest = readFileSync(join(root, "client", "static", "app.webmanifest"), "utf8");
  expect(frame).toContain(`light: "${palettes.light.get("paper")}", dark: "${palettes.dark.get("paper")}"`);
  expect(manifest).toContain(`"theme_color": "${palettes.light.get("paper")}"`);
});
