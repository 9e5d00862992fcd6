import { expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { type Id, newId, type PersonId } from "#kernel/ids.ts";
import { whatWaitsInMeetings } from "#features/today/parts/waiting-in-meetings.tsx";
import { translators } from "#platform/web/translate.ts";
import { catalogues } from "../../../catalogues.ts";
import { statements, testDatabase } from "../../../../test/database.ts";
import { givenMinutes } from "../../../../test/given-final-minutes.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor, someone } = given(ownerDb);
const { body, sits, seat, meeting, matter } = givenMeetings(ownerDb);
const { part } = givenMinutes(ownerDb);
const t = translators(catalogues).sv;
const now = noon("2027-03-18");
const ahead = (days: number) => someDay.add({ days });

/** A network with a secretary, a member, whoever keeps it, and two who have nothing to do with it. */
async function stage() {
  const unit = await organisation();
  const network = await body(unit, { name: "Nätverket" });
  const [rut, bo] = [await person({ name: "Rut Åberg" }), await person({ name: "Bo Ek" })];
  await sits(network, rut, "secretary");
  await sits(network, bo);
  const elsewhere = await person();
  await sits(await body(unit), elsewhere, "chair");
  const strangers = [
    await actor(elsewhere),
    await someone("developmentLeader", { organisation: await organisation() }),
    await someone("guest", { organisation: unit }),
  ];
  const keeper = await someone("developmentLeader", { organisation: unit });
  return { unit, network, rut, bo, secretary: await actor(rut), member: await actor(bo), keeper, strangers };
}

async function linesFor(whoever: Actor) {
  const { lines } = await whatWaitsInMeetings(db, whoever, now());
  const said = lines({ t, near: (date) => date.toString(), go: (href) => href });
  return said.map(({ title, detail, action }) => [title, detail, action]);
}

/** What each is told, and that nobody else is told anything. */
async function told({
  strangers,
  ...people
}: Pick<Awaited<ReturnType<typeof stage>>, "strangers" | "secretary" | "member" | "keeper">) {
  for (const stranger of strangers) expect(await linesFor(stranger)).toEqual([]);
  const { secretary, member, keeper } = people;
  return { secretary: await linesFor(secretary), member: await linesFor(member), keeper: await linesFor(keeper) };
}

async function commission(over: {
  owner_person?: PersonId;
  from_body?: Id<"body">;
  state: "inProgress" | "reported" | "received";
  organisation_id: Id<"organisation">;
  requester?: string;
  due?: Temporal.PlainDate | null;
}) {
  const { due = null, ...said } = over;
  const id = newId<"commission">();
  await ownerDb
    .insertInto("commission")
    .values({ ...said, id, origin: "local", title: "Kartlägg stödet", since: someDay, created_at: now() })
    .execute();
  await ownerDb
    .insertInto("deliverable")
    .values({ id: newId(), commission_id: id, position: 0, text: "Rapport", due_on: due, state: "waiting" })
    .execute();
  return id;
}

test("whoever is called is asked to answer, and whoever runs the body to call and to lay out something plain to read", async () => {
  const ground = await stage();
  const { unit, network } = ground;
  await seat(network, { kind: "userRepresentative", function: "Brukarråd" });
  const asked = await meeting(unit, [network], {
    title: "Vårmöte",
    day: ahead(5),
    state: "called",
    asks_for_reply: true,
    reply_by: ahead(2),
    documents_by: ahead(-1),
  });
  const uncalled = await meeting(unit, [network], { title: "Extra möte", day: ahead(20) });
  await ownerDb
    .updateTable("meeting")
    .set({ day: ahead(7) })
    .where("id", "=", uncalled.id)
    .execute();
  const answer = ["Kommer du till mötet? Svara senast 2027-03-20", "Vårmöte\u00A0· 2027-03-23", `/mote/${asked.slug}`];
  const running = [
    ["Kallelsen är inte skickad", "Extra möte\u00A0· 2027-03-25", `/mote/${uncalled.slug}`],
    ["Handlingarna skulle ha funnits nu", "Vårmöte\u00A0· 2027-03-23", `/mote/${asked.slug}/handlingar/ny`],
  ];
  const plain = [
    [
      "Brukarrepresentanterna saknar något lättläst att läsa",
      "Vårmöte\u00A0· 2027-03-23",
      `/mote/${asked.slug}/handlingar/ny`,
    ],
    [
      "Brukarrepresentanterna saknar något lättläst att läsa",
      "Extra möte\u00A0· 2027-03-25",
      `/mote/${uncalled.slug}/handlingar/ny`,
    ],
  ];
  expect(await told(ground)).toEqual({
    secretary: [answer, ...running, ...plain],
    member: [answer],
    keeper: [...running, ...plain],
  });
});

test("after a meeting whoever leads writes notes and attendance, and whoever keeps the body attendance", async () => {
  const ground = await stage();
  const { slug } = await meeting(ground.unit, [ground.network], {
    title: "Vintermöte",
    day: ahead(-3),
    state: "called",
  });
  const detail = "Vintermöte\u00A0· 2027-03-15";
  const attendance = ["Närvaron är inte skriven", detail, `/mote/${slug}/narvaro`];
  expect(await told(ground)).toEqual({
    secretary: [["Mötet har inga anteckningar", detail, `/mote/${slug}/anteckningar`], attendance],
    member: [],
    keeper: [attendance],
  });
});

test("notes that are begun are finished by whoever leads, adjusted by whoever is asked, and then sent", async () => {
  const ground = await stage();
  const { unit, network, bo } = ground;
  // So long ago that nobody is asked who came.
  const { id, slug } = await meeting(unit, [network], { title: "Höstmöte", day: ahead(-120), state: "held" });
  const partId = await part(id, network, [], { state: "working" });
  const detail = "Höstmöte\u00A0· 2026-11-18";
  const finish = ["Anteckningarna är inte klara", detail, `/mote/${slug}/anteckningar`];
  expect(await told(ground)).toEqual({ secretary: [finish], member: [], keeper: [] });
  await ownerDb.insertInto("minutes_adjuster").values({ part_id: partId, person_id: bo }).execute();
  await ownerDb.updateTable("minutes_part").set({ state: "adjusting" }).where("id", "=", partId).execute();
  expect(await told(ground)).toEqual({
    secretary: [finish],
    member: [["Anteckningar väntar på att du justerar dem", detail, `/mote/${slug}/anteckningar`]],
    keeper: [],
  });
  const final = { state: "final" as const, finished_at: now() };
  await ownerDb.updateTable("minutes_part").set(final).where("id", "=", partId).execute();
  const send = ["Anteckningarna är klara men inte skickade", detail, `/mote/${slug}/utskick`];
  expect(await told(ground)).toEqual({ secretary: [send], member: [], keeper: [send] });
});

test("a commission is reported by whoever has it, and then heard by the body that gave it", async () => {
  const ground = await stage();
  const { unit, network, bo } = ground;
  const given = { owner_person: bo, from_body: network, organisation_id: unit, state: "inProgress" as const };
  const dated = await commission({ ...given, due: ahead(3) });
  const undated = await commission(given);
  await commission({ ...given, due: ahead(30) });
  const detail = "Kartlägg stödet\u00A0· Nätverket";
  expect(await told(ground)).toEqual({
    secretary: [],
    member: [
      ["Ditt uppdrag ska redovisas 2027-03-21", detail, `/uppdrag/${dated}`],
      ["Ditt uppdrag har ingen sista dag", detail, `/uppdrag/${undated}`],
    ],
    keeper: [],
  });
  await ownerDb.updateTable("commission").set({ state: "closed" }).where("owner_person", "=", bo).execute();
  await ownerDb.updateTable("commission").set({ state: "reported" }).where("id", "=", dated).execute();
  expect(await told(ground)).toEqual({
    secretary: [["Ett uppdrag från Nätverket är redovisat", "Kartlägg stödet", `/uppdrag/${dated}`]],
    member: [],
    keeper: [],
  });
});

test("what others ask of the unit is answered by whoever keeps its bodies (R163)", async () => {
  const ground = await stage();
  await commission({ organisation_id: ground.unit, requester: "Länsstyrelsen", state: "received" });
  const line = ["Någon utanför gruppen har bett om något och väntar på svar", "FoU Länet", "/uppdrag/inflode"];
  expect(await told(ground)).toEqual({ secretary: [], member: [], keeper: [line] });
});

test("a matter that was parked without a day is thought of by whoever leads, and news told to those who follow (R213)", async () => {
  const ground = await stage();
  const { network, rut, bo } = ground;
  const { id, slug } = await matter(network, {
    title: "Jourboende",
    state: "parked",
    reason: "Väntar",
    since: ahead(-90),
    remind_on: someDay,
  });
  await ownerDb
    .insertInto("matter_subscription")
    .values({ matter_id: id, person_id: bo, since: now().subtract({ hours: 48 }) })
    .execute();
  await ownerDb
    .insertInto("matter_step")
    .values({
      id: newId(),
      matter_id: id,
      step_no: 1,
      what: "parked",
      told_by: rut,
      told_at: now().subtract({ hours: 1 }),
    })
    .execute();
  expect(await told(ground)).toEqual({
    secretary: [
      [
        "Ska Jourboende tas upp igen?",
        "Nätverket parkerade frågan 2026-12-18 utan att sätta en dag.",
        `/fraga/${slug}`,
      ],
    ],
    member: [["Något har hänt i en fråga du följer", "Jourboende", `/fraga/${slug}`]],
    keeper: [],
  });
});

test("whoever represents others is asked twice a year what came of it, also without a seat here (R156)", async () => {
  const ground = await stage();
  const { unit } = ground;
  const personId = await person();
  const id = newId<"representation">();
  await ownerDb
    .insertInto("representation")
    .values({
      id,
      person_id: personId,
      organisation_id: unit,
      kept_by: unit,
      place: "Nationella rådet",
      level: "national",
      valid_from: ahead(-300),
    })
    .execute();
  const title = "Vad har det gett att du sitter i Nationella rådet?";
  const lines = async () => linesFor(await actor(personId));
  expect(await lines()).toEqual([[title, "För FoU Länet. Du har inte berättat än.", `/foretradare/${id}/rapport`]]);
  await ownerDb
    .insertInto("representation_report")
    .values({
      id: newId(),
      representation_id: id,
      day: ahead(-200),
      text: "Ett",
      written_by: personId,
      written_at: now(),
    })
    .execute();
  expect((await lines()).map(([, detail]) => detail)).toEqual(["För FoU Länet. Du berättade senast 2026-08-30."]);
  expect(await told(ground)).toEqual({ secretary: [], member: [], keeper: [] });
});

test("one's next meeting is the first that is not over and not called off, in one's own bodies", async () => {
  const { unit, network, member, keeper, strangers } = await stage();
  const next = async (whoever: Actor) => (await whatWaitsInMeetings(db, whoever, now())).part;
  expect(await next(member)).toEqual({ sits: true, isConcerned: true, next: undefined });
  const today = { day: someDay, starts: Temporal.PlainTime.from("09:00") };
  await meeting(unit, [network], { ...today, ends: Temporal.PlainTime.from("11:00") });
  await meeting(unit, [network], { day: ahead(1), state: "calledOff", called_off_reason: "Sjukdom" });
  await meeting(unit, [network], { day: ahead(9) });
  const { slug } = await meeting(unit, [network], { ...today, day: ahead(2), title: "Vårmöte", mode: "digital" });
  expect((await next(member)).next).toEqual({
    slug,
    title: "Vårmöte",
    day: ahead(2),
    starts: today.starts,
    ends: null,
    mode: "digital",
    venue: null,
  });
  for (const whoever of [keeper, ...strangers]) expect((await next(whoever)).next).toBeUndefined();
});

test("somebody who has no part in networks and councils is asked about once", async () => {
  const { unit } = await stage();
  const guest = await someone("guest", { organisation: unit });
  expect(await statements(async () => whatWaitsInMeetings(db, guest, now()))).toHaveLength(1);
});
