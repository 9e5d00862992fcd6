import { expect, test } from "vitest";
import { isDecided, retention, retentionKinds } from "#features/privacy/retention.ts";
import { eraseWhatIsDue } from "../../../due-deletions.ts";
import { given } from "../../../../test/given.ts";
import { testWeb } from "../../../../test/web.ts";

const now = () => Temporal.Instant.from("2027-06-07T10:00:00Z");
const { app, db, ownerDb, signedIn } = await testWeb(now);
const { someone, organisation, person } = given(ownerDb);

/** The days as the page writes them. */
const span = (days: number) =>
  days === 0 ? "Tills" : days % 365 === 0 ? `${days / 365} år` : `${days} ${days === 1 ? "dag" : "dagar"}`;

test("the page says of every kind how long it is kept, as the jobs have it (R011)", async () => {
  const html = await (await app.request("/personuppgifter")).text();
  for (const kind of retentionKinds) {
    const [, from = ""] = html.split(`id="${kind}"`);
    const part = from.slice(0, from.indexOf("</section>"));
    const promised = isDecided(kind)
      ? "Tills den som ordnar cirkeln eller håller i gruppen har beslutat[^<]* Förslaget är "
      : "";
    expect(part, kind).toMatch(new RegExp(`Hur länge</dt><dd>${promised}${span(retention[kind].days)} `, "u"));
    for (const term of ["Vad", "Varför", "Lagstöd", "Vem ser det"]) expect(part, kind).toContain(`<dt>${term}</dt>`);
  }
});

test("those who answer for personal data see what was erased and what comes, in counts alone", async () => {
  const unit = await organisation();
  const officer = await someone("dataProtectionOfficer", { organisation: unit }, { name: "Disa Ombud" });
  // Signed in each time: what has expired by the test's clock is erased, and sessions live by the real one.
  const page = async () => {
    const cookie = await signedIn(officer.personId);
    return (await app.request("/drift/gallring", { headers: { cookie } })).text();
  };
  expect(await page()).toContain("Har inte gåtts igenom ännu");

  const old = now().subtract({ hours: 24 * 800 });
  await person({ name: "Elsa Bortglömd", email: "elsa@example.se", created_at: old, updated_at: old });
  const soon = now().subtract({ hours: 24 * 710 });
  await person({ name: "Bo Snart", created_at: soon, updated_at: soon });
  await eraseWhatIsDue(db, now);

  const html = await page();
  const row = html.slice(html.indexOf(`/personuppgifter#person"`), html.indexOf("/personuppgifter#signIn"));
  expect([...row.matchAll(/class="numeric"[^>]*>(\d+)/gu)].map(([, count]) => count)).toEqual(["1", "1"]);
  expect(html).toContain("Senast genomgånget");
  expect(html).not.toMatch(/Elsa Bortglömd|Bo Snart/u);
});

test("others do not see it", async () => {
  const participant = await someone("participant", { organisation: await organisation() });
  const cookie = await signedIn(participant.personId);
  expect((await app.request("/drift/gallring", { headers: { cookie } })).status).toBe(403);
});
