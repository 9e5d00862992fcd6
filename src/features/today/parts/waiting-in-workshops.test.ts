import { expect, test } from "vitest";
import { whatWaitsInWorkshops } from "#features/today/parts/waiting-in-workshops.tsx";
import { catalogues } from "#catalogues.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../../test/database.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";
import { givenWorkshops } from "../../../../test/given-workshops.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor } = given(ownerDb);
const workshops = givenWorkshops(ownerDb);
const t = translators(catalogues).sv;
const unit = await organisation({ name: "FoU Länet" });
const [maja, stranger] = [await person(), await person()];

const linesOf = async (who: typeof maja, day: string) => {
  const lines = await whatWaitsInWorkshops(db, await actor(who), noon(day)());
  const words = { t, near: (date: Temporal.PlainDate) => date.toString(), go: (href: string) => href };
  return lines(words).map(({ title, detail, action }) => [title, detail, action]);
};

test("a workshop waits on its day for whoever leads it, with how many questions it has, and for nobody else", async () => {
  const room = await workshops.workshop(unit, { title: "Innan vi inför", held_on: someDay });
  await workshops.question(room.id, "open", "Vad behöver vi veta?");
  await workshops.leader(room.id, maja);
  const done = await workshops.workshop(unit, { state: "closed", held_on: someDay });
  await workshops.leader(done.id, maja);
  const today = someDay.toString();
  expect(await linesOf(maja, today)).toEqual([
    ["Workshop i dag", t("today.workshop_detail", { title: "Innan vi inför", questions: 1 }), `/workshop/${room.slug}`],
  ]);
  expect(await linesOf(stranger, today)).toEqual([]);
  expect(await linesOf(maja, someDay.add({ days: 1 }).toString())).toEqual([]);
});

test("one that nobody closed asks whoever leads it the day after, and not while it goes on", async () => {
  const leads = await person();
  const room = await workshops.workshop(unit, {
    title: "Öppen sedan i går",
    state: "open",
    opened_at: noon(someDay.subtract({ days: 1 }).toString())(),
  });
  await workshops.leader(room.id, leads);
  expect(await linesOf(leads, someDay.toString())).toEqual([
    [
      `En workshop har varit öppen sedan ${someDay.subtract({ days: 1 }).toString()}`,
      "Öppen sedan i går",
      `/workshop/${room.slug}`,
    ],
  ]);
  expect(await linesOf(leads, someDay.subtract({ days: 1 }).toString())).toEqual([]);
});
