import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { statements, testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds, noon, time } from "../../../../test/given-rounds.ts";
import { editRound, planTerm } from "#features/circles/round/editor/commands.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import { Audience, Basics, Frame, People, Questions, Story, WayIn } from "#features/circles/round/round-sections.ts";
import type { RoundId, SessionPlan } from "#features/circles/round/round.ts";
import { sectionMark, sectionValues } from "#features/circles/round/section-values.ts";
import { addSessions, changeSession, removeSession, setVenue } from "#features/circles/round/sessions/commands.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const reader = actorWith(["circles:read"], { organisations: new Set([organiser]) });
const june = noon("2027-06-01");

const facts = async (id: RoundId) => (await roundFacts(ownerDb, id))!;
const changesTold = async (id: RoundId) =>
  (
    await sql<{ data: { told: string[]; asksManagersAgain: boolean } }>`
      select data from pgboss.job where name = 'registration.round_changed' and data ->> 'roundId' = ${id}`.execute(
      ownerDb,
    )
  ).rows.map(({ data }) => ({ told: data.told, asksManagersAgain: data.asksManagersAgain }));
const plan = (over: Partial<SessionPlan> = {}): SessionPlan => ({
  date: null,
  starts: null,
  ends: null,
  kind: "regular",
  mode: null,
  provisional: false,
  venue: null,
  catering: null,
  theme: null,
  audience: null,
  ...over,
});
const frameOf = async (id: RoundId) => Frame.parse({ ...sectionValues(await facts(id), "frame"), goNoGoDate: null });

describe("changing a section", () => {
  test("writes what was answered, and nothing else", async () => {
    const round = await given.draft(organiser);
    const story = Story.parse({ purpose: "Att samordna", goal: "Förslag", beneficiaries: ["unit", "county"] });
    await editRound(db, planner, june, round.id, { section: "story", ...story });
    expect(await facts(round.id)).toMatchObject({ ...story, title: "Tidiga samordnade insatser", version: 1 });
  });

  test("keeps the purpose and the goal apart (R098)", async () => {
    const round = await given.draft(organiser);
    await editRound(db, planner, june, round.id, { section: "story", ...Story.parse({ purpose: "Varför" }) });
    expect(await facts(round.id)).toMatchObject({ purpose: "Varför", goal: null });
  });

  test("holds guiding questions by source of knowledge, and drops empty rows (R095)", async () => {
    const round = await given.draft(organiser);
    const questions = Questions.parse({
      questions: [{ source: "research", text: "Vad säger forskningen?" }, { source: "profession" }],
    });
    await editRound(db, planner, june, round.id, { section: "questions", ...questions });
    expect((await facts(round.id)).questions).toEqual([{ source: "research", text: "Vad säger forskningen?" }]);
  });

  test("holds several leaders, facilitators and contacts (R006, R007, R023)", async () => {
    const round = await given.draft(organiser);
    const people = People.parse({
      leaders: [
        { name: "Siv Alm", title: "professor" },
        { name: "Nils Berg", part: "facilitator" },
      ],
      contacts: [{ name: "Siv Alm", email: "SIV.ALM@example.se" }, { name: "Eva Lund" }],
    });
    await editRound(db, planner, june, round.id, { section: "people", ...people });
    const { leaders, contacts } = await facts(round.id);
    expect(leaders).toEqual([
      { name: "Siv Alm", title: "professor", part: "leader" },
      { name: "Nils Berg", title: null, part: "facilitator" },
    ]);
    expect(contacts.map(({ email }) => email)).toEqual(["siv.alm@example.se", null]);
  });

  test("keeps the identity of rules that stay", async () => {
    const round = await given.draft(organiser);
    const first = Audience.parse({ rules: [{ text: "Arbetar i länet", strength: "required" }] });
    await editRound(db, planner, june, round.id, { section: "audience", ...first });
    const [rule] = (await facts(round.id)).rules;
    const second = Audience.parse({
      rules: [
        { text: "Har studievana", strength: "recommended" },
        { id: rule!.id, text: "Arbetar i länet", strength: "required" },
      ],
    });
    await editRound(db, planner, june, round.id, { section: "audience", ...second });
    expect((await facts(round.id)).rules).toMatchObject([
      { text: "Har studievana" },
      { id: rule!.id, text: "Arbetar i länet" },
    ]);
  });

  test("tells two people who change the same section, and lets different sections pass", async () => {
    const round = await given.draft(organiser);
    const opened = sectionMark(await facts(round.id), "story");
    const openedBasics = sectionMark(await facts(round.id), "basics");
    await editRound(db, planner, june, round.id, { section: "story", ...Story.parse({ purpose: "Först" }) }, opened);
    const second = { section: "story", ...Story.parse({ purpose: "Sedan" }) } as const;
    await expect(editRound(db, planner, june, round.id, second, opened)).rejects.toMatchObject({
      kind: "conflict",
      code: "round.changed_meanwhile",
    });
    expect(await facts(round.id)).toMatchObject({ purpose: "Först" });
    const basics = Basics.parse({ kind: "researchCircle", title: "Ny rubrik" });
    await editRound(db, planner, june, round.id, { section: "basics", ...basics }, openedBasics);
    expect(await facts(round.id)).toMatchObject({ title: "Ny rubrik", purpose: "Först" });
  });

  test("is refused to readers and to rounds that are over", async () => {
    const round = await given.published(organiser, { state: "completed" });
    const story = { section: "story", ...Story.parse({ purpose: "x" }) } as const;
    await expect(editRound(db, planner, june, round.id, story)).rejects.toMatchObject({ code: "round.is_over" });
    await expect(editRound(db, reader, june, round.id, story)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await facts(round.id)).toMatchObject({ purpose: "Att samordna tidigare." });
  });

  test("records only what changed", async () => {
    const round = await given.draft(organiser);
    await editRound(db, planner, june, round.id, { section: "story", ...Story.parse({ purpose: "Varför" }) });
    const [deed] = await ownerDb
      .selectFrom("audit_record")
      .where("about", "=", round.id)
      .select(["what", "payload"])
      .execute();
    expect(deed).toMatchObject({
      what: "circles.round_story_edited",
      payload: { before: { purpose: null }, after: { purpose: "Varför" } },
    });
  });
});

