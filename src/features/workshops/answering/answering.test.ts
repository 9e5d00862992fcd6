import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { newSecret } from "#platform/tokens/secret-token.ts";
import { forgetDevices, joinRoom } from "#features/workshops/answering/commands.ts";
import { sendAnswer } from "#features/workshops/answering/taking/commands.ts";
import { comingIn, roomOf, visitOf } from "#features/workshops/answering/queries.ts";
import { SentAnswer } from "#features/workshops/answering/answer.ts";
import type { QuestionKind } from "#features/workshops/workshop/workshop.ts";
import { statements, testDatabase } from "../../../../test/database.ts";
import { given } from "../../../../test/given.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { givenWorkshops } from "../../../../test/given-workshops.ts";

const { db, ownerDb } = await testDatabase();
const workshops = givenWorkshops(ownerDb);
const now = noon("2027-03-18");
const at = (seconds: number) => () => now().add({ seconds });
const unit = await given(ownerDb).organisation();

type Over = Parameters<typeof workshops.workshop>[1];

/** An open room in which a question is asked, and a device that has come in. */
async function asked(kind: QuestionKind = "open", over: Over = {}, round: Parameters<typeof workshops.round>[2] = {}) {
  const room = await workshops.workshop(unit, { state: "open", device: "person", ...over });
  const question = await workshops.question(room.id, kind, "Vad behöver vi veta?", ["Kostnad", "Nytta", "Risk"]);
  const roundId = await workshops.round(room.id, question.id, round);
  const { secret } = await workshops.device(room.id, null, { is_rapporteur: true });
  return { room, question, roundId, secret };
}

const saying = (round: string, said: object, mark = newSecret()) => SentAnswer.parse({ round, mark, ...said });
const kept = (roundId: string) =>
  ownerDb
    .selectFrom("workshop_answer")
    .where("round_id", "=", roundId as never)
    .orderBy("answer_no")
    .selectAll()
    .execute();
const devices = (workshopId: string) =>
  ownerDb
    .selectFrom("workshop_device")
    .where("workshop_id", "=", workshopId as never)
    .selectAll()
    .execute();

async function refused(work: () => Promise<unknown>, roundId: string, code: string) {
  const before = await kept(roundId);
  await expect(work()).rejects.toMatchObject({ code });
  expect(await kept(roundId)).toEqual(before);
}

test.each([
  ["open", { text: "Vad kostar det?" }, { text: "Vad kostar det?" }],
  ["scale", { number: 4 }, { number: 4 }],
] as const)("an answer to a question that is %s is kept as it was given", async (kind, said, wanted) => {
  const { roundId, secret, room } = await asked(kind);
  expect(await sendAnswer(db, now, secret, saying(roundId, said))).toMatchObject({
    fate: "taken",
    workshopId: room.id,
  });
  expect(await kept(roundId)).toMatchObject([wanted]);
});

test("options are kept chosen, in order, or with points; words one by one, in the order they were written", async () => {
  const single = await asked("single");
  await sendAnswer(db, now, single.secret, saying(single.roundId, { option: single.question.options[1] }));
  expect(await kept(single.roundId)).toMatchObject([{ options: [single.question.options[1]], text: null }]);

  const ranking = await asked("ranking");
  const [a = "", b = "", c = ""] = ranking.question.options;
  await sendAnswer(db, now, ranking.secret, saying(ranking.roundId, { places: { [a]: 3, [b]: 1, [c]: 2 } }));
  expect(await kept(ranking.roundId)).toMatchObject([{ options: [b, c, a] }]);

  const points = await asked("points");
  const [most = "", rest = ""] = points.question.options;
  await sendAnswer(db, now, points.secret, saying(points.roundId, { points: { [most]: 7, [rest]: 3 } }));
  expect(await kept(points.roundId)).toMatchObject([{ points: { [most]: 7, [rest]: 3 }, options: null }]);

  const words = await asked("wordList");
  await sendAnswer(db, now, words.secret, saying(words.roundId, { words: ["trygg", "snabb", "nära"] }));
  expect((await kept(words.roundId)).map(({ text }) => text)).toEqual(["trygg", "snabb", "nära"]);
});

