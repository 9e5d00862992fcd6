import type { Insertable } from "kysely";
import { newId, type OrganisationId } from "../src/kernel/ids.ts";
import { answerSources, type QuestionId } from "../src/features/knowledge/question/question.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { noon } from "./given-rounds.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

const at = noon("2027-03-18")();

/**
 * Sentences about questions from practice:
 *
 *     const { slug } = await questions.question(unit, { asked_by: eva });
 *     const answered = await questions.answered(unit, { asked_by: eva, answered_by: nils });
 */
export function givenQuestions(db: Database) {
  const question = async (
    organisation_id: OrganisationId,
    over: Over<"knowledge_question"> = {},
  ): Promise<{ id: QuestionId; slug: string }> => {
    const id = newId<"knowledge_question">();
    const slug = over.slug ?? `f-${id}`;
    const text = "Vilka insatser minskar avbrott för tonåringar i familjehem?";
    await db
      .insertInto("knowledge_question")
      .values({ organisation_id, with_id: organisation_id, text, state: "asked", asked_at: at, ...over, id, slug })
      .execute();
    const by_id = over.asked_by ?? null;
    const to_id = (over.with_id ?? organisation_id) as OrganisationId;
    await db
      .insertInto("question_step")
      .values({ id: newId(), question_id: id, step: "asked", to_id, by_id, at })
      .execute();
    return { id, slug };
  };

  /** One that is answered: research was found, the others sought in vain and not sought. */
  const answered = async (organisation_id: OrganisationId, over: Over<"knowledge_question"> = {}) => {
    const made = await question(organisation_id, {
      state: "answered",
      answer: "Stöd till familjehemmet ger färre avbrott.",
      answered_at: at,
      ...over,
    });
    const standings = {
      research: { standing: "found", says: "Två översikter pekar åt samma håll." },
      profession: { standing: "soughtNoneFound", sought_where: "Frågade tre familjehemsenheter" },
      serviceUsers: { standing: "notSought" },
    } as const;
    await db
      .insertInto("question_source")
      .values(answerSources.map((source) => ({ question_id: made.id, source, ...standings[source] })))
      .execute();
    return made;
  };

  return { question, answered };
}
