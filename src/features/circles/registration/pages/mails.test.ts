import { describe, expect, test } from "vitest";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const stage = await registrationStage();
const { given, circle, organiser, few } = stage;
const leader = await stage.cookieOf("developmentLeader");
const readAs = (path: string, cookie = leader) => stage.read(path, cookie);
const asking = () => given.published(organiser, { manager_consultation: "confirmed", ...few(2) });
const withManager = (over = {}) => ({ managerEmail: "bo.lind@example.se", ...over });

describe("the mails", () => {
  test("every mail the round can send can be read before, and no real name is in them", async () => {
    const round = await asking();
    await circle.confirmed(round.id, withManager({ name: "Hemlige Harald" }));
    const { page } = await readAs(`/planera/${round.slug}/utskick`);
    const links = [...page.matchAll(/href="(\/planera\/[^"]+\/utskick\/[^"]+)"/g)].map(([, href]) => href!);
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      const shown = await readAs(link);
      expect(shown.status).toBe(200);
      expect(shown.page).toContain(`src="${link}/html"`);
      expect(shown.page).not.toContain("Harald");
    }
  });

  test("a mail's HTML is shown in a frame that can do nothing", async () => {
    const round = await given.published(organiser);
    const { headers, page } = await readAs(`/planera/${round.slug}/utskick/applicant-placed/html`);
    expect(headers.get("content-security-policy")).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'",
    );
    expect(page).toContain("Du har en plats");
    expect((await readAs(`/planera/${round.slug}/utskick/applicant-nonsens`)).status).toBe(404);
  });
});
