import { describe, expect, test } from "vitest";
import { statements, testDatabase } from "../../../../test/database.ts";
import { day, givenRounds, noon, time } from "../../../../test/given-rounds.ts";
import { newestRounds, openRounds, publicRound } from "#features/circles/public/queries.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const now = noon("2027-06-01")();
const organiser = await given.organiser({ slug: "fou-lanet", short_name: "FoU Länet" });

describe("the public page of a round", () => {
  test("is there for a published round and not for a draft", async () => {
    const draft = await given.readyDraft(organiser);
    expect(await publicRound(db, draft.slug, now)).toBeUndefined();
    const round = await given.published(organiser);
    expect(await publicRound(db, round.slug, now)).toMatchObject({
      organiser: { shortName: "FoU Länet" },
      kind: { nameSv: "Forskningscirkel" },
      availability: { way: "open", left: 12 },
      extended: undefined,
    });
    expect(await publicRound(db, "finns-inte", now)).toBeUndefined();
  });

  test("tells how many, and of people only leaders and contacts", async () => {
    const round = await given.published(organiser);
    await given.registration(round.id, { name: "Hemlig Person", email: "hemlig@example.se" });
    await given.registration(round.id, { state: "unconfirmed", confirm_by: noon("2027-06-03")(), confirmed_at: null });
    await given.registration(round.id, { state: "lapsed", confirmed_at: null });
    const seen = await publicRound(db, round.slug, now);
    expect(seen?.availability).toMatchObject({ left: 10, taken: 2 });
    expect(JSON.stringify(seen)).not.toMatch(/hemlig|Deltagare/iu);
  });

  test("takes the same few statements, however many have applied", async () => {
    const round = await given.published(organiser);
    for (let applicant = 0; applicant < 5; applicant += 1) await given.registration(round.id, { state: "applied" });
    expect((await statements(() => publicRound(db, round.slug, now))).length).toBeLessThanOrEqual(6);
  });
});

describe("the list of open rounds", () => {
  test("holds what one can apply to, and can be narrowed", async () => {
    const other = await given.organiser({ slug: "fou-annan", short_name: "FoU Annan" });
    const digital = await given.published(other, { title: "Digital", kind: "training", deadline: day("2027-06-10") });
    await given.session(digital.id, { date: day("2027-10-05"), starts: time("09:00"), mode: "digital" });
    const full = await given.published(other, {
      title: "Full",
      hard_capacity: 1,
      target_capacity: 1,
      deadline: day("2027-06-11"),
    });
    await given.registration(full.id);
    await given.published(other, { title: "Stängd", state: "closed" });
    await given.published(other, { title: "Inställd", state: "cancelled", cancelled_reason: "För få" });

    const titles = async (wish: Parameters<typeof openRounds>[1]) =>
      (await openRounds(db, { organiser: "fou-annan", ...wish }, now)).rounds.map(({ round }) => round.title);
    expect(await titles({})).toEqual(["Digital", "Full"]);
    expect(await titles({ free: "1" })).toEqual(["Digital"]);
    expect(await titles({ mode: "digital" })).toEqual(["Digital"]);
    expect(await titles({ kind: "training" })).toEqual(["Digital"]);
    expect(await titles({ county: "25" })).toEqual([]);
    expect((await openRounds(db, {}, now)).choices.organisers).toContainEqual(
      expect.objectContaining({ slug: "fou-annan", shortName: "FoU Annan" }),
    );
  });

  test("leaves no trace of drafts in the feed", async () => {
    const draft = await given.readyDraft(organiser, { title: "Hemligt utkast" });
    expect((await newestRounds(db, now)).map(({ round }) => round.id)).not.toContain(draft.id);
  });
});
