import { describe, expect, test } from "vitest";
import { recordDecision, takeBackDecision } from "#features/privacy/decisions/commands.ts";
import { organisationsWithoutDecision, retentionPage } from "#features/privacy/decisions/queries.ts";
import { countedBack, RetentionWish, spanOfDays } from "#features/privacy/decisions/retention-decision.ts";
import { decidedKinds } from "#features/privacy/retention.ts";
import { eraseWhatIsDue } from "../../../due-deletions.ts";
import { given } from "../../../../test/given.ts";
import { givenRounds, noon } from "../../../../test/given-rounds.ts";
import { testWeb } from "../../../../test/web.ts";

const now = noon("2030-06-03");
const { app, db, ownerDb, url, signedIn } = await testWeb(now);
const rounds = givenRounds(ownerDb);
const { someone } = given(ownerDb);

const twoYears = { outcome: "erase", count: 2, unit: "years", number: "Dnr 2030/12", decidedOn: "2030-05-20" };
const wish = (over: object = {}) => RetentionWish.parse({ ...twoYears, ...over });

/** An organisation with a circle that was over long ago, and those who decide for it. */
async function stage() {
  const unit = await rounds.organiser();
  const planner = await someone("developmentLeader", { organisation: unit });
  const round = await rounds.published(unit, { state: "completed" });
  const registration = await rounds.registration(round.id, { state: "completed" });
  const { slug } = await ownerDb
    .selectFrom("organisation")
    .where("id", "=", unit)
    .select("slug")
    .executeTakeFirstOrThrow();
  const isLeft = async () =>
    (await ownerDb.selectFrom("registration").where("id", "=", registration).select("email").executeTakeFirst())
      ?.email !== null;
  return { unit, planner, slug, isLeft };
}

const inForce = (unit: string) =>
  ownerDb
    .selectFrom("retention_decision")
    .where("organisation_id", "=", unit as never)
    .where("ended_at", "is", null)
    .selectAll()
    .execute();