describe("changing a published round", () => {
  test("raises the version, tells those in the running and asks managers again when the hours change (R115)", async () => {
    const round = await given.published(organiser);
    await editRound(db, planner, june, round.id, { section: "frame", ...(await frameOf(round.id)), hours: 80 });
    expect(await facts(round.id)).toMatchObject({ hours: 80, version: 2 });
    expect(await changesTold(round.id)).toEqual([{ told: ["hours"], asksManagersAgain: true }]);
  });

  test("raises nothing for words that nobody said yes to", async () => {
    const round = await given.published(organiser);
    await editRound(db, planner, june, round.id, { section: "frame", ...(await frameOf(round.id)), funder: "Länet" });
    expect(await facts(round.id)).toMatchObject({ funder: "Länet", version: 1 });
    expect(await changesTold(round.id)).toEqual([]);
  });

  test("keeps seats that are taken", async () => {
    const round = await given.published(organiser, { hard_capacity: 2, target_capacity: 2 });
    await given.registration(round.id);
    await given.registration(round.id, { state: "offered" });
    const frame = { section: "frame", ...(await frameOf(round.id)), hardCapacity: 1, targetCapacity: 1 } as const;
    await expect(editRound(db, planner, june, round.id, frame)).rejects.toMatchObject({
      code: "round.capacity_below_taken",
      problems: [{ path: "hardCapacity", values: { seated: 2 } }],
    });
  });

  test("moves the queue when there are more seats", async () => {
    const round = await given.published(organiser);
    await editRound(db, planner, june, round.id, { section: "frame", ...(await frameOf(round.id)), hardCapacity: 14 });
    const left = await sql<{
      data: unknown;
    }>`select data from pgboss.job where name = 'registration.seats_raised'`.execute(ownerDb);
    expect(left.rows).toEqual([{ data: { roundId: round.id } }]);
  });

  test("moves the last day only by an extension, and the way of giving places not at all", async () => {
    const round = await given.published(organiser);
    const wayIn = {
      section: "wayIn",
      ...WayIn.parse({ allocation: "selection", deadline: "2027-09-30", noticeDate: "2027-10-01" }),
    } as const;
    await expect(editRound(db, planner, june, round.id, wayIn)).rejects.toMatchObject({
      problems: [
        { path: "allocation", code: "round.allocation_settled" },
        { path: "deadline", code: "round.deadline_by_extension" },
      ],
    });
  });

  test("never forgets what had to be known to publish", async () => {
    const round = await given.published(organiser);
    const people = { section: "people", ...People.parse({ contacts: [{ name: "Siv Alm" }] }) } as const;
    await expect(editRound(db, planner, june, round.id, people)).rejects.toMatchObject({ code: "round.must.contact" });
    expect((await facts(round.id)).contacts).toMatchObject([{ email: "siv.alm@example.se" }]);
  });

  test("keeps the rules somebody has answered", async () => {
    const round = await given.published(organiser);
    const rules = {
      section: "audience",
      ...Audience.parse({ rules: [{ text: "Arbetar i länet", strength: "recommended" }] }),
    } as const;
    await editRound(db, planner, june, round.id, rules);
    await given.registration(round.id, { state: "applied" });
    const [rule] = (await facts(round.id)).rules;
    const harder = { section: "audience", ...Audience.parse({ rules: [{ ...rule, strength: "required" }] }) } as const;
    await expect(editRound(db, planner, june, round.id, harder)).rejects.toMatchObject({ code: "round.rule_answered" });
    const added = {
      section: "audience",
      ...Audience.parse({ rules: [rule, { text: "Ny", strength: "required" }] }),
    } as const;
    await expect(editRound(db, planner, june, round.id, added)).rejects.toMatchObject({ code: "round.rule_too_late" });
  });
});

