import { describe, expect, test } from "vitest";
import {
  addMethod,
  changeMethod,
  restoreMethod,
  withdrawMethod,
  writeCoreComponents,
} from "#features/appraisals/method/commands.ts";
import {
  CoreComponents,
  MethodChange,
  MethodUse,
  MethodWithdrawal,
  NewMethod,
} from "#features/appraisals/method/method-words.ts";
import { bases, methodKinds, phases } from "#features/appraisals/method/method.ts";
import { methodInside } from "#features/appraisals/method/queries.ts";
import { methodsListed } from "#features/appraisals/method/register/queries.ts";
import { removeMethodUse, sayMethodUse } from "#features/appraisals/method/uses/commands.ts";
import { methodUses } from "#features/appraisals/method/uses/queries.ts";
import { newId } from "#kernel/ids.ts";
import { sql } from "kysely";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const now = noon("2027-03-18");
const unit = await organisation({ name: "Familjeenheten" });
const other = await organisation({ name: "Vuxenenheten" });
const nils = await someone("unitManager", { organisation: unit });
const anna = await someone("unitManager", { organisation: other });
const guest = await someone("guest", { organisation: unit });

const added = async (over: object = {}) =>
  addMethod(
    db,
    nils,
    now,
    NewMethod.parse({ kind: "wayOfWorking", name: `Metod ${newId()}`, organisationId: unit, ...over }),
  );
const read = async (slug: string) => (await methodInside(db, guest, slug)).method;
const uses = async (slug: string) => {
  const { id } = await read(slug);
  return (await methodUses(db, id)).map(({ organisation: by, phase, fromDay, toDay }) =>
    [by, phase, fromDay?.toString() ?? "?", toDay?.toString() ?? "now"].join(" "),
  );
};

test("a way of working in use says why and what it rests on, and tradition is an answer (R019)", async () => {
  const { slug } = await added({ why: "Så har vi gjort sedan 1998", basis: "tradition" });
  expect(await read(slug)).toMatchObject({ why: "Så har vi gjort sedan 1998", basis: "tradition" });
  const unsaid = await added();
  expect(await read(unsaid.slug)).toMatchObject({ why: null, basis: null });
});

test("a method is found by its name, its other names and its kind, and those that are withdrawn stand apart", async () => {
  const { slug } = await added({
    name: "Signs of Safety",
    alsoCalled: "SoS\nTecken på trygghet",
    kind: "intervention",
  });
  const found = async (wish: object) =>
    (await methodsListed(db, { limit: 50, ...wish })).methods.map((each) => each.slug);
  for (const typed of ["signs", "SOS", "trygghet"]) expect(await found({ typed })).toContain(slug);
  expect(await found({ typed: "sos", kind: "assessmentMethod" })).toEqual([]);
  expect(await found({ typed: "100%" })).toEqual([]);
  await withdrawMethod(db, nils, now, slug, MethodWithdrawal.parse({ reason: "Ersatt" }));
  expect(await found({ typed: "sos" })).toEqual([]);
  expect(await found({ typed: "sos", withdrawn: true })).toEqual([slug]);
  await restoreMethod(db, nils, slug);
  expect(await read(slug)).toMatchObject({ withdrawnAt: null, withdrawnReason: null });
});

describe("writing in the register", () => {
  test("is for those who weigh methods where it is kept, and changes nothing for others", async () => {
    await expect(
      addMethod(db, guest, now, NewMethod.parse({ kind: "intervention", name: "X", organisationId: unit })),
    ).rejects.toMatchObject({ code: "method.not_your_organisation" });
    const { slug } = await added({ purpose: "Som det var" });
    const words = MethodChange.parse({ kind: "intervention", name: "Ny", version: 1 });
    await expect(changeMethod(db, anna, slug, words)).rejects.toMatchObject({ code: "method.not_yours" });
    expect(await read(slug)).toMatchObject({ purpose: "Som det var", version: 1 });
    await changeMethod(db, nils, slug, words);
    expect(await read(slug)).toMatchObject({ name: "Ny", purpose: null, version: 2 });
    await expect(changeMethod(db, nils, slug, words)).rejects.toMatchObject({ code: "method.changed_meanwhile" });
  });

  test("refuses a personal identity number, and more names than a method has", () => {
    const said = { kind: "intervention", name: "X", organisationId: unit };
    expect(NewMethod.safeParse({ ...said, use: "Gäller 191212121212" }).success).toBe(false);
    const names = Array.from({ length: 21 }, (_, place) => `Namn ${place}`).join(", ");
    expect(NewMethod.safeParse({ ...said, alsoCalled: names }).success).toBe(false);
    expect(NewMethod.safeParse({ ...said, use: "Gäller alla" }).success).toBe(true);
  });
});