describe("a decision about how long something is kept", () => {
  test("lets go exactly what was told before, the next night, and the count stays", async () => {
    const { unit, planner, slug, isLeft } = await stage();
    const before = await retentionPage(db, planner, slug, now());
    const waiting = before.kinds.find(({ kind }) => kind === "registration")?.waiting;
    expect(waiting).toBe(1);
    await eraseWhatIsDue(db, now);
    expect(await isLeft()).toBe(true);

    await recordDecision(db, planner, now, unit, "registration", wish());
    expect(await isLeft()).toBe(true);
    await eraseWhatIsDue(db, now);
    expect(await isLeft()).toBe(false);
    const after = await retentionPage(db, planner, slug, now());
    expect(after.kinds.find(({ kind }) => kind === "registration")).toMatchObject({ waiting: 0, erased: waiting });
    expect(after.runs).toMatchObject([{ kind: "registration", erased: waiting }]);
    const deed = await ownerDb
      .selectFrom("audit_record")
      .where("what", "=", "platform.erased")
      .where("organisation_id", "=", unit)
      .select(["via", "about", "payload"])
      .executeTakeFirstOrThrow();
    expect(deed).toMatchObject({
      via: "job",
      about: "registration",
      payload: { after: { erased: 1, number: "Dnr 2030/12" } },
    });
  });

  test("may be that it is kept: then nothing goes, however old", async () => {
    const { unit, planner, isLeft } = await stage();
    await recordDecision(db, planner, now, unit, "registration", wish({ outcome: "keep", count: "", unit: "years" }));
    await eraseWhatIsDue(db, now);
    expect(await isLeft()).toBe(true);
    expect(await inForce(unit)).toMatchObject([{ kept_count: null, kept_unit: null }]);
  });

  test("takes the place of the one before, and nothing goes by one that was taken back", async () => {
    const { unit, planner, slug, isLeft } = await stage();
    await recordDecision(db, planner, now, unit, "registration", wish({ count: 50 }));
    await recordDecision(db, planner, now, unit, "registration", wish({ number: "Dnr 2030/13" }));
    expect(await inForce(unit)).toMatchObject([{ number: "Dnr 2030/13", kept_count: 2 }]);
    await takeBackDecision(db, planner, now, unit, "registration");
    await eraseWhatIsDue(db, now);
    expect(await isLeft()).toBe(true);
    const { earlier } = await retentionPage(db, planner, slug, now());
    expect(earlier.map(({ number }) => number).toSorted()).toEqual(["Dnr 2030/12", "Dnr 2030/13"]);
    await expect(takeBackDecision(db, planner, now, unit, "registration")).rejects.toMatchObject({
      code: "retention.decision.none",
    });
  });

  test("written twice at once holds once", async () => {
    const { unit, planner } = await stage();
    const numbers = ["1", "2", "3", "4"];
    await Promise.all(
      numbers.map((number) => recordDecision(db, planner, now, unit, "mailing", wish({ number: `Dnr ${number}` }))),
    );
    expect(await inForce(unit)).toHaveLength(1);
  });

  test("is written by those who may decide for the organisation, and by nobody else", async () => {
    const { unit, slug } = await stage();
    const elsewhere = await someone("developmentLeader", { organisation: await rounds.organiser() });
    const deciding = recordDecision(db, elsewhere, now, unit, "registration", wish());
    await expect(deciding).rejects.toMatchObject({ kind: "forbidden" });
    await expect(retentionPage(db, elsewhere, slug, now())).rejects.toMatchObject({ kind: "forbidden" });
    const officer = await someone("dataProtectionOfficer", { organisation: unit });
    expect((await retentionPage(db, officer, slug, now())).can.decide).toBe(false);
    await expect(recordDecision(db, officer, now, unit, "registration", wish())).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect(await inForce(unit)).toEqual([]);
    const registrar = await someone("registrar", { organisation: unit });
    await recordDecision(db, registrar, now, unit, "registration", wish());
    expect(await inForce(unit)).toHaveLength(1);
  });

  test("is missing until every kind has one", async () => {
    const { unit, planner } = await stage();
    const missing = async () =>
      (await organisationsWithoutDecision(db, planner)).find(({ id }) => id === unit)?.missing;
    expect(await missing()).toBe(decidedKinds.length);
    for (const kind of decidedKinds) await recordDecision(db, planner, now, unit, kind, wish());
    expect(await missing()).toBeUndefined();
  });

  test.each([
    ["a time of days that takes what is in use", { count: 29, unit: "days" }, "count"],
    ["no time, though it is to be erased", { count: "" }, "count"],
    ["no number", { number: " " }, "number"],
    ["a personal number in the number", { number: "191212121212" }, "number"],
    ["no day", { decidedOn: "" }, "decidedOn"],
    ["a kind of time that is not there", { unit: "weeks" }, "unit"],
  ])("is refused with %s", (_, over, path) => {
    const read = RetentionWish.safeParse({ ...twoYears, ...over });
    expect(read.error?.issues.map((issue) => issue.path[0])).toContain(path);
  });

  test("is refused when it is said to be made tomorrow", async () => {
    const { unit, planner } = await stage();
    await expect(
      recordDecision(db, planner, now, unit, "registration", wish({ decidedOn: "2030-06-04" })),
    ).rejects.toMatchObject({ problems: [{ path: "decidedOn" }] });
    expect(await inForce(unit)).toEqual([]);
  });

  test("counts months and years as people do", () => {
    const day = (count: number, unit: "days" | "months" | "years") =>
      countedBack(noon("2028-03-31")(), { count, unit })
        .toZonedDateTimeISO("Europe/Stockholm")
        .toPlainDate()
        .toString();
    expect([day(1, "months"), day(1, "years"), day(30, "days")]).toEqual(["2028-02-29", "2027-03-31", "2028-03-01"]);
    expect([spanOfDays(730), spanOfDays(30)]).toEqual([
      { count: 2, unit: "years" },
      { count: 30, unit: "days" },
    ]);
  });
});

test("on the page one sees what would go, writes the decision, and is told how much goes", async () => {
  const { slug, planner } = await stage();
  const cookie = await signedIn(planner.personId);
  const ask = (path: string, init: RequestInit = {}) =>
    app.request(`/organisationer/${slug}/gallring${path}`, { ...init, headers: { cookie, origin: url } });
  expect(await (await ask("")).text()).toContain("Beslut saknas");
  const form = await (await ask("/registration")).text();
  expect(form).toContain("Med 2 år efter att cirkeln är slut raderas 1 uppgift i natt.");
  const wrong = await ask("/registration", { method: "POST", body: new URLSearchParams({ ...said, decidedOn: "" }) });
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('value="Dnr 2030/12"')]);
  const sent = await ask("/registration", { method: "POST", body: new URLSearchParams(said) });
  const location = sent.headers.get("location") ?? "";
  const done = await (await app.request(location, { headers: { cookie } })).text();
  expect(done).toContain("I natt raderas 1 uppgift");
  expect(await (await app.request("/personuppgifter")).text()).toContain("Dnr 2030/12");
  expect((await ask("/person")).status).toBe(404);
});
const said = { ...twoYears, count: "2" };
