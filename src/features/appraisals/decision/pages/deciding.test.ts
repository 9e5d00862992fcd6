import { describe, expect, test } from "vitest";
import { decisionsOf } from "#features/appraisals/decision/queries.ts";
import { givenAppraisals } from "../../../../../test/given-appraisals.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given } from "../../../../../test/given.ts";
import { visitor } from "../../../../../test/visitor.ts";
import { testWeb } from "../../../../../test/web.ts";

const now = noon("2027-03-18");
const { app, url, ownerDb, signedIn } = await testWeb(now);
const { organisation, person, role } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const unit = await organisation({ name: "Familjeenheten" });
const [nils, eva] = [await person({ name: "Nils Berg" }), await person({ name: "Eva Lund" })];
await role(nils, "unitManager", { organisation: unit });
const manager = visitor(app, url, await signedIn(nils));

const proposed = (authors = [eva]) =>
  appraisals.appraisal(unit, { state: "proposed", decider_id: nils }, { authors, isSought: true });
const pilot = {
  decision: "pilot",
  reason: "Källorna talar för",
  pilotWhat: "Nätverksmöten",
  pilotWhom: "Två handläggare",
  pilotUntil: "2027-09-18",
  expectedEffect: "Färre placeringar",
  expectedBy: "2027-09-18",
  measuredHow: "Före och efter",
  stopWhen: "Fler än tre avhopp",
  decideAgainOn: "2027-10-15",
};

describe("the way to a decision", () => {
  test("asks first what is decided, and then only for what that needs", async () => {
    const { slug } = await proposed();
    const address = `/metodbedomning/${slug}/beslut/besluta`;
    const first = await (await manager.open(address)).text();
    for (const choice of ["pilot", "broad", "no", "wait"]) expect(first).toContain(`${address}?val=${choice}`);
    const no = await (await manager.open(`${address}?val=no`)).text();
    expect(no).toContain('name="reason"');
    for (const field of ["expectedEffect", "pilotWhat", "decideAgainOn"]) expect(no).not.toContain(`name="${field}"`);
    const tried = await (await manager.open(`${address}?val=pilot`)).text();
    for (const field of ["expectedEffect", "stopWhen", "pilotWhat", "decideAgainOn"])
      expect(tried).toContain(`name="${field}"`);
  });

  test("gives back everything that was typed when the expected effect is missing, and says so at its field", async () => {
    const { id, slug } = await proposed();
    const refused = await manager.send(`/metodbedomning/${slug}/beslut/besluta`, { ...pilot, expectedEffect: "" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("Skriv vad som väntas, annars går det inte att se om det blev så");
    expect(page).toContain('href="#f-expectedEffect"');
    expect(page).toContain("Fler än tre avhopp");
    expect(await decisionsOf(ownerDb, id)).toEqual([]);
  });

  test("warns whoever decides on what they wrote alone, and shows it afterwards", async () => {
    const { slug } = await proposed([nils]);
    const warned = await (await manager.open(`/metodbedomning/${slug}/beslut/besluta?val=pilot`)).text();
    expect(warned).toContain("Du är den enda som har skrivit, och du beslutar");
    const sent = await manager.send(`/metodbedomning/${slug}/beslut/besluta`, pilot);
    expect(sent.status).toBe(303);
    const shown = await (await manager.open(sent.headers.get("location") ?? "")).text();
    expect(shown).toContain("Skrivet och beslutat av samma person");
    const together = await proposed();
    const page = await (await manager.open(`/metodbedomning/${together.slug}/beslut/besluta?val=pilot`)).text();
    expect(page).not.toContain("Du är den enda som har skrivit");
  });
});
