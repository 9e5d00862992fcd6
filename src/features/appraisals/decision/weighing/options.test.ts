import { describe, expect, test } from "vitest";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { OptionsForm, OptionsWish } from "#features/appraisals/decision/decision-words.ts";
import { optionsOf } from "#features/appraisals/decision/queries.ts";
import { writeOptions } from "#features/appraisals/decision/weighing/commands.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenAppraisals } from "../../../../../test/given-appraisals.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, role, actor } = given(ownerDb);
const now = noon("2027-03-18");
const unit = await organisation({ name: "Familjeenheten" });
const [eva, nils] = [await person({ name: "Eva Lund" }), await person({ name: "Nils Berg" })];
await role(nils, "unitManager", { organisation: unit });
const [author, decider] = [await actor(eva), await actor(nils)];

describe("the options", () => {
  const version = async (slug: string) => (await appraisalInside(db, decider, slug, someDay)).appraisal.version;
  const table = {
    criteria: ["Nytta", "Kostnad"],
    options: [
      { text: "Börja", weighing: ["Stor", null] },
      { text: "Som i dag", weighing: [null, "Ingen"] },
    ],
  };

  test("are held against what matters, by both parties, from the version that was read", async () => {
    const { id, slug } = await givenAppraisals(ownerDb).appraisal(
      unit,
      { decider_id: nils, state: "proposed" },
      { authors: [eva], isSought: true },
    );
    await writeOptions(db, decider, now, slug, OptionsWish.parse({ ...table, version: await version(slug) }));
    expect(await optionsOf(db, id)).toEqual(table);
    const stale = OptionsWish.parse({ criteria: [], options: [], version: 1 });
    await expect(writeOptions(db, decider, now, slug, stale)).rejects.toMatchObject({ kind: "conflict" });
    await expect(writeOptions(db, author, now, slug, stale)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await optionsOf(db, id)).toEqual(table);
    await writeOptions(db, decider, now, slug, { criteria: [], options: [], version: await version(slug) });
    expect(await optionsOf(db, id)).toEqual({ criteria: [], options: [] });
  });

  test("come out of a form with empty places where they were written", () => {
    const sent = {
      criteria: { c0: "Nytta", c1: "", c2: "Kostnad" },
      options: { o0: { text: "Börja", cells: { c2: "40 000" } }, o2: { text: "Vänta" } },
      version: "3",
    };
    expect(OptionsForm.parse(sent)).toEqual({
      criteria: ["Nytta", "Kostnad"],
      options: [
        { text: "Börja", weighing: [null, "40 000"] },
        { text: "Vänta", weighing: [null, null] },
      ],
      version: 3,
    });
  });

  test("lose nothing that was written: a column or a row without a heading is refused at its field", () => {
    const issue = (sent: object) => OptionsForm.safeParse({ version: 1, ...sent }).error?.issues[0];
    expect(issue({ options: { o0: { text: "Börja", cells: { c1: "Dyrt" } } } })).toMatchObject({
      path: ["criteria", "c1"],
    });
    expect(issue({ criteria: { c0: "Nytta" }, options: { o1: { cells: { c0: "Stor" } } } })).toMatchObject({
      path: ["options", "o1", "text"],
    });
  });
});