test("an answer is one statement", async () => {
  const { roundId, secret } = await asked();
  expect(await statements(() => sendAnswer(db, now, secret, saying(roundId, { text: "Ja" })))).toHaveLength(1);
});

test("the same sent twice is one, also at the same moment; a changed text under the same mark is another", async () => {
  const { roundId, secret } = await asked();
  const same = saying(roundId, { text: "Vad kostar det?" }, "one");
  const fates = await Promise.all(Array.from({ length: 8 }, () => sendAnswer(db, now, secret, same)));
  expect(fates.filter(({ fate }) => fate === "taken")).toHaveLength(1);
  expect(fates.filter(({ fate }) => fate === "already")).toHaveLength(7);
  expect(await sendAnswer(db, now, secret, saying(roundId, { text: "Vem gör det?" }, "one"))).toMatchObject({
    fate: "taken",
  });
  expect((await kept(roundId)).map(({ text }) => text)).toEqual(["Vad kostar det?", "Vem gör det?"]);
});

test("one device gives no more answers than the question takes, however many it sends at once", async () => {
  const many = await asked("open");
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, (_, number) =>
      sendAnswer(db, now, many.secret, saying(many.roundId, { text: `Svar ${number}` })),
    ),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  expect(await kept(many.roundId)).toHaveLength(5);

  const once = await asked("single");
  const [a, b] = once.question.options;
  const votes = await Promise.allSettled(
    [a, b, a, b, a].map((option) => sendAnswer(db, now, once.secret, saying(once.roundId, { option }))),
  );
  expect(votes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await kept(once.roundId)).toHaveLength(1);
});

test("of more words than there is room for none is taken, and it is told how many there is room for", async () => {
  const { roundId, secret } = await asked("wordList");
  await sendAnswer(db, now, secret, saying(roundId, { words: ["a", "b", "c"] }));
  const more = () => sendAnswer(db, now, secret, saying(roundId, { words: ["d", "e", "f"] }));
  await expect(more()).rejects.toMatchObject({ code: "answering.only_left", details: { left: 2 } });
  expect(await kept(roundId)).toHaveLength(3);
});

test("answers of a whole room in the same moment are taken together, and those that are refused spoil none", async () => {
  const { room, roundId } = await asked();
  const people = await Promise.all(Array.from({ length: 60 }, () => workshops.device(room.id)));
  const strangers = Array.from({ length: 20 }, () => ({ secret: newSecret() }));
  let outcomes: PromiseSettledResult<unknown>[] = [];
  const sent = await statements(async () => {
    outcomes = await Promise.allSettled(
      [...people, ...strangers].map(({ secret }, number) =>
        sendAnswer(db, now, secret, saying(roundId, { text: `Svar ${number}` })),
      ),
    );
  });
  expect(sent.length).toBeLessThanOrEqual(3);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(60);
  expect(new Set((await kept(roundId)).map(({ text }) => text))).toEqual(
    new Set(people.map((_, number) => `Svar ${number}`)),
  );
});

test("a question that is put again is answered anew, and a late answer to the one before opens nothing twice", async () => {
  const { room, question, roundId, secret } = await asked("single", {}, { closed_at: now() });
  const again = await workshops.round(room.id, question.id, { round_no: 2 });
  const [option] = question.options;
  const send = (round: string) => sendAnswer(db, at(5), secret, saying(round, { option }));
  await send(again);
  await send(roundId); // under way when the question was put again
  await refused(() => send(again), again, "answering.answered_already");
  expect([await kept(roundId), await kept(again)].map(({ length }) => length)).toEqual([1, 1]);
});

