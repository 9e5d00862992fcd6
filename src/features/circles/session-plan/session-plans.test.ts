import { expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import type { RoundId, SessionId } from "#features/circles/round/round.ts";
import { copyRound } from "#features/circles/round/draft/commands.ts";
import { removeSession } from "#features/circles/round/sessions/commands.ts";
import { startNotes } from "#features/circles/notes/commands.ts";
import { notesOf } from "#features/circles/notes/queries.ts";
import { noteHeadings } from "#features/circles/notes/parts/note-headings.ts";
import { arrangeThemes, nameContributors, planSession } from "#features/circles/session-plan/commands.ts";
import { contributorsIn, contributorsOf, planItemsOf, themesOf } from "#features/circles/session-plan/queries.ts";
import {
  ContributorsWish,
  markOf,
  SessionPlanWish,
  themesMark,
  ThemesWish,
} from "#features/circles/session-plan/session-plan.ts";
import type { Translate } from "#kernel/messages.ts";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const unit = await given.organiser();
const planner = await given.planner(unit);
const stranger = await given.planner(await given.organiser());
const now = noon("2027-06-01");

async function circle() {
  const round = await given.published(unit);
  await ownerDb.deleteFrom("session").where("round_id", "=", round.id).execute();
  const first = await given.session(round.id, { date: day("2027-10-01"), theme: "Framgångsfaktorer och hinder" });
  const second = await given.session(round.id, { date: day("2027-11-19") });
  const person_id = await given.person({ name: "Rut Forsén" });
  await given.registration(round.id, { person_id, name: "Rut Forsén" });
  const participant = actorWith([], {}, person_id);
  return { id: round.id, slug: round.slug, first, second, participant };
}

const themes = (...names: string[]) => ThemesWish.parse({ themes: names.map((name) => ({ name })) });
const plan = (over: object) => SessionPlanWish.parse({ themes: [], ...over });
const contributors = (...rows: object[]) => ContributorsWish.parse({ contributors: rows });
const anna = { name: "Anna Berg", role: "jurist", organisation: "Länsstyrelsen", perspective: "law" };
const problemsIn = (parsed: {
  readonly error?: { readonly issues: readonly { readonly path: readonly unknown[] }[] };
}) => parsed.error?.issues.map(({ path }) => path.join("."));

const tables = ["circle_theme", "session_theme", "session_plan_item", "session_contributor", "audit_record"] as const;
const whole = () => Promise.all(tables.map((table) => ownerDb.selectFrom(table).selectAll().execute()));
async function refused(work: () => Promise<unknown>, code: string) {
  const before = await whole();
  await expect(work()).rejects.toMatchObject({ code });
  expect(await whole()).toEqual(before);
}

test("a circle has several themes, and one a meeting goes by already is taken up at it (R105)", async () => {
  const { id, first, second } = await circle();
  await arrangeThemes(db, planner, id, themes("Samordningens utmaningar", "framgångsfaktorer och hinder"));
  const [coordination, factors] = await themesOf(db, id);
  expect([coordination, factors]).toMatchObject([{ sessionIds: [] }, { sessionIds: [first] }]);

  await planSession(db, planner, id, second, plan({ themes: [coordination!.id, factors!.id] }));
  const changed = ThemesWish.parse({
    themes: [
      { id: coordination!.id, name: "Att samordna", place: 2 },
      { name: "Att föra in nya arbetssätt", place: 1 },
    ],
    mark: themesMark(await themesOf(db, id)),
  });
  await arrangeThemes(db, planner, id, changed);
  expect(await themesOf(db, id)).toMatchObject([
    { name: "Att föra in nya arbetssätt", sessionIds: [] },
    { id: coordination!.id, name: "Att samordna", sessionIds: [second] },
  ]);
});

test("the next round of a circle goes through the same themes, and who contributed stays with last time (R001)", async () => {
  const { id, first } = await circle();
  await arrangeThemes(db, planner, id, themes("Framgångsfaktorer och hinder", "Lagen"));
  await nameContributors(db, planner, id, first, contributors(anna));
  const next = await copyRound(db, planner, id);
  const copied = await themesOf(db, next.id);
  expect(copied.map(({ name, sessionIds }) => [name, sessionIds.length])).toEqual([
    ["Framgångsfaktorer och hinder", 1],
    ["Lagen", 0],
  ]);
  expect(await contributorsIn(db, next.id)).toEqual([]);
});

test("two themes may change names with each other, and no two have one", async () => {
  const { id } = await circle();
  await arrangeThemes(db, planner, id, themes("Ett", "Två"));
  const [one, two] = await themesOf(db, id);
  const swapped = ThemesWish.parse({
    themes: [
      { id: one!.id, name: "Två" },
      { id: two!.id, name: "Ett" },
    ],
  });
  await arrangeThemes(db, planner, id, swapped);
  expect((await themesOf(db, id)).map(({ name }) => name)).toEqual(["Två", "Ett"]);
  expect(problemsIn(ThemesWish.safeParse({ themes: [{ name: "Hinder" }, { name: "hinder " }] }))).toEqual([
    "themes.1.name",
  ]);
});

test("a meeting is planned in its order, and its notes begin under the same headings", async () => {
  const { id, slug, first } = await circle();
  const items = [
    { part: "next", heading: "Till nästa gång", place: "3" },
    { part: "sinceLast", heading: "Laget runt", minutes: "20", place: "1" },
    { heading: "Fika", minutes: "15", place: "2", text: "I foajén" },
    { part: "work" },
  ];
  await planSession(db, planner, id, first, plan({ items }));
  expect(await planItemsOf(db, first)).toEqual([
    { part: "sinceLast", heading: "Laget runt", minutes: 20, text: null },
    { part: null, heading: "Fika", minutes: 15, text: "I foajén" },
    { part: "next", heading: "Till nästa gång", minutes: null, text: null },
  ]);
  const t = ((key: string) => key) as unknown as Translate;
  await startNotes(db, planner, { slug, sessionId: first }, noteHeadings(t, await planItemsOf(db, first)));
  expect((await notesOf(db, first, now())).map(({ heading, part }) => [heading, part])).toEqual([
    ["Laget runt", "sinceLast"],
    ["Fika", null],
    ["Till nästa gång", "next"],
  ]);
  expect(noteHeadings(t, []).map(({ part }) => part)).toEqual(["sinceLast", "assignment", "reading", "work", "next"]);
});

test("those who contribute have a perspective, one of ours or in a word of their own (R106)", async () => {
  const { id, first } = await circle();
  const elsa = { name: "Elsa Holm", ownWord: "Rättspsykologi" };
  await nameContributors(db, planner, id, first, contributors(anna, {}, elsa));
  expect(await contributorsOf(db, first)).toEqual([
    { name: "Anna Berg", role: "jurist", organisation: "Länsstyrelsen", perspective: "law", ownWord: null },
    { name: "Elsa Holm", role: null, organisation: null, perspective: "own", ownWord: "Rättspsykologi" },
  ]);
  expect(
    problemsIn(
      ContributorsWish.safeParse({
        contributors: [
          { role: "jurist" },
          { name: "Bo Lind" },
          { name: "Bo Lind", perspective: "own" },
          { name: "Bo Lind", perspective: "law", ownWord: "Juridik" },
        ],
      }),
    ),
  ).toEqual(["contributors.0.name", "contributors.1.perspective", "contributors.2.ownWord", "contributors.3.ownWord"]);
});

test("what is sent twice is written once, and what somebody wrote meanwhile is not written over unseen", async () => {
  const { id, first } = await circle();
  const mark = markOf(await contributorsOf(db, first));
  await nameContributors(db, planner, id, first, { ...contributors(anna), mark });
  const once = await whole();
  await nameContributors(db, planner, id, first, { ...contributors(anna), mark });
  expect(await whole()).toEqual(once);
  const other = { ...contributors({ name: "Bo Lind", perspective: "research" }), mark };
  await refused(() => nameContributors(db, planner, id, first, other), "plan.changed_meanwhile");

  const planned = plan({ items: [{ heading: "Laget runt" }], mark: markOf({ themes: [], items: [] }) });
  await planSession(db, planner, id, first, planned);
  await planSession(db, planner, id, first, planned);
  const late = plan({ items: [{ heading: "Föreläsning" }], mark: markOf({ themes: [], items: [] }) });
  await refused(() => planSession(db, planner, id, first, late), "plan.changed_meanwhile");

  const none = themesMark([]);
  for (let time = 0; time < 2; time += 1) await arrangeThemes(db, planner, id, { ...themes("Hinder"), mark: none });
  await refused(() => arrangeThemes(db, planner, id, { ...themes("Lagen"), mark: none }), "plan.changed_meanwhile");
});

test("only those who lead plan, as long as the circle lasts and the meeting is to be held", async () => {
  const { id, first, second, participant } = await circle();
  const everything = (who: Actor, round: RoundId, session: SessionId) => [
    () => arrangeThemes(db, who, round, themes("Hinder")),
    () => planSession(db, who, round, session, plan({ items: [{ heading: "Runda" }] })),
    () => nameContributors(db, who, round, session, contributors(anna)),
  ];
  for (const work of everything(participant, id, first)) await refused(work, "plan.leaders_plan");
  for (const work of everything(stranger, id, first)) await refused(work, "room.no_such_circle");
  const other = await circle();
  for (const work of everything(planner, id, other.first).slice(1)) await refused(work, "round.no_such_session");
  const foreign = newId<"circle_theme">();
  await refused(() => planSession(db, planner, id, first, plan({ themes: [foreign] })), "plan.no_such_theme");
  const unknown = ThemesWish.parse({ themes: [{ id: foreign, name: "Hinder" }] });
  await refused(() => arrangeThemes(db, planner, id, unknown), "plan.no_such_theme");

  await nameContributors(db, planner, id, second, contributors(anna));
  await removeSession(db, planner, now, id, second);
  for (const work of everything(planner, id, second).slice(1)) await refused(work, "plan.called_off");
  expect(await contributorsIn(db, id)).toEqual([]);
  await ownerDb.updateTable("round").set({ state: "completed" }).where("id", "=", id).execute();
  for (const work of everything(planner, id, first)) await refused(work, "plan.over_for_good");
});

test("a personal identity number is taken nowhere, and neither is more than there is room for", () => {
  const number = "Om 191212121212";
  expect(ThemesWish.safeParse({ themes: [{ name: number }] }).success).toBe(false);
  expect(SessionPlanWish.safeParse({ themes: [], items: [{ heading: "Runda", text: number }] }).success).toBe(false);
  expect(ContributorsWish.safeParse({ contributors: [{ ...anna, role: number }] }).success).toBe(false);
  expect(SessionPlanWish.safeParse({ themes: [], items: [{ heading: "å".repeat(121) }] }).success).toBe(false);
  expect(problemsIn(SessionPlanWish.safeParse({ themes: [], items: [{ text: "Utan rubrik" }] }))).toEqual([
    "items.0.heading",
  ]);
});
