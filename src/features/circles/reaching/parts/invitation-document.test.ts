import { expect, test } from "vitest";
import { catalogues } from "../../../../catalogues.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { day, givenRounds, noon, time } from "../../../../../test/given-rounds.ts";
import { plainText } from "#platform/documents/plain-text.ts";
import { translators } from "#platform/web/translate.ts";
import { roundAsSeen } from "#features/circles/public/queries.ts";
import { invitationDocument } from "#features/circles/reaching/parts/invitation-document.ts";
import type { RoundId } from "#features/circles/round/round.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const translate = translators(catalogues);
const now = noon("2027-06-07");
const documentOf = async (id: RoundId, language: "sv" | "en" = "sv") =>
  invitationDocument(translate[language], (await roundAsSeen(db, id, now()))!, {
    today: day("2027-06-07"),
    address: "https://cirklar.example.se/cirklar/x",
  });

test("the invitation says what is known, in the order one decides: what for, when, for whom, how", async () => {
  const { id } = await given.published(organiser, { lead: "För dig som möter barn." });
  const document = await documentOf(id);
  expect(document).toMatchObject({
    title: "Tidiga samordnade insatser",
    author: "FoU Länet",
    kicker: "Forskningscirkel · FoU Länet",
  });
  const headings = document.parts.flatMap((part) => (part.kind === "heading" ? [part.text] : []));
  expect(headings).toEqual([
    "Det här får du med dig",
    "Syfte",
    "Problemet i vardagen",
    "Träffarna",
    "Platser och anmälan",
    "Så anmäler du dig",
    "Frågor?",
  ]);
  const text = plainText(document);
  for (const words of [
    "fre 1 oktober: 9.00–13.00 · Plats meddelas",
    "Platser: Cirka 12 platser",
    "Kostnad: ingen",
    "Siv Alm, siv.alm@example.se",
    "Läs mer och anmäl dig på https://cirklar.example.se/cirklar/x",
  ])
    expect(text).toContain(words);
});

test("what nobody knows is left out or told later, and never guessed", async () => {
  const { id } = await given.draft(organiser);
  await given.session(id);
  await given.session(id, { date: day("2027-11-01"), mode: "digital", provisional: true });
  const text = plainText(await documentOf(id));
  expect(text).toContain("Dag meddelas: Plats meddelas");
  expect(text).toContain("mån 1 november: tid meddelas · Digitalt · Preliminärt");
  expect(text).toContain("Tid: meddelas");
  expect(text).not.toMatch(/null|undefined|Syfte|Leds av/u);
});

test("a meeting that is called off is in no invitation", async () => {
  const { id } = await given.published(organiser);
  await given.session(id, { date: day("2027-12-24"), starts: time("09:00"), called_off: true });
  expect(plainText(await documentOf(id))).not.toContain("24 december");
});

test("in English it is English around the organiser's own words", async () => {
  const { id } = await given.published(organiser);
  const document = await documentOf(id, "en");
  expect(document.language).toBe("en");
  const text = plainText(document);
  expect(text).toContain("How to apply");
  expect(text).toContain("Fri 1 October: 09:00–13:00");
  expect(text).toContain("Att samordna tidigare.");
});