test("what was under way when the time ran out, the question was ended or a break began is taken a while after", async () => {
  const timed = await asked("open", {}, { closes_at: now() });
  await sendAnswer(db, at(19), timed.secret, saying(timed.roundId, { text: "Sent" }));
  await refused(
    () => sendAnswer(db, at(21), timed.secret, saying(timed.roundId, { text: "För sent" })),
    timed.roundId,
    "answering.too_late",
  );
  const ended = await asked("open", {}, { closed_at: now() });
  await sendAnswer(db, at(19), ended.secret, saying(ended.roundId, { text: "Sent" }));
  await refused(
    () => sendAnswer(db, at(21), ended.secret, saying(ended.roundId, { text: "För sent" })),
    ended.roundId,
    "answering.too_late",
  );
  const paused = await asked("open", { state: "paused" });
  await sendAnswer(db, at(19), paused.secret, saying(paused.roundId, { text: "Sent" }));
  await refused(
    () => sendAnswer(db, at(21), paused.secret, saying(paused.roundId, { text: "I pausen" })),
    paused.roundId,
    "answering.paused",
  );
});

test("nobody answers who is not in the room, is shut out, or for a group that another device answers for", async () => {
  const { room, roundId } = await asked("open", { device: "group" });
  const group = await workshops.group(room.id, "Norr");
  const answer = () => saying(roundId, { text: "Ja" });
  const elsewhere = await asked();
  const shutOut = await workshops.device(room.id, group, { is_rapporteur: true, shut_out_at: now() });
  const relieved = await workshops.device(room.id, group, { is_rapporteur: false });
  for (const [secret, code] of [
    [newSecret(), "answering.not_in_room"],
    [elsewhere.secret, "answering.not_in_room"],
    [shutOut.secret, "answering.shut_out"],
    [relieved.secret, "answering.other_device"],
  ] as const)
    await refused(() => sendAnswer(db, now, secret, answer()), roundId, code);
  const nowhere = newId<"workshop_round">();
  await refused(
    () => sendAnswer(db, now, elsewhere.secret, saying(nowhere, { text: "Ja" })),
    nowhere,
    "answering.no_such_round",
  );
});

test.each([
  ["single", { text: "Ja" }],
  ["single", { option: crypto.randomUUID() }],
  ["multiple", { options: "all" }],
  ["scale", { number: 6 }],
  ["open", { number: 3 }],
  ["points", { points: "eleven" }],
  ["ranking", { option: crypto.randomUUID() }],
  ["wordList", { words: ["a", "b", "c", "d", "e", "f"] }],
] as const)("what does not fit a question that is %s is refused: %j", async (kind, said) => {
  const { room, roundId, secret, question } = await asked(kind);
  // As many as there are, and one more than may be chosen.
  if (kind === "multiple")
    await ownerDb.updateTable("workshop_question").set({ most: 2 }).where("workshop_id", "=", room.id).execute();
  const [first = ""] = question.options;
  const answer =
    "options" in said ? { options: question.options } : "points" in said ? { points: { [first]: 11 } } : said;
  await refused(() => sendAnswer(db, now, secret, saying(roundId, answer)), roundId, `answering.does_not_fit.${kind}`);
});

test("of a workshop set anonymous not even the group is written down; otherwise the group is, and no person", async () => {
  const known = await asked("open", { device: "group" });
  const south = await workshops.group(known.room.id, "Syd");
  const { secret } = await workshops.device(known.room.id, south, { is_rapporteur: true });
  await sendAnswer(db, now, secret, saying(known.roundId, { text: "Ja" }));
  expect(await kept(known.roundId)).toMatchObject([{ group_id: south }]);

  const hidden = await asked("open", { device: "group", is_anonymous: true });
  const group = await workshops.group(hidden.room.id, "Syd");
  const device = await workshops.device(hidden.room.id, group, { is_rapporteur: true });
  await sendAnswer(db, now, device.secret, saying(hidden.roundId, { text: "Ja" }));
  expect(await kept(hidden.roundId)).toMatchObject([{ group_id: null }]);
});

