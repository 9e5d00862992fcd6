import { describe, expect, test } from "vitest";
import { catalogues } from "../../../catalogues.ts";
import { testDatabase } from "../../../../test/database.ts";
import { given as givenPeople } from "../../../../test/given.ts";
import { monday } from "../../../../test/given-registrations.ts";
import { givenRounds } from "../../../../test/given-rounds.ts";
import { runJobs } from "../../../../test/jobs.ts";
import { dateIn } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import { translators } from "#platform/web/translate.ts";
import { handOver } from "#features/circles/handover/commands.ts";
import { contactsAfter, Handover } from "#features/circles/handover/handover.ts";
import { handoverJobs } from "#features/circles/handover/jobs.ts";
import { handoverPage, responsibleFor, takersOf } from "#features/circles/handover/queries.ts";
import { mayManageRound, maySeeRound } from "#features/circles/round/round-policy.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import { actorOf } from "#features/organisations/people/queries.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const people = givenPeople(ownerDb);
const organiser = await given.organiser();
const today = dateIn(monday());
const translate = translators(catalogues);

/** A round that Asta leads by a role in it and answers for, and Bo and Cim who could take it. */
async function stage(state: "published" | "draft" = "published") {
  const round = state === "draft" ? await given.readyDraft(organiser) : await given.published(organiser);
  const asta = await people.someone(
    "circleLeader",
    { round: round.id },
    { name: "Asta Berg", email: `asta-${round.id}@example.se` },
  );
  const bo = await people.someone(
    "developmentLeader",
    { organisation: organiser },
    { name: "Bo Al", email: `bo-${round.id}@example.se`, title: "Utvecklingsledare", phone: "070-1" },
  );
  const cim = await people.someone(
    "circleLeader",
    { organisation: organiser },
    { name: "Cim Ek", email: `cim-${round.id}@example.se` },
  );
  await ownerDb.updateTable("round").set({ created_by: asta.personId }).where("id", "=", round.id).execute();
  return { round, asta, bo, cim };
}
const acting = async (personId: PersonId) => (await actorOf(db, personId, today))!.actor;
const wish = (from: PersonId | "nobody", to: PersonId, over: object = {}) =>
  Handover.parse({ from, to, keepsReading: false, takesContacts: true, takesDrafts: true, ...over });

describe("a round is handed over", () => {
  test("the colleague leads it from then on, and whoever led it by a role in it sees it no more (R031)", async () => {
    const { round, asta, cim } = await stage();
    expect(mayManageRound(await acting(cim.personId), (await roundFacts(db, round.id))!)).toBe(false);
    await handOver(db, await acting(asta.personId), monday, round.id, wish(asta.personId, cim.personId));

    const facts = (await roundFacts(db, round.id))!;
    expect((await responsibleFor(db, round.id))?.name).toBe("Cim Ek");
    expect(mayManageRound(await acting(cim.personId), facts)).toBe(true);
    expect(maySeeRound(await acting(asta.personId), facts)).toBe(false);
  });

  test("the former leader reads it still when that was agreed, and changes nothing", async () => {
    const { round, asta, cim } = await stage();
    await handOver(
      db,
      await acting(asta.personId),
      monday,
      round.id,
      wish(asta.personId, cim.personId, { keepsReading: true }),
    );
    const facts = (await roundFacts(db, round.id))!;
    const former = await acting(asta.personId);
    expect([maySeeRound(former, facts), mayManageRound(former, facts)]).toEqual([true, false]);
    await handOver(db, await acting(cim.personId), monday, round.id, wish(cim.personId, asta.personId));
    expect(mayManageRound(await acting(asta.personId), facts)).toBe(true);
  });

  test("the contact person is replaced where the former stood; leaders and other contacts stay", async () => {
    const { round, asta, bo } = await stage();
    await ownerDb.updateTable("round_contact").set({ position: 1 }).where("round_id", "=", round.id).execute();
    await given.contact(round.id, { name: "Asta Berg", email: `Asta-${round.id}@example.se` });
    await handOver(db, await acting(asta.personId), monday, round.id, wish(asta.personId, bo.personId));
    expect((await roundFacts(db, round.id))!.contacts).toEqual([
      { name: "Bo Al", title: "Utvecklingsledare", email: `bo-${round.id}@example.se`, phone: "070-1" },
      expect.objectContaining({ name: "Siv Alm" }),
    ]);
  });

  test("contacts stay as they are when that was wanted", async () => {
    const { round, asta, bo } = await stage();
    const before = (await roundFacts(db, round.id))!.contacts;
    await handOver(
      db,
      await acting(asta.personId),
      monday,
      round.id,
      wish(asta.personId, bo.personId, { takesContacts: false }),
    );
    expect((await roundFacts(db, round.id))!.contacts).toEqual(before);
  });

  test("drafts of the same series go along, other drafts stay", async () => {
    const { round, asta, cim } = await stage();
    const { programme_id } = await ownerDb
      .selectFrom("round")
      .where("id", "=", round.id)
      .selectAll()
      .executeTakeFirstOrThrow();
    const next = await given.draft(organiser, { created_by: asta.personId });
    await ownerDb.updateTable("round").set({ programme_id }).where("id", "=", next.id).execute();
    const other = await given.draft(organiser, { created_by: asta.personId });
    await handOver(db, await acting(asta.personId), monday, round.id, wish(asta.personId, cim.personId));
    expect((await responsibleFor(db, next.id))?.name).toBe("Cim Ek");
    expect((await responsibleFor(db, other.id))?.name).toBe("Asta Berg");
  });

  test("the colleague is told what is open, with the one before to answer to", async () => {
    const { round, asta, cim } = await stage();
    await given.registration(round.id, { state: "waitlisted" });
    await handOver(
      db,
      await acting(asta.personId),
      monday,
      round.id,
      wish(asta.personId, cim.personId, { note: "Rummet är bokat." }),
    );
    await runJobs(db, handoverJobs, { now: monday, translate });
    const [mail, ...more] = await ownerDb.selectFrom("mail").where("about", "=", round.id).selectAll().execute();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to_address: `cim-${round.id}@example.se`,
      subject: "Du tar över Tidiga samordnade insatser",
      reply_to_address: `asta-${round.id}@example.se`,
    });
    for (const words of [
      "Asta Berg har lämnat över",
      "Rummet är bokat.",
      "En står på väntelistan",
      "fre 10 september",
      `/planera/${round.slug}`,
    ])
      expect(mail!.body_text).toContain(words);
  });

  test("it is written down who gave it to whom", async () => {
    const { round, asta, cim } = await stage();
    await handOver(db, await acting(asta.personId), monday, round.id, wish(asta.personId, cim.personId));
    const deed = await ownerDb
      .selectFrom("audit_record")
      .where("about", "=", round.id)
      .where("what", "=", "circles.round_handed_over")
      .select(["person_id as by", "payload"])
      .executeTakeFirstOrThrow();
    expect(deed).toMatchObject({
      by: asta.personId,
      payload: { before: { responsible: asta.personId }, after: { responsible: cim.personId } },
    });
    const page = await handoverPage(db, await acting(cim.personId), round.slug, monday());
    expect(page!.history).toMatchObject([{ from: "Asta Berg", to: "Cim Ek" }]);
  });
});

