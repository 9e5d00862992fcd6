import { expect, test } from "vitest";
import { whatWaitsInKnowledge } from "#features/today/parts/waiting-in-knowledge.tsx";
import { catalogues } from "#catalogues.ts";
import { newId } from "#kernel/ids.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenKnowledge } from "../../../../test/given-knowledge.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, role, actor } = given(ownerDb);
const { item } = givenKnowledge(ownerDb);
const t = translators(catalogues).sv;
const now = noon("2027-03-18")();
const unit = await organisation({ name: "FoU Norr" });
const [karin, maja, elsa] = [await person(), await person(), await person()];
await role(maja, "developmentLeader", { organisation: unit });

const linesOf = async (who: typeof karin) => {
  const lines = await whatWaitsInKnowledge(db, await actor(who), now);
  const words = { t, near: (date: Temporal.PlainDate) => date.toString(), go: (href: string) => href };
  return lines(words).map(({ title, action }) => [title, action]);
};

test("a text waits for its reviewer, then for whoever writes or publishes it, and for nobody else", async () => {
  const text = await item(unit, {}, { state: "inReview", title: "Stöd", written_by: elsa });
  const id = newId<"knowledge_review">();
  await ownerDb
    .insertInto("knowledge_review")
    .values({ id, version_id: text.versionId, reviewer_id: karin, asked_at: now })
    .execute();
  const answered = (verdict: "approved" | "changesWanted") =>
    ownerDb
      .updateTable("knowledge_review")
      .set({ verdict, said: "Skriv kortare", answered_at: now.add({ hours: 1 }) })
      .where("id", "=", id)
      .execute();
  expect(await linesOf(karin)).toEqual([["Du är ombedd att granska Stöd", `/kunskap/${text.slug}/granska/svara`]]);
  expect([await linesOf(maja), await linesOf(elsa)]).toEqual([[], []]);
  await answered("changesWanted");
  expect(await linesOf(elsa)).toEqual([["Ändringar önskas i Stöd", `/kunskap/${text.slug}/granska`]]);
  expect([await linesOf(maja), await linesOf(karin)]).toEqual([[], []]);
  await answered("approved");
  expect(await linesOf(maja)).toEqual([["Stöd är klar att publicera", `/kunskap/${text.slug}/publicera`]]);
  expect([await linesOf(elsa), await linesOf(karin)]).toEqual([[], []]);
});