test("the same phone comes in once, may change its group, and is another device in another room", async () => {
  const [room, other] = [await asked(), await asked()];
  const [north, south] = [await workshops.group(room.room.id, "Norr"), await workshops.group(room.room.id, "Syd")];
  const secret = newSecret();
  await joinRoom(db, now, room.room.code, secret, north);
  await joinRoom(db, now, room.room.code, secret, north);
  await joinRoom(db, now, room.room.code, secret, south);
  await joinRoom(db, now, other.room.code, secret, null);
  expect((await visitOf(db, room.room.code, secret))?.device).toMatchObject({ groupId: south, answered: 0 });
  const [here, there] = [await devices(room.room.id), await devices(other.room.id)];
  expect([here.length, there.length]).toEqual([2, 2]);
  const hashes = [...here, ...there].map(({ secret_hash }) => secret_hash.toString("hex"));
  expect(new Set(hashes).size).toBe(4);
});

test("the last device that comes for a group answers for it", async () => {
  const { room, roundId } = await asked("open", { device: "group" });
  const group = await workshops.group(room.id, "Norr");
  const [first, second] = [newSecret(), newSecret()];
  await joinRoom(db, now, room.code, first, group);
  await joinRoom(db, now, room.code, second, group);
  await refused(() => sendAnswer(db, now, first, saying(roundId, { text: "Ja" })), roundId, "answering.other_device");
  expect(await sendAnswer(db, now, second, saying(roundId, { text: "Ja" }))).toMatchObject({ fate: "taken" });
});

test("nobody comes into a room that is not open, with a code of none, or to no group where there are groups", async () => {
  const { room } = await asked();
  await workshops.group(room.id, "Norr");
  const draft = await workshops.workshop(unit, { state: "draft" });
  const elsewhere = await workshops.group(draft.id, "Annan");
  for (const [code, group, refusal] of [
    ["ABCDEF", null, "answering.no_such_code"],
    [draft.code, elsewhere, "answering.not_open"],
    [room.code, null, "answering.no_group"],
    [room.code, elsewhere, "answering.no_group"],
  ] as const)
    await expect(joinRoom(db, now, code, newSecret(), group)).rejects.toMatchObject({ code: refusal });
  expect(await devices(room.id)).toHaveLength(1);
});

test("when a workshop closes no device is left, and no answer tells which others came from the same", async () => {
  const { room, roundId, secret } = await asked();
  await sendAnswer(db, now, secret, saying(roundId, { text: "Ett" }));
  await sendAnswer(db, now, secret, saying(roundId, { text: "Två" }));
  await db.transaction().execute((tx) => forgetDevices(tx, room.id));
  expect(await devices(room.id)).toEqual([]);
  expect(await kept(roundId)).toMatchObject([
    { text: "Ett", device_id: null, sent_mark: null },
    { text: "Två", device_id: null, sent_mark: null },
  ]);
});

test("the room sees what is asked and nothing that is prepared; its screen counts what comes in", async () => {
  const { room, question, roundId, secret } = await asked("single");
  await workshops.question(room.id, "open", "Inte frågad än");
  const seen = await roomOf(db, room.id);
  expect(seen).toMatchObject({ state: "open", asked: { roundId, kind: "single", text: "Vad behöver vi veta?" } });
  expect(seen?.asked?.options.map(({ text }) => text)).toEqual(["Kostnad", "Nytta", "Risk"]);
  expect(JSON.stringify(seen)).not.toContain("Inte frågad än");
  await sendAnswer(db, now, secret, saying(roundId, { option: question.options[0] }));
  expect(await comingIn(db, room.id)).toMatchObject({ devices: 1, answers: 1, now: 1, answering: 1 });
});
