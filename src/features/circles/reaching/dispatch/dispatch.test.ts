import { describe, expect, test } from "vitest";
import { catalogues } from "../../../../catalogues.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { given as givenPeople } from "../../../../../test/given.ts";
import { monday } from "../../../../../test/given-registrations.ts";
import { actorWith, givenRounds } from "../../../../../test/given-rounds.ts";
import { runJobs } from "../../../../../test/jobs.ts";
import { dateIn } from "#kernel/clock.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { translators } from "#platform/web/translate.ts";
import { addContact, removeContact } from "#features/circles/reaching/dispatch/commands.ts";
import { dispatchList } from "#features/circles/reaching/dispatch/queries.ts";
import { reachingJobs } from "#features/circles/reaching/jobs.ts";
import { dispatchInvitation } from "#features/circles/reaching/mailing/commands.ts";
import { Dispatch, NewContact } from "#features/circles/reaching/mailing/mailing.ts";
import { mailingsOf } from "#features/circles/reaching/mailing/queries.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const people = givenPeople(ownerDb);
const translate = translators(catalogues);
const today = dateIn(monday());

/** A unit that is part of a support structure with two member municipalities, and a municipality that is no member. */
async function region() {
  const [unit, structure] = [
    await people.organisation({ name: `Enhet ${newId()}` }),
    await people.organisation({ name: `Struktur ${newId()}` }),
  ];
  const relate = (from: OrganisationId, to: OrganisationId, kind: "partOf" | "memberOf", over: object = {}) =>
    ownerDb
      .insertInto("organisation_relation")
      .values({ id: newId<"organisation_relation">(), from_id: from, to_id: to, kind, ...over })
      .execute();
  const municipality = (name: string) => people.organisation({ name: `${name} ${newId()}`, short_name: name });
  const [knivsta, heby, elsewhere, former] = [
    await municipality("Knivsta"),
    await municipality("Heby"),
    await municipality("Kalmar"),
    await municipality("Sala"),
  ];
  await relate(unit, structure, "partOf");
  await relate(knivsta, structure, "memberOf");
  await relate(heby, structure, "memberOf");
  await relate(former, structure, "memberOf", { valid_to: today.subtract({ days: 1 }) });
  const social = await people.organisation({ name: `Socialförvaltningen ${newId()}`, parent_id: heby });
  const someone = (
    name: string,
    role: "municipalCoordinator" | "socialServicesDirector" | "unitManager",
    organisation: OrganisationId,
  ) => people.someone(role, { organisation }, { name, email: `${name.toLowerCase()}-${unit}@example.se` });
  await someone("Lena", "municipalCoordinator", knivsta);
  await someone("Sture", "socialServicesDirector", social);
  await someone("Enar", "unitManager", knivsta);
  await someone("Kajsa", "municipalCoordinator", elsewhere);
  await someone("Siri", "municipalCoordinator", former);
  const round = await given.published(unit);
  const planner = await given.planner(unit);
  const address = (name: string) => `${name}-${unit}@example.se`;
  const list = async () =>
    (await dispatchList(db, { id: round.id, organisationId: unit }, today)).map(({ name }) => name);
  return { unit, round, planner, address, list };
}

const dispatch = (receivers: readonly string[], over: object = {}) =>
  Dispatch.parse({ subject: "Inbjudan", text: "Hej, sprid gärna.", replyTo: "siv.alm@example.se", receivers, ...over });
const mailsTo = async (address: string) =>
  ownerDb.selectFrom("mail").where("to_address", "=", address).orderBy("id").selectAll().execute();