describe("meetings", () => {
  test("stand in the order of their days, those without a day last (R111)", async () => {
    const round = await given.draft(organiser);
    await addSessions(db, planner, round.id, [
      plan({ theme: "okänd" }),
      plan({ date: day("2027-10-22"), theme: "andra" }),
      plan({ date: day("2027-10-01"), theme: "första" }),
    ]);
    expect((await facts(round.id)).sessions.map(({ theme }) => theme)).toEqual(["första", "andra", "okänd"]);
  });

  test("keep what nobody has said unknown (R112)", async () => {
    const round = await given.draft(organiser);
    await addSessions(db, planner, round.id, [plan({ date: day("2027-10-01") })]);
    expect((await facts(round.id)).sessions).toMatchObject([{ starts: null, mode: null, venue: null, catering: null }]);
  });

  test("of a published round raise their sequence and ask managers again when a day is moved", async () => {
    const round = await given.published(organiser);
    const [first] = (await facts(round.id)).sessions;
    await changeSession(db, planner, june, round.id, first!.id, {
      ...plan(),
      date: day("2027-10-08"),
      starts: time("09:00"),
      ends: time("13:00"),
    });
    const after = await facts(round.id);
    expect(after.sessions[0]).toMatchObject({ date: day("2027-10-08"), sequence: 1 });
    expect(after.sessions[1]).toMatchObject({ sequence: 0 });
    expect(after.version).toBe(2);
    expect(await changesTold(round.id)).toEqual([{ told: ["date"], asksManagersAgain: true }]);
  });

  test("get their room later, and those with a place are told without asking anyone again (R012)", async () => {
    const round = await given.published(organiser);
    const { sessions } = await facts(round.id);
    await setVenue(db, planner, round.id, [sessions[0]!.id, sessions[1]!.id], "Rum 4, Stadshuset");
    const after = await facts(round.id);
    expect(after.sessions.map(({ venue, sequence }) => [venue, sequence])).toEqual([
      ["Rum 4, Stadshuset", 1],
      ["Rum 4, Stadshuset", 1],
      [null, 0],
      [null, 0],
      [null, 0],
    ]);
    expect(after.version).toBe(1);
    expect(await changesTold(round.id)).toEqual([{ told: ["venue"], asksManagersAgain: false }]);
  });

  test("are forgotten by a draft and called off by a published round", async () => {
    const draft = await given.readyDraft(organiser);
    await removeSession(db, planner, june, draft.id, (await facts(draft.id)).sessions[0]!.id);
    expect((await facts(draft.id)).sessions).toHaveLength(4);

    const round = await given.published(organiser);
    await removeSession(db, planner, june, round.id, (await facts(round.id)).sessions[0]!.id);
    expect((await facts(round.id)).sessions[0]).toMatchObject({ calledOff: true, sequence: 1 });
    expect(await changesTold(round.id)).toEqual([{ told: ["calledOff"], asksManagersAgain: true }]);
  });

  test("of another round cannot be touched", async () => {
    const [mine, other] = [await given.readyDraft(organiser), await given.readyDraft(organiser)];
    const theirs = (await facts(other.id)).sessions[0]!;
    await expect(removeSession(db, planner, june, mine.id, theirs.id)).rejects.toMatchObject({
      code: "round.no_such_session",
    });
    await expect(setVenue(db, planner, mine.id, [theirs.id], "Rum 4")).rejects.toMatchObject({
      code: "round.no_such_session",
    });
    await expect(setVenue(db, planner, mine.id, [], "Rum 4")).rejects.toMatchObject({ code: "round.choose_sessions" });
    expect((await facts(other.id)).sessions).toHaveLength(5);
  });

  test("can wait while only the term is known (R096)", async () => {
    const round = await given.draft(organiser);
    await planTerm(db, planner, round.id, "2027-autumn");
    expect(await facts(round.id)).toMatchObject({ plannedTerm: "2027-autumn", sessions: [] });
  });
});

test("a round is read in one statement, however much belongs to it", async () => {
  const round = await given.published(organiser);
  expect(await statements(() => roundFacts(db, round.id))).toHaveLength(1);
});