describe("two at once", () => {
  test("one gets it, and the other is told who has it", async () => {
    const { round, asta, bo, cim } = await stage();
    const by = await acting(asta.personId);
    const planner = await acting(bo.personId);
    const outcomes = await Promise.allSettled([
      handOver(db, by, monday, round.id, wish(asta.personId, cim.personId)),
      handOver(db, planner, monday, round.id, wish(asta.personId, bo.personId)),
    ]);
    const [won] = outcomes.flatMap((each) => (each.status === "fulfilled" ? each.value.to : []));
    const [lost] = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(lost).toMatchObject({ kind: "conflict" });
    expect((await responsibleFor(db, round.id))?.name).toBe(won);
    const leaders = await ownerDb
      .selectFrom("role_assignment")
      .where("round_id", "=", round.id)
      .where("role", "=", "circleLeader")
      .where("ended_at", "is", null)
      .selectAll()
      .execute();
    expect(leaders).toHaveLength(1);
  });

  test("somebody with an old page is told by name", async () => {
    const { round, asta, bo, cim } = await stage();
    await handOver(db, await acting(asta.personId), monday, round.id, wish(asta.personId, cim.personId));
    await expect(
      handOver(db, await acting(bo.personId), monday, round.id, wish(asta.personId, bo.personId)),
    ).rejects.toMatchObject({ code: "handover.taken", details: { name: "Cim Ek" } });
  });
});

describe("nobody takes over who", () => {
  test("has no part in circles there, has no address, or answers for it already", async () => {
    const { round, asta, bo, cim } = await stage();
    const elsewhere = await given.organiser();
    await people.someone("developmentLeader", { organisation: elsewhere }, { name: "Vera Utberg" });
    await people.someone("participant", { organisation: organiser }, { name: "Noor Haddad" });
    await people.someone("circleLeader", { organisation: organiser }, { name: "Utan Adress", email: null });
    const takers = await takersOf(db, { id: round.id, organisationId: organiser }, today);
    const ids = takers.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([bo.personId, cim.personId]));
    expect(ids).not.toContain(asta.personId);
    const names = takers.map(({ name }) => name);
    for (const name of ["Vera Utberg", "Noor Haddad", "Utan Adress"]) expect(names).not.toContain(name);
  });

  test("is refused otherwise, and nothing changes", async () => {
    const { round, asta } = await stage();
    const stranger = await people.someone("developmentLeader", { organisation: await given.organiser() });
    const before = await responsibleFor(db, round.id);
    await expect(
      handOver(db, await acting(asta.personId), monday, round.id, wish(asta.personId, stranger.personId)),
    ).rejects.toMatchObject({ problems: [{ path: "to", code: "handover.no_such_colleague" }] });
    await expect(
      handOver(db, stranger, monday, round.id, wish(asta.personId, stranger.personId)),
    ).rejects.toMatchObject({ code: "round.no_such_round" });
    expect(await responsibleFor(db, round.id)).toEqual(before);
  });
});

test("nobody stands twice among the contacts", () => {
  const contact = (name: string, email: string | null) => ({ name, title: null, email, phone: null });
  const [asta, bo, siv] = [contact("Asta", "asta@example.se"), contact("Bo", "bo@example.se"), contact("Siv", null)];
  expect(contactsAfter([siv, asta, bo], asta, bo)).toEqual([siv, bo]);
  expect(contactsAfter([siv], asta, bo)).toEqual([bo, siv]);
  expect(contactsAfter([], undefined, bo)).toEqual([bo]);
  expect(contactsAfter([contact("siv ", null)], siv, bo)).toEqual([bo]);
});
