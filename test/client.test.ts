import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openPageAssets } from "#platform/web/assets.ts";
import { browser } from "./browser.ts";
import { sheetServer } from "./sheet-server.tsx";

const chrome = browser();
const made = sheetServer();

const phone = () => chrome.page({ width: 390, baseURL: made.baseURL });
const desk = () => chrome.page({ baseURL: made.baseURL });

test("a public page loads at most 20 kB of script and style, compressed either way, and no htmx", () => {
  const { styles, scripts } = openPageAssets(made.folder)("public");
  const files = [...styles, ...scripts].map((path) => readFileSync(join(made.folder, path)));
  const size = (compress: (bytes: Buffer) => Buffer) => files.reduce((sum, bytes) => sum + compress(bytes).length, 0);

  expect(files.length).toBe(2);
  expect(size((bytes) => brotliCompressSync(bytes))).toBeLessThanOrEqual(20_000);
  expect(size((bytes) => gzipSync(bytes))).toBeLessThanOrEqual(20_000);
  expect(files.map(String).join("\n")).not.toMatch(/htmx/);
});

test("pages behind a sign-in load htmx, and everything a public page does", () => {
  const assets = openPageAssets(made.folder);
  expect(assets("work").scripts).toEqual(expect.arrayContaining([...assets("public").scripts]));
  const scripts = assets("work").scripts.map((path) => readFileSync(join(made.folder, path), "utf8"));
  expect(scripts.join("\n")).toMatch(/htmx/);
});

test("every kind of page asks early for both fonts, and every file it names is there", async () => {
  const assets = openPageAssets(made.folder);
  for (const kind of ["public", "work"] as const) {
    const { styles, scripts, fonts, icon, touchIcon, manifest } = assets(kind);
    expect(fonts.length).toBe(2);
    for (const path of [...styles, ...scripts, ...fonts, icon, touchIcon, manifest]) {
      const { status } = await fetch(made.baseURL + path);
      expect({ path, status }).toEqual({ path, status: 200 });
    }
  }
});

test("a page fetches nothing from anywhere else", async () => {
  const page = await desk();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).origin));
  await page.goto("/invitation");
  expect(new Set(asked)).toEqual(new Set([made.baseURL]));
});

test("a draft is kept on the device, comes back, and can be thrown away", async () => {
  const page = await desk();
  await page.goto("/application");
  await page.getByLabel("Namn").fill("Åsa Öberg");
  await page.getByLabel("Förskola eller skola").check();
  await page.getByLabel("6–12 år").check();
  await page.getByLabel("Kommun").selectOption("0305");
  await expect.poll(() => page.evaluate("localStorage.getItem('draft:application')")).toMatch(/Åsa Öberg/);

  await page.reload();
  expect(await page.getByLabel("Namn").inputValue()).toBe("Åsa Öberg");
  expect(await page.getByLabel("Förskola eller skola").isChecked()).toBe(true);
  expect(await page.getByLabel("6–12 år").isChecked()).toBe(true);
  expect(await page.getByLabel("0–5 år").isChecked()).toBe(false);
  expect(await page.getByLabel("Kommun").inputValue()).toBe("0305");
  expect(await page.getByRole("status").textContent()).toContain("Vi har fyllt i");

  await page.getByRole("button", { name: "Töm och börja om" }).click();
  expect(await page.getByLabel("Namn").inputValue()).toBe("");
  expect(await page.evaluate("localStorage.length")).toBe(0);
});

test("what must not be kept is not: passwords, and fields that say so", async () => {
  const page = await desk();
  await page.goto("/application");
  await page.getByLabel("Lösenord").fill("hemligt-ord");
  await page.getByLabel("Specialkost").fill("gluten");
  await page.getByLabel("Namn").fill("Åsa");
  await expect.poll(() => page.evaluate("localStorage.getItem('draft:application')")).toMatch(/Åsa/);
  const kept = await page.evaluate("localStorage.getItem('draft:application')");
  expect(kept).not.toMatch(/hemligt|gluten/);
});

test("a draft is thrown away when the form has come in, and when it has lain for a month", async () => {
  const page = await desk();
  await page.goto("/application");
  const monthAgo = Date.now() - 31 * 24 * 60 * 60 * 1000;
  const draft = (at: number) => JSON.stringify({ at, values: [["name", "Bo"]] });
  await page.evaluate(([text]) => localStorage.setItem("draft:application", text), [draft(monthAgo)] as const);
  await page.reload();
  expect(await page.getByLabel("Namn").inputValue()).toBe("");

  await page.evaluate(([text]) => localStorage.setItem("draft:sheet", text), [draft(Date.now())] as const);
  await page.goto("/work");
  expect(await page.evaluate("localStorage.length")).toBe(0);
});

