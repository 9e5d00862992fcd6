import { beforeAll, expect, test } from "vitest";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { createAccount } from "#features/organisations/people/commands.ts";
import { systemClock } from "#kernel/clock.ts";
import { sealAudit } from "#platform/audit/sealer.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import { post } from "#platform/mail/mail.ts";
import { browser, expectAccessible, expectFits, expectValidHtml } from "../../../test/browser.ts";
import { testWeb } from "../../../test/web.ts";

const { db, ownerDb, url, signedIn, translate } = await testWeb();
const chrome = browser();
let cookies: { name: string; value: string; url: string }[] = [];
let mailId: string | undefined;

beforeAll(async () => {
  const account = { name: "Alva Lind", email: "alva@example.se", role: "administrator" as const };
  const { personId } = await createAccount(db, machineOwner, systemClock, account);
  const [name = "", value = ""] = (await signedIn(personId)).split("=");
  cookies = [{ name, value, url }];
  const letter = composeMail({
    t: translate.sv,
    to: "bo@example.se",
    subject: "Din plats",
    body: "Du har fått en plats.",
  });
  mailId = await post(db, letter);
  await ownerDb
    .updateTable("mail")
    .set({ state: "failed", settled_at: systemClock(), problem: "550 No such user here" })
    .execute();
  await sealAudit(db);
});

test.each(["/drift", "/drift/utkorg", "MAIL", "/drift/arbete", "/drift/spar", "/drift/spar/kedjan?sigill=abc"])(
  "%s follows the standard, and can be read by everyone, at every width",
  async (path) => {
    const page = await chrome.page({ baseURL: url, cookies });
    const answer = await page.goto(path === "MAIL" ? `/drift/utkorg/${mailId}` : path);
    await expectValidHtml((await answer?.text()) ?? "");
    await expectAccessible(page);
    await expectFits(page);
  },
);

test("how a mail looks is seen in a frame of its own, without a fault", async () => {
  const page = await chrome.page({ baseURL: url, cookies });
  await page.goto(`/drift/utkorg/${mailId}`);
  await page.getByText("Så ser det ut").click();
  const letter = page.frameLocator("iframe");
  await expect.poll(() => letter.locator("body").textContent()).toContain("Du har fått en plats.");
});