describe("whom an invitation may be sent to", () => {
  test("those who stand for the members of the structure, and of what lies below them, and nobody else", async () => {
    const { list } = await region();
    expect(await list()).toEqual(["Sture", "Lena"]);
  });

  test("with those added by hand, who stay for the next round of the organiser", async () => {
    const { unit, round, planner, address, list } = await region();
    const ove = NewContact.parse({ name: "Ove", workplace: "Brukarföreningen", email: "Ove@Example.se" });
    await addContact(db, planner, monday, round.id, ove);
    await addContact(db, planner, monday, round.id, { ...ove, name: "Ove Frisk" });
    await addContact(db, planner, monday, round.id, NewContact.parse({ name: "Lena Ström", email: address("lena") }));
    expect(await list()).toEqual(["Sture", "Lena Ström", "Ove Frisk"]);
    const next = await given.published(unit);
    const [, lena] = await dispatchList(db, { id: next.id, organisationId: unit }, today);
    await removeContact(db, planner, round.id, lena!.id!);
    expect(await list()).toEqual(["Sture", "Lena", "Ove Frisk"]);
  });

  test("a stranger neither adds nor removes", async () => {
    const { round, list } = await region();
    const contact = NewContact.parse({ name: "Ove", email: "ove@example.se" });
    await expect(addContact(db, actorWith([]), monday, round.id, contact)).rejects.toMatchObject({
      code: "round.no_such_round",
    });
    const reader = actorWith(["circles:read"], { things: new Set([round.id]) });
    await expect(addContact(db, reader, monday, round.id, contact)).rejects.toMatchObject({ code: "round.not_yours" });
    expect(await list()).toHaveLength(2);
  });
});

describe("the invitation is sent", () => {
  test("as one mail each with all of it, the words before it, and where the files are", async () => {
    const { round, planner, address } = await region();
    await dispatchInvitation(db, planner, monday, round.id, dispatch([address("lena"), address("sture")]));
    await runJobs(db, reachingJobs, { now: monday, translate });
    const [mail, ...more] = await mailsTo(address("lena"));
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: "Inbjudan", reply_to_address: "siv.alm@example.se", about: round.id });
    for (const words of [
      "Hej, sprid gärna.",
      "Tidiga samordnade insatser",
      "Att samordna tidigare.",
      "fre 1 oktober",
      "Plats meddelas",
      "fre 10 september",
      `https://cirklar.example.se/cirklar/${round.slug}/inbjudan.docx`,
    ])
      expect(mail!.body_text).toContain(words);
    expect(mail!.body_text).not.toContain(address("sture"));
  });

  test("again only when that is asked for, by name", async () => {
    const { round, planner, address } = await region();
    const send = (over: object = {}) =>
      dispatchInvitation(db, planner, monday, round.id, dispatch([address("lena"), address("sture")], over));
    await dispatchInvitation(db, planner, monday, round.id, dispatch([address("lena")]));
    await expect(send()).rejects.toMatchObject({
      code: "reaching.dispatch.again_asked",
      details: { count: 1, names: "Lena" },
    });
    expect(await mailingsOf(db, round.id)).toHaveLength(1);
    await send({ again: "on" });
    await runJobs(db, reachingJobs, { now: monday, translate });
    expect([(await mailsTo(address("lena"))).length, (await mailsTo(address("sture"))).length]).toEqual([2, 1]);
    const [listed] = await dispatchList(db, { id: round.id, organisationId: await organisationOf(round.id) }, today);
    expect(listed!.sentAt).toEqual(monday());
  });

  test("once, however often the same button is pressed", async () => {
    const { round, planner, address } = await region();
    const wish = dispatch([address("lena")], { id: newId() });
    await Promise.all([1, 2].map(() => dispatchInvitation(db, planner, monday, round.id, wish)));
    await runJobs(db, reachingJobs, { now: monday, translate });
    expect(await mailsTo(address("lena"))).toHaveLength(1);
  });

  test("to nobody who is not in the list, and from no draft", async () => {
    const { unit, round, planner } = await region();
    await expect(
      dispatchInvitation(db, planner, monday, round.id, dispatch(["okand@example.se"])),
    ).rejects.toMatchObject({ code: "reaching.dispatch.unknown" });
    const draft = await given.readyDraft(unit);
    await expect(
      dispatchInvitation(db, planner, monday, draft.id, dispatch(["okand@example.se"])),
    ).rejects.toMatchObject({ code: "reaching.dispatch.draft" });
    expect(Dispatch.safeParse({ subject: "x", replyTo: "siv.alm@example.se", receivers: [] }).success).toBe(false);
  });
});

async function organisationOf(id: string): Promise<OrganisationId> {
  const row = await ownerDb
    .selectFrom("round")
    .where("id", "=", id as never)
    .select("organisation_id")
    .executeTakeFirstOrThrow();
  return row.organisation_id;
}
