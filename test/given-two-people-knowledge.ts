import { newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { givenKnowledge } from "./given-knowledge.ts";
import { givenQuestions } from "./given-questions.ts";
import { noon } from "./given-rounds.ts";
import { someDay } from "./given.ts";

type Who = PersonId | null;

const at = noon("2027-03-18")();

/** Rows of the knowledge base that name a person, keyed by the column that names them. */
export function givenKnowledgeRowsAbout(ownerDb: Database) {
  const { item } = givenKnowledge(ownerDb);
  const { question, answered } = givenQuestions(ownerDb);
  type On = { readonly unit: OrganisationId };

  const review = async (unit: OrganisationId, over: object) => {
    const { versionId } = await item(unit, {}, { state: "inReview" });
    await ownerDb
      .insertInto("knowledge_review")
      .values({ id: newId<"knowledge_review">(), version_id: versionId, asked_at: at, ...over })
      .execute();
  };

  const put: Record<string, (on: On, person: Who) => Promise<void>> = {
    "knowledge_version.written_by": async ({ unit }, written_by) => void (await item(unit, {}, { written_by })),
    "knowledge_version.published_by": async ({ unit }, published_by) => void (await item(unit, {}, { published_by })),
    "knowledge_review.reviewer_id": ({ unit }, reviewer_id) => review(unit, { reviewer_id }),
    "knowledge_review.asked_by": ({ unit }, asked_by) => review(unit, { asked_by }),
    "experience_step.said_by": async ({ unit }, said_by) => {
      const { id } = await item(unit, { kind: "professional" });
      const said = { stage: "shared" as const, said_on: someDay, reason: "Visad på en träff", recorded_at: at };
      await ownerDb
        .insertInto("experience_step")
        .values({ id: newId<"experience_step">(), item_id: id, ...said, said_by })
        .execute();
    },
    "knowledge_feedback.person_id": async ({ unit }, person_id) => {
      if (!person_id) return;
      const { id } = await item(unit);
      await ownerDb
        .insertInto("knowledge_feedback")
        .values({ id: newId<"knowledge_feedback">(), item_id: id, person_id, was_useful: "yes", given_on: someDay })
        .execute();
    },
  };
  const asked: typeof put = {
    "knowledge_question.asked_by": async ({ unit }, asked_by) => void (await question(unit, { asked_by })),
    "knowledge_question.taken_by": async ({ unit }, taken_by) =>
      void (await question(unit, { taken_by, ...(taken_by ? { state: "taken" } : {}) })),
    "knowledge_question.answered_by": async ({ unit }, answered_by) => void (await answered(unit, { answered_by })),
    "question_step.by_id": async ({ unit }, by_id) => {
      const { id: question_id } = await question(unit);
      await ownerDb
        .insertInto("question_step")
        .values({ id: newId<"question_step">(), question_id, step: "putBack", by_id, at })
        .execute();
    },
  };
  const sought: typeof put = {
    "saved_search.person_id": async (_on, person_id) => {
      if (!person_id) return;
      await ownerDb
        .insertInto("saved_search")
        .values({ id: newId<"saved_search">(), person_id, words: "familjehem", created_at: at })
        .execute();
    },
    "knowledge_digest.person_id": async (_on, person_id) => void (person_id && (await digest(person_id))),
    "knowledge_digest_term.person_id": async (_on, person_id) => {
      if (!person_id) return;
      await digest(person_id);
      const term_id = newId<"knowledge_term">();
      await ownerDb
        .insertInto("knowledge_term")
        .values({ id: term_id, kind: "area", slug: `ord-${term_id}`, name: `Ord ${term_id}` })
        .execute();
      await ownerDb.insertInto("knowledge_digest_term").values({ person_id, term_id }).execute();
    },
  };
  const digest = (person_id: PersonId) =>
    ownerDb
      .insertInto("knowledge_digest")
      .values({ person_id, created_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return { ...put, ...asked, ...sought };
}
