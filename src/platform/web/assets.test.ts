import { expect, test } from "vitest";
import { assetsOf, openPageAssets } from "#platform/web/assets.ts";

const font = "assets/serif-1.woff2";
const manifest = {
  "client/public.ts": { file: "assets/public-1.js" },
  "client/work.ts": { file: "assets/work-1.js" },
  "client/styles/public.css": { file: "assets/public-1.css", assets: [font, "assets/picture-1.svg"] },
  "client/styles/work.css": { file: "assets/work-1.css", assets: [font] },
};

test("a public page loads its own style and script and nothing else", () => {
  const { styles, scripts, fonts } = assetsOf(manifest, "public");
  expect({ styles, scripts, fonts }).toEqual({
    styles: ["/assets/public-1.css"],
    scripts: ["/assets/public-1.js"],
    fonts: [`/${font}`],
  });
});

test("a page behind a sign-in loads one style, and the public script before its own", () => {
  const { styles, scripts } = assetsOf(manifest, "work");
  expect({ styles, scripts }).toEqual({
    styles: ["/assets/work-1.css"],
    scripts: ["/assets/public-1.js", "/assets/work-1.js"],
  });
});

test("a build that lacks something stops the start in one sentence that says what to do", () => {
  expect(() => assetsOf({}, "public")).toThrow("The client's build lacks client/styles/public.css. Run npm run build.");
  expect(() => openPageAssets("no/such/folder")).toThrow(/There is no build of the client in .* Run npm run build\./);
});