describe("core components", () => {
  test("keep who they are when they are moved and put in other words; one that was followed has ended and stays", async () => {
    const { slug, id } = await added();
    const write = (components: object[], version: number) =>
      writeCoreComponents(db, nils, now, slug, CoreComponents.parse({ version, components }));
    await write([{ text: "Familjen bjuder in" }, { text: "Två ledare" }, { text: "Fika" }], 1);
    const [invites, leaders, coffee] = (await methodInside(db, nils, slug)).components;
    const { id: appraisalId } = await appraisals.appraisal(unit, {}, { method: id });
    const introduction_id = await appraisals.introduction(appraisalId);
    await ownerDb
      .insertInto("fidelity_check")
      .values({ id: newId(), introduction_id, component_id: leaders!.id, checked_on: someDay, fidelity: "partly" })
      .execute();
    await write([{ text: "Alla samtycker" }, { id: invites!.id, text: "Familjen bjuder in sitt nätverk" }], 2);
    const { components } = await methodInside(db, nils, slug);
    expect(components.map(({ text, endedOn }) => [text, endedOn?.toString() ?? null])).toEqual([
      ["Alla samtycker", null],
      ["Familjen bjuder in sitt nätverk", null],
      ["Två ledare", someDay.toString()],
    ]);
    expect(components[1]?.id).toBe(invites!.id);
    await expect(write([{ id: coffee!.id, text: "Fika" }], 3)).rejects.toMatchObject({
      code: "method.no_such_component",
    });
  });
});

describe("where a method is used", () => {
  test("is kept by organisation over time: the next phase ends the one before on the day before it", async () => {
    const { slug } = await added();
    const say = (over: object) =>
      sayMethodUse(db, nils, now, slug, MethodUse.parse({ organisationId: unit, phase: "initialUse", ...over }));
    await say({ fromDay: "2026-01-10" });
    await say({ phase: "fullUse", fromDay: "2026-09-01" });
    expect(await uses(slug)).toEqual([
      "Familjeenheten fullUse 2026-09-01 now",
      "Familjeenheten initialUse 2026-01-10 2026-08-31",
    ]);
    await say({ phase: "maintained", fromDay: "2026-09-01" });
    expect((await uses(slug))[0]).toBe("Familjeenheten maintained 2026-09-01 now");
    for (const fromDay of ["2026-08-31", "2027-03-19"])
      await expect(say({ phase: "phasedOut", fromDay })).rejects.toMatchObject({ kind: "invalid" });
    expect(await uses(slug)).toHaveLength(2);
  });

  test("is said by those who weigh methods there, or keep the method, and by nobody else", async () => {
    const { slug } = await added();
    const [mine, theirs] = [unit, other].map((organisationId) => MethodUse.parse({ organisationId, phase: "fullUse" }));
    await sayMethodUse(db, anna, now, slug, theirs!);
    await expect(sayMethodUse(db, anna, now, slug, mine!)).rejects.toMatchObject({ kind: "forbidden" });
    await sayMethodUse(db, nils, now, slug, mine!);
    const { methods } = await methodsListed(db, { limit: 200 });
    expect(methods.find((each) => each.slug === slug)?.users).toBe(2);
    const { id } = await read(slug);
    const [first, second] = await methodUses(db, id);
    await expect(removeMethodUse(db, anna, slug, first!.id)).rejects.toMatchObject({ kind: "forbidden" });
    await removeMethodUse(db, anna, slug, second!.id);
    expect(await uses(slug)).toEqual(["Familjeenheten fullUse ? now"]);
  });
});

test("the words of the register are those that the database takes", async () => {
  const { rows } = await sql<{ about: string; definition: string }>`
    select conrelid::regclass::text as about, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'c' and conrelid in ('method'::regclass, 'method_use'::regclass)`.execute(ownerDb);
  const wordsOf = (about: string, column: string) => {
    const found = rows.filter((row) => row.about === about && row.definition.includes(`((${column} = ANY`));
    expect(found).toHaveLength(1);
    return [...found[0]!.definition.matchAll(/'([a-zA-Z]+)'/gu)].map(([, word]) => word);
  };
  expect(wordsOf("method", "kind")).toEqual([...methodKinds]);
  expect(wordsOf("method", "basis")).toEqual([...bases]);
  expect(wordsOf("method_use", "phase")).toEqual([...phases]);
});
