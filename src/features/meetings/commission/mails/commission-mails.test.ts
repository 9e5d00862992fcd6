import { describe, expect, test } from "vitest";
import { catalogues } from "#catalogues.ts";
import type { PersonId } from "#kernel/ids.ts";
import { translators } from "#platform/web/translate.ts";
import {
  beginCommission,
  closeCommission,
  commissionInMatter,
  reportPart,
} from "#features/meetings/commission/commands.ts";
import {
  CommissionAnswer,
  HandedOn,
  NewCommission,
  PartReport,
  ReceivedCommission,
} from "#features/meetings/commission/commission-words.ts";
import { handOnCommission } from "#features/meetings/commission/handing-on/commands.ts";
import { commissionJobs, remindOfCommissionsHandler } from "#features/meetings/commission/jobs.ts";
import { commissionInScope } from "#features/meetings/commission/queries.ts";
import { answerIntake, receiveCommission } from "#features/meetings/overview/intake/commands.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../../test/given.ts";
import { runJobs, runRecurring } from "../../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, role, actor, someone } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const translate = translators(catalogues);
const unit = await organisation();
const network = await meetings.body(unit, { name: "Nätverket för äldreomsorg" });
const rut = await person({ name: "Rut Ek", email: "rut@example.se" });
const bo = await person({ name: "Bo Lind", email: "bo@example.se" });
const eva = await person({ name: "Eva Holm", email: "eva@example.se" });
const ada = await person({ name: "Ada Sund", email: null });
await meetings.sits(network, rut, "secretary");
for (const each of [bo, eva, ada]) await meetings.sits(network, each);
const secretary = await actor(rut);
const now = noon("2027-03-18");

/** A commission in two parts, given between the meetings. */
async function commissioned(over: object = {}) {
  const { slug } = await meetings.matter(network);
  const words = { title: "Ta fram ett förslag", parts: "Ett namn\nVad det kostar", ownerPerson: bo, ...over };
  const { id } = await commissionInMatter(db, secretary, now, slug, NewCommission.parse(words));
  const { commission } = await commissionInScope(db, secretary, id, someDay);
  return { id, parts: commission.deliverables };
}
const deliver = () => runJobs(db, commissionJobs, { now, translate });
const remind = (date: string) => runRecurring(db, remindOfCommissionsHandler, { now: noon(date), translate });
const mailsOf = (id: string) =>
  ownerDb
    .selectFrom("mail")
    .where("about", "=", id)
    .orderBy("id")
    .select(["to_address as to", "subject", "body_text as text"])
    .execute();
const told = async (id: string) => (await mailsOf(id)).map(({ to, subject }) => `${to}: ${subject}`);
const handOn = (id: string, ownerPerson: PersonId) =>
  handOnCommission(db, secretary, now, id, HandedOn.parse({ ownerPerson }));

describe("whoever is given a commission (R212)", () => {
  test("is told once what it is, by whom and until when, and nobody else is", async () => {
    const { id } = await commissioned({ dueOn: "2027-05-01" });
    await deliver();
    await deliver();
    const mails = await mailsOf(id);
    expect(mails.map(({ to }) => to)).toEqual(["bo@example.se"]);
    const { subject, text } = mails[0]!;
    expect(subject).toBe("Du har fått ett uppdrag: Ta fram ett förslag");
    const inOneLine = (text ?? "").replaceAll(/\s+/gu, " ");
    for (const words of ["Hej Bo Lind", "Nätverket för äldreomsorg har gett dig", "2 saker ska redovisas", "1 maj"])
      expect(inOneLine).toContain(words);
    expect(text).toContain(`/uppdrag/${id}`);
  });

  test("is told that no day is set", async () => {
    const { id } = await commissioned();
    await deliver();
    expect((await mailsOf(id))[0]?.text).toContain("Ingen dag är satt");
  });

  test.each([
    ["somebody without an address", { ownerPerson: ada }],
    ["a name that was only written", { ownerPerson: "", ownerName: "Kansliet" }],
    ["nobody", { ownerPerson: "" }],
  ])("gets no mail when it is %s", async (_, over) => {
    const { id } = await commissioned(over);
    await deliver();
    expect(await told(id)).toEqual([]);
  });

  test("is not told of what was closed before the mail was written", async () => {
    const { id } = await commissioned();
    await closeCommission(db, secretary, now, id, { text: "Behövs inte" });
    await deliver();
    expect(await told(id)).toEqual([]);
  });
});

