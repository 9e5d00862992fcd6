import { test } from "vitest";
import { testWeb } from "../../../../test/web.ts";
import { browser, expectAccessible, expectFits, expectValidHtml, pictures } from "../../../../test/browser.ts";
import { systemClock } from "#kernel/clock.ts";
import { loadOrganisationDemo } from "#features/organisations/demo.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";
import { loadBodyDemo } from "#features/meetings/body/demo.ts";
import { addRepresentation, reportBack } from "#features/meetings/representation/commands.ts";
import { restBody, addBody } from "#features/meetings/body/commands.ts";
import { endHolding } from "#features/meetings/body/seats/commands.ts";
import { NewBody, Rest } from "#features/meetings/body/charter.ts";
import { NewRepresentation, Report } from "#features/meetings/representation/representation.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { nobody } from "#kernel/actor.ts";

const { db, ownerDb, url, signedIn } = await testWeb();
const chrome = browser();

test("look", { timeout: 600_000 }, async () => {
  await loadReferenceData(db);
  const ground = await loadOrganisationDemo(db, systemClock);
  const { families, disability, heads } = await loadBodyDemo(db, ground, systemClock);
  const { organisationId, planner, leader } = ground;
  const extra = await addBody(
    db,
    planner,
    systemClock,
    NewBody.parse({ kind: "council", name: "Kunskapsutvecklingsrådet", organisationId }),
  );
  await restBody(db, planner, systemClock, extra.id, Rest.parse({ reason: "Väntar på nytt avtal" }));
  const m = givenMeetings(ownerDb);
  await m.matter(families.id, { state: "referred", referred_to: heads.id });
  await m.matter(disability.id, { state: "referred", referred_to: heads.id });
  await m.matter(heads.id, { state: "referred", referred_to: disability.id });
  const said = {
    name: "Maja Ek",
    email: leader.email,
    organisationId,
    keptBy: organisationId,
    level: "national" as const,
  };
  const { id } = await addRepresentation(
    db,
    planner,
    systemClock,
    NewRepresentation.parse({
      ...said,
      place: "Nationella gruppen för kunskapsstyrning",
      mandate: "Bevakar länets behov.",
    }),
  );
  await addRepresentation(
    db,
    planner,
    systemClock,
    NewRepresentation.parse({
      ...said,
      name: "Karin Borg",
      email: "karin.borg@example.se",
      bodyId: heads.id,
      level: "regional",
    }),
  );
  await reportBack(
    db,
    { ...nobody, personId: leader.id, via: "session" },
    systemClock,
    id,
    Report.parse({ text: "Gruppen enades om ett frågebatteri.\n\nHemma betyder det att vi samlar svar i mars." }),
  );
  const holding = await ownerDb
    .selectFrom("body_seat_holding as h")
    .innerJoin("person as p", "p.id", "h.person_id")
    .where("p.name", "=", "Jonas Wik")
    .select("h.id")
    .executeTakeFirstOrThrow();
  await endHolding(db, planner, systemClock, holding.id, {
    lastDay: Temporal.Now.plainDateISO().subtract({ days: 20 }),
  });
  const seat = await ownerDb
    .selectFrom("body_seat")
    .where("kind", "=", "userRepresentative")
    .select("id")
    .executeTakeFirstOrThrow();
  const [name = "", value = ""] = (await signedIn(leader.id)).split("=");
  const page = await chrome.page({ baseURL: url, cookies: [{ name, value: decodeURIComponent(value), url }] });
  const wrong: string[] = [];
  for (const [called, address] of [
    ["list", "/grupper"],
    ["body", `/grupper/${families.slug}`],
    ["relations", "/grupper/samband"],
    ["seat", `/grupper/${families.slug}/plats/${seat.id}`],
    ["new", "/grupper/ny"],
    ["tasks", `/grupper/${families.slug}/uppgifter`],
    ["newseat", `/grupper/${families.slug}/plats/ny`],
    ["person", `/grupper/${families.slug}/plats/${seat.id}/person`],
    ["members", `/grupper/${families.slug}/medlemmar`],
    ["rep", "/foretradare"],
    ["rep1", `/foretradare/${id}`],
    ["repnew", `/foretradare/ny`],
  ] as const) {
    const response = await page.goto(address);
    if (response?.status() !== 200) {
      wrong.push(`${address} ${response?.status()}`);
      continue;
    }
    try {
      await expectValidHtml(await response.text());
      await expectAccessible(page);
      await expectFits(page);
    } catch (error) {
      wrong.push(`${address}: ${(error as Error).message.slice(0, 900)}`);
    }
    await pictures(page, `bodies-${called}`);
  }
  console.log(wrong.join("\n---\n"));
});