test("a form drawn again with problems keeps what was sent, not an older draft", async () => {
  const page = await desk();
  await page.goto("/application");
  const older = JSON.stringify({ at: Date.now(), values: [["name", "Gammal"]] });
  await page.evaluate(([text]) => localStorage.setItem("draft:sheet", text), [older] as const);
  await page.goto("/form");
  expect(await page.getByLabel("Namn").inputValue()).toBe("Nils Berg");
  expect(await page.evaluate("localStorage.getItem('draft:sheet')")).toMatch(/Nils Berg/);
});

test("a form is sent once however often it is pressed, and can be sent again after going back", async () => {
  const page = await desk();
  let sent = 0;
  await page.route("**/anmalan", async (route) => {
    sent += 1;
    await new Promise((later) => setTimeout(later, 300));
    await route.continue();
  });
  await page.goto("/application");
  const button = page.getByRole("button", { name: "Skicka anmälan" });
  await button.dblclick();
  await page.getByRole("heading", { name: "Tack" }).waitFor();
  expect(sent).toBe(1);

  await page.goBack();
  await button.click();
  await page.getByRole("heading", { name: "Tack" }).waitFor();
  expect(sent).toBe(2);
});

test("a form that was not accepted opens at the list of what to correct, which leads to the fields", async () => {
  const page = await desk();
  await page.goto("/form");
  expect(await page.evaluate("document.activeElement?.matches('.ds-error-summary')")).toBe(true);
  expect(await page.title()).toMatch(/^Fel: /);
  await page.getByRole("link", { name: "Välj vad du arbetar med." }).click();
  expect(await page.evaluate("document.activeElement?.getAttribute('name')")).toBe("sector");
  expect(await page.getByLabel("E-post").getAttribute("aria-invalid")).toBe("true");
});

test("a long text is counted, seen at once and heard at the pause", async () => {
  const page = await desk();
  await page.goto("/application");
  const counter = page.locator("text-counter");
  expect(await counter.textContent()).toBe("Högst 20 tecken.");
  await page.getByLabel("Varför vill du vara med?").fill("a".repeat(23));
  expect(await counter.locator("[aria-hidden]").textContent()).toBe("3 tecken för mycket");
  await expect.poll(() => counter.locator("[aria-live]").textContent(), { timeout: 3000 }).toBe("3 tecken för mycket");
});

test("the menu opens from its button on a phone, with and without script, and stands open at the desk", async () => {
  for (const javaScript of [true, false]) {
    const page = await chrome.page({ width: 390, baseURL: made.baseURL, javaScript });
    await page.goto("/today");
    const way = page.getByRole("link", { name: "Kunskap" });
    expect(await way.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Meny", exact: true }).click();
    expect(await way.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await way.isVisible()).toBe(false);
  }
  const page = await desk();
  await page.goto("/today");
  expect(await page.getByRole("link", { name: "Kunskap" }).isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: "Meny", exact: true }).isVisible()).toBe(false);
});

test("asking before something that cannot be taken back needs no script", async () => {
  const page = await chrome.page({ baseURL: made.baseURL, javaScript: false });
  await page.goto("/work");
  const dialog = page.getByRole("dialog", { name: "Ställa in omgången?" });
  expect(await dialog.isVisible()).toBe(false);
  await page.getByRole("button", { name: "Ställ in", exact: true }).click();
  expect(await dialog.isVisible()).toBe(true);
  await dialog.getByRole("button", { name: "Avbryt" }).click();
  expect(await dialog.isVisible()).toBe(false);
});

test("a filter behind a sign-in changes the list without leaving the page, and its address with it", async () => {
  const page = await desk();
  await page.goto("/work");
  await page.getByLabel("Läge").selectOption("waiting");
  await page.getByText("Sökte waiting").waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Tidiga samordnade insatser");
  expect(page.url()).toContain("/anmalda?");
  expect(page.url()).toContain("state=waiting");
});

test("the way to the content is the first stop on the keyboard, and is seen there", async () => {
  const page = await phone();
  await page.goto("/invitation");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Hoppa till innehållet" });
  expect(await skip.evaluate((link) => document.activeElement === link)).toBe(true);
  expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement?.tagName")).toBe("MAIN");
});

test("the places and the main step stand before the story on a phone", async () => {
  const page = await phone();
  await page.goto("/invitation");
  const top = async (name: string) =>
    (await page.getByText(name, { exact: true }).first().boundingBox())?.y ?? Number.NaN;
  expect(await top("Anmäl dig")).toBeLessThan(await top("Det här får du med dig"));
});

test("on paper the ways and buttons are left out, and the words stay", async () => {
  const page = await desk();
  await page.goto("/invitation");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("link", { name: "Anmäl dig" }).isVisible()).toBe(false);
  expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
  expect(await page.getByText("3 platser kvar").isVisible()).toBe(true);
});