describe("a commission that somebody else takes over", () => {
  test("is told to whoever takes it over and to whoever had it, once each", async () => {
    const { id } = await commissioned();
    await deliver();
    await handOn(id, eva);
    await deliver();
    await deliver();
    expect((await told(id)).slice(1).toSorted()).toEqual([
      "bo@example.se: Uppdraget är inte längre ditt: Ta fram ett förslag",
      "eva@example.se: Du har fått ett uppdrag: Ta fram ett förslag",
    ]);
    const lost = (await mailsOf(id)).find(({ subject }) => subject.startsWith("Uppdraget"))!;
    // It says not whose it is now, and leads to nothing that is no longer theirs to see.
    expect(lost.text).not.toMatch(/Eva Holm|\/uppdrag\//u);
  });

  test("is told to nobody in between when it goes on before the mails are written", async () => {
    const { id } = await commissioned();
    await deliver();
    await handOn(id, eva);
    await handOn(id, ada);
    await deliver();
    expect((await told(id)).slice(1).toSorted()).toEqual([
      "bo@example.se: Uppdraget är inte längre ditt: Ta fram ett förslag",
      "eva@example.se: Uppdraget är inte längre ditt: Ta fram ett förslag",
    ]);
  });

  test("is told again to whoever gets it back", async () => {
    const { id } = await commissioned();
    await deliver();
    await handOn(id, eva);
    await deliver();
    await handOn(id, bo);
    await deliver();
    const bos = (await told(id)).filter((line) => line.startsWith("bo@") && line.includes("Du har fått"));
    expect(bos).toHaveLength(2);
  });

  test("is not told to whoever hands on their own", async () => {
    const { id } = await commissioned({ ownerPerson: rut });
    await deliver();
    await handOn(id, eva);
    await deliver();
    expect((await told(id)).slice(1)).toEqual(["eva@example.se: Du har fått ett uppdrag: Ta fram ett förslag"]);
  });
});

describe("a reminder (R212)", () => {
  test("comes once in the week before the day and once after it, and stops two weeks after", async () => {
    const { id } = await commissioned({ dueOn: "2027-05-10" });
    const reminded: string[] = [];
    for (const date of ["2027-05-02", "2027-05-03", "2027-05-04", "2027-05-10", "2027-05-11", "2027-05-12"]) {
      const before = (await told(id)).length;
      await remind(date);
      if ((await told(id)).length > before) reminded.push(date);
    }
    expect(reminded).toEqual(["2027-05-03", "2027-05-11"]);
    const [soon, late] = await mailsOf(id);
    expect([soon?.to, soon?.subject]).toEqual(["bo@example.se", expect.stringContaining("Snart dags")]);
    expect([late?.to, late?.subject]).toEqual(["bo@example.se", "Har det blivit klart: Ta fram ett förslag"]);
    for (const part of ["Ett namn", "Vad det kostar"]) expect(soon?.text).toContain(part);
  });

  test("does not come more than two weeks after the day, and does at two weeks", async () => {
    const [long, lately] = [await commissioned({ dueOn: "2027-05-10" }), await commissioned({ dueOn: "2027-05-11" })];
    await remind("2027-05-25");
    expect([await told(long.id), (await told(lately.id)).length]).toEqual([[], 1]);
  });

  test("names only what is still to come, and nothing once all is reported or it is closed", async () => {
    const [open, reported, closed] = [
      await commissioned({ dueOn: "2027-05-10" }),
      await commissioned({ dueOn: "2027-05-10" }),
      await commissioned({ dueOn: "2027-05-10" }),
    ];
    const report = (of: { id: string }, part: (typeof open.parts)[number]) =>
      reportPart(db, secretary, now, of.id, part.id, PartReport.parse({ text: "Klart" }));
    await report(open, open.parts[0]!);
    for (const part of reported.parts) await report(reported, part);
    await closeCommission(db, secretary, now, closed.id, { text: "Behövs inte" });
    await remind("2027-05-08");
    await remind("2027-05-12");
    expect([await told(reported.id), await told(closed.id)]).toEqual([[], []]);
    const mails = await mailsOf(open.id);
    expect(mails).toHaveLength(2);
    for (const { text } of mails) {
      expect(text).toContain("Vad det kostar");
      expect(text).not.toContain("Ett namn");
    }
  });

  test("goes to whoever has it now, and not to whoever had it", async () => {
    const { id } = await commissioned({ dueOn: "2027-05-10" });
    await handOn(id, eva);
    await remind("2027-05-08");
    expect((await mailsOf(id)).map(({ to }) => to)).toEqual(["eva@example.se"]);
  });

  test("does not come without a day, nor to somebody without an address", async () => {
    const [dayless, unreachable] = [
      await commissioned(),
      await commissioned({ dueOn: "2027-05-10", ownerPerson: ada }),
    ];
    await remind("2027-05-08");
    expect([await told(dayless.id), await told(unreachable.id)]).toEqual([[], []]);
  });
});

describe("what was asked from outside (R163)", () => {
  const keeping = someone("developmentLeader", { organisation: unit }, { email: "keeper@example.se" });
  const atTheUnit = async (email: string) => {
    const id = await person({ name: "Ulla Berg", email });
    await role(id, "developmentLeader", { organisation: unit });
    return id;
  };
  const asked = async (over: object = {}) => {
    const words = { organisation: unit, title: "Hjälp med uppföljning", requester: "Kommunen", origin: "local" };
    const email = { requesterEmail: "kommunen@example.se" };
    return receiveCommission(db, await keeping, now, ReceivedCommission.parse({ ...words, ...email, ...over }));
  };
  const answer = async (id: string, over: object) =>
    answerIntake(db, await keeping, now, id, CommissionAnswer.parse(over));

  test("is answered by mail to whoever asked, once for each answer and with why", async () => {
    const { id } = await asked();
    await answer(id, { answer: "assess" });
    await deliver();
    expect(await told(id)).toEqual([]);
    await answer(id, { answer: "wait", reason: "Efter sommaren" });
    await deliver();
    await answer(id, { answer: "accept", ownerName: "Kansliet" });
    await deliver();
    await deliver();
    const mails = await mailsOf(id);
    expect(mails.map(({ to }) => to)).toEqual(["kommunen@example.se", "kommunen@example.se"]);
    expect(mails[0]?.text).toContain("Efter sommaren");
    expect(mails[1]?.text).toContain("tar sig an");
  });

  test("is answered to nobody where there is no address", async () => {
    const { id } = await asked({ requesterEmail: "" });
    await answer(id, { answer: "decline", reason: "Ingen tid" });
    await deliver();
    expect(await told(id)).toEqual([]);
  });

  test("is told to whoever is to do it when the answer is yes, also when they were thought of before it", async () => {
    const { id } = await asked({ requesterEmail: "" });
    const ownerPerson = await atTheUnit("ulla@example.se");
    await answer(id, { answer: "assess", ownerPerson });
    await deliver();
    expect(await told(id)).toEqual([]);
    await answer(id, { answer: "accept", ownerPerson });
    await deliver();
    await beginCommission(db, await keeping, now, id);
    await deliver();
    expect(await told(id)).toEqual(["ulla@example.se: Du har fått ett uppdrag: Hjälp med uppföljning"]);
  });

  test("is not told again to whoever has it when it has waited", async () => {
    const { id } = await asked({ requesterEmail: "" });
    const ownerPerson = await atTheUnit("ulrik@example.se");
    await answer(id, { answer: "accept", ownerPerson });
    await deliver();
    await answer(id, { answer: "wait", reason: "Paus", ownerPerson });
    await answer(id, { answer: "accept", ownerPerson });
    await deliver();
    expect(await told(id)).toHaveLength(1);
  });
});
