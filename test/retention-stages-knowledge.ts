import type { RetentionKind } from "../src/features/privacy/retention.ts";
import { dateIn } from "../src/kernel/clock.ts";
import { newId, type OrganisationId } from "../src/kernel/ids.ts";
import type { TestDatabase } from "./database.ts";
import { given } from "./given.ts";
import { givenKnowledge } from "./given-knowledge.ts";
import { givenQuestions } from "./given-questions.ts";
import type { Stage } from "./retention-stages-meetings.ts";

type Given = Pick<TestDatabase, "ownerDb"> & {
  readonly organiser: OrganisationId;
  readonly since: (days: number) => Temporal.Instant;
};

/** Of what `retentionStages` holds: what is kept in the knowledge base. */
export function knowledgeStages({ ownerDb, organiser, since }: Given) {
  const { person } = given(ownerDb);
  const { item } = givenKnowledge(ownerDb);
  const { answered } = givenQuestions(ownerDb);
  return {
    knowledgeWriter: async (days) => {
      const over = { retired_at: since(days), retired_reason: "Ersatt" };
      const { versionId } = await item(organiser, over, { written_by: await person() });
      const kept = () => ownerDb.selectFrom("knowledge_version").where("id", "=", versionId);
      return { left: async () => (await kept().where("written_by", "is not", null).selectAll().execute()).length };
    },
    questionPeople: async (days) => {
      const { id } = await answered(organiser, { asked_by: await person() });
      await ownerDb
        .updateTable("question_step")
        .set({ at: since(days) })
        .where("question_id", "=", id)
        .execute();
      const kept = () => ownerDb.selectFrom("knowledge_question").where("id", "=", id);
      return { left: async () => (await kept().where("asked_by", "is not", null).selectAll().execute()).length };
    },
    knowledgeFeedback: async (days) => {
      const { id: item_id } = await item(organiser);
      const id = newId<"knowledge_feedback">();
      await ownerDb
        .insertInto("knowledge_feedback")
        .values({ id, item_id, person_id: await person(), was_useful: "yes", given_on: dateIn(since(days)) })
        .execute();
      const kept = () => ownerDb.selectFrom("knowledge_feedback").where("id", "=", id);
      return { left: async () => (await kept().selectAll().execute()).length };
    },
    savedSearch: async (days) => {
      const id = newId<"saved_search">();
      const kept = { words: "familjehem", created_at: since(days) };
      await ownerDb
        .insertInto("saved_search")
        .values({ id, person_id: await person(), ...kept })
        .execute();
      const left = () => ownerDb.selectFrom("saved_search").where("id", "=", id).selectAll().execute();
      return { left: async () => (await left()).length };
    },
  } satisfies Partial<Record<RetentionKind, (days: number) => Promise<Stage>>>;
}
