import { expect, test } from "vitest";
import { given as sentences } from "../../../../../test/given.ts";
import { givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { visitor } from "../../../../../test/visitor.ts";
import { testWeb } from "../../../../../test/web.ts";
import { answersTo, questions } from "#features/circles/questionnaire/questionnaire.ts";
import type { PersonId } from "#kernel/ids.ts";
import { eraseWhatIsDue } from "#due-deletions.ts";

let today = noon("2027-09-20");
const { app, db, ownerDb, url, signedIn } = await testWeb(() => today());
const given = givenRounds(ownerDb);
const { organisation, someone } = sentences(ownerDb);

async function stage(people: number) {
  const unit = await organisation({ name: "FoU Länet" });
  const leader = await someone("developmentLeader", { organisation: unit }, { name: "Maja Ek" });
  const round = await given.published(unit, { state: "running" });
  const participants: PersonId[] = [];
  for (let index = 0; index < people; index += 1) {
    const person = await given.person({ name: `Person ${index}` });
    await given.registration(round.id, { name: `Person ${index}`, person_id: person });
    participants.push(person);
  }
  // Signed in anew each time: months go by.
  const enter = async () => ({
    lead: visitor(app, url, await signedIn(leader.personId)),
    participants: await Promise.all(participants.map(async (each) => visitor(app, url, await signedIn(each)))),
  });
  return {
    ...(await enter()),
    enter,
    circle: `/cirkel/${round.slug}`,
    at: `/cirkel/${round.slug}/enkat`,
  };
}

const read = async (answer: Promise<Response>) => (await answer).text();
const to = (answer: Response) => answer.headers.get("location");
const days = {
  beforeOpens: "2027-09-20",
  beforeCloses: "2027-10-01",
  afterOpens: "2028-01-14",
  afterCloses: "2028-01-28",
};
const filled = (degree: number, over: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...Object.fromEntries(
    questions.map((question) => [
      `answers.${question}`,
      answersTo(question).length === 2 ? "yes" : `${Math.min(5, Math.max(1, degree))}`,
    ]),
  ),
  ...over,
});

test("the same questions are arranged, answered twice and shown as change, not proven effect, without script", async () => {
  const { circle, at, enter, ...first } = await stage(6);
  let { lead, participants } = first;
  expect(await read(lead.open(circle))).toContain("Planera frågorna");
  expect(await read(participants[0]!.open(circle))).not.toContain("enkat");
  const wrong = await lead.send(`${at}/dagar`, { ...days, afterOpens: "2027-09-30" });
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('value="2027-09-30"')]);
  expect(to(await lead.send(`${at}/dagar`, days))).toBe(`${at}?klart=dagar`);

  for (const [date, night, lift] of [
    ["2027-09-25", "2027-10-02", 0],
    ["2028-01-20", "2028-01-29", 1],
  ] as const) {
    today = noon(date);
    ({ lead, participants } = await enter());
    for (const [index, participant] of participants.entries()) {
      expect(await read(participant.open(circle))).toContain("Svara på frågorna");
      const form = filled((index % 3) + 1 + lift * (index % 2), { code: `kod nummer ${index}` });
      expect(to(await participant.send(`${at}/svara`, form))).toBe(`${at}?klart=svar`);
    }
    expect(await read(lead.open(at))).toContain("6 av 6 har svarat");
    expect(await read(lead.open(at))).not.toContain(lift === 0 ? "Vad svaren visar" : "Förändring, inte");
    today = noon(night);
    await eraseWhatIsDue(db, () => today());
  }
  // The night's work signs out whoever has been away for long.
  ({ lead, participants } = await enter());
  const shown = await read(participants[0]!.open(at));
  expect(shown).toContain("Förändring, inte bevisad effekt");
  expect(shown).toContain("+0,5");
  expect(shown).toContain("De som gav samma kod båda gångerna");
  // All said yes: how many would be what each of them said.
  expect(shown).toContain("visas inte");
  expect(await read(lead.open(`${at}/dagar`))).toContain("Tiden är över");
});

test("what was chosen stands when something is missing, and what is sent again after a lost answer is counted once", async () => {
  today = noon("2027-09-25");
  const { lead, participants, at } = await stage(1);
  const [asta] = participants;
  await lead.send(`${at}/dagar`, days);
  const { "answers.passesOn": _, ...lacking } = filled(4, { code: "191212121212" });
  const refused = await asta!.send(`${at}/svara`, lacking);
  const drawn = await refused.text();
  expect(refused.status).toBe(422);
  expect(drawn.match(/value="4" checked/gu)?.length).toBe(9);
  expect(drawn).toContain("Jag för det jag lär mig vidare till mina kollegor");
  expect(to(await asta!.send(`${at}/svara`, filled(4)))).toBe(`${at}?klart=svar`);
  expect(to(await asta!.send(`${at}/svara`, filled(4)))).toBe(`${at}?klart=redan`);
  expect(to(await asta!.open(`${at}/svara`))).toBe(`${at}?klart=redan`);
  expect(await read(lead.open(at))).toContain("1 av 1 har svarat");
  expect((await lead.send(`${at}/svara`, filled(4))).status).toBe(403);
});
