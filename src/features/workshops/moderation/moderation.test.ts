import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { givenWorkshops } from "../../../../test/given-workshops.ts";
import { translators } from "#platform/web/translate.ts";
import { csvText } from "#platform/csv/csv-text.ts";
import { hideAnswer, letIn, showAnswer, shutOut } from "#features/workshops/moderation/commands.ts";
import { devicesOf } from "#features/workshops/moderation/queries.ts";
import { resultsFile } from "#features/workshops/results/parts/results-file.ts";
import { resultsOf } from "#features/workshops/results/queries.ts";
import { workshopInside } from "#features/workshops/workshop/queries.ts";
import { catalogues } from "../../../catalogues.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone } = given(ownerDb);
const workshops = givenWorkshops(ownerDb);
const now = noon("2027-03-18");
const unit = await organisation({ name: "FoU Länet" });
const holder = await someone("developmentLeader", { organisation: unit });
const stranger = await someone("developmentLeader", { organisation: await organisation({ name: "FoU Väst" }) });
const t = translators(catalogues).sv;

async function room(over: Parameters<typeof workshops.workshop>[1] = {}) {
  const { id, slug } = await workshops.workshop(unit, { state: "open", ...over });
  const north = await workshops.group(id, "Norr");
  const question = await workshops.question(id, "open", "Vad behöver vi veta?");
  const round = await workshops.round(id, question.id);
  const device = await workshops.device(id, north);
  const say = (text: string) => workshops.answer(id, question.id, { text }, { round, device: device.id, group: north });
  const inside = () => workshopInside(db, holder, slug, someDay);
  const shown = async (withHidden = false) => {
    const [first] = await resultsOf(db, await inside(), { withHidden });
    return first?.rounds[0]?.answers ?? [];
  };
  return { id, slug, question, round, device, north, say, inside, shown };
}

test("a hidden answer goes from what is shown, is kept word for word with the reason, and can be shown again", async () => {
  const { slug, say, shown } = await room();
  const rude = await say("Något fult");
  await say("Vem leder?");
  await hideAnswer(db, holder, now, slug, rude, { reason: "Hör inte hit" });
  expect((await shown()).map(({ text }) => text)).toEqual(["Vem leder?"]);
  expect(await shown(true)).toMatchObject([{ text: "Något fult", isHidden: true, hiddenReason: "Hör inte hit" }, {}]);
  await showAnswer(db, holder, now, slug, rude);
  expect(await shown()).toHaveLength(2);
});

test("a device that is shut out takes its answers with it, and back again save those that were hidden for themselves", async () => {
  const { id, slug, say, shown, device } = await room();
  const rude = await say("Något fult");
  await say("Vem leder?");
  await hideAnswer(db, holder, now, slug, rude, { reason: "Hör inte hit" });
  await shutOut(db, holder, now, slug, device.id);
  expect(await shown()).toEqual([]);
  expect(await devicesOf(db, { id, isAnonymous: false })).toMatchObject([
    { number: 1, group: "Norr", isShutOut: true },
  ]);
  await letIn(db, holder, now, slug, device.id);
  expect((await shown()).map(({ text }) => text)).toEqual(["Vem leder?"]);
});

test("nobody moderates another's workshop, or reaches an answer of it through their own", async () => {
  const { slug, say } = await room();
  const answer = await say("Vem leder?");
  const reason = { reason: "Nej" };
  await expect(hideAnswer(db, stranger, now, slug, answer, reason)).rejects.toMatchObject({ kind: "not_found" });
  const other = await room();
  await expect(hideAnswer(db, holder, now, other.slug, answer, reason)).rejects.toMatchObject({
    code: "moderation.no_such_answer",
  });
});

test("set anonymous, no group stands by an answer, in the list or in the file, nor among the devices", async () => {
  const { id, inside, say, shown } = await room({ is_anonymous: true });
  await say("Vem leder?");
  expect((await shown()).map(({ group }) => group)).toEqual([null]);
  expect((await devicesOf(db, { id, isAnonymous: true })).map(({ group }) => group)).toEqual([null]);
  const results = await resultsOf(db, await inside());
  const file = resultsFile(t, results, true);
  expect(file.columns.map(({ label }) => label)).not.toContain("Grupp");
  expect(JSON.stringify(file)).not.toContain("Norr");
});

test("the file holds each answer with its group, and nothing in it is a formula", async () => {
  const { inside, say } = await room();
  await say('=HYPERLINK("http://example.se")');
  const { columns, rows } = resultsFile(t, await resultsOf(db, await inside()), false);
  expect(columns.map(({ label }) => label)).toEqual(["Fråga", "Slag", "Omgång", "Grupp", "Svar", "Siffra"]);
  expect(rows).toEqual([["Vad behöver vi veta?", "Öppen fråga", 1, "Norr", '=HYPERLINK("http://example.se")', null]]);
  expect(csvText(rows.map((row) => row.map((cell) => String(cell ?? ""))))).toContain(`"'=HYPERLINK(`);
});
