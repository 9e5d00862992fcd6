import { newId, type PersonId } from "../src/kernel/ids.ts";
import { giveAssignment } from "../src/features/circles/assignment/commands.ts";
import { monday } from "./given-registrations.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

const wish = { title: "Läs artikeln", task: "Läs och skriv en halv sida", visibility: "group" as const };

/** A circle in which whoever calls has a place, somebody else has handed in, and something is to be done. */
async function assigned(stage: ApiStage) {
  const { db, ownerDb, actor, rounds } = stage;
  const { id: roundId, params } = await publishedSlug(stage);
  await rounds.registration(roundId, { person_id: actor.personId as PersonId });
  const other = await rounds.registration(roundId);
  const assignmentId = await giveAssignment(db, actor, monday, roundId, { ...wish, givenAt: null, dueBefore: null });
  return { ownerDb, other, params: { ...params, assignmentId } };
}

const of =
  (body?: unknown) =>
  async (stage: ApiStage): Promise<RightCall> => ({ params: (await assigned(stage)).params, body });

/** Right calls to what is done between the meetings of a circle. */
export const assignmentCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listAssignments: async (stage) => ({ params: { slug: (await assigned(stage)).params.slug } }),
  giveAssignment: async (stage) => ({ params: (await publishedSlug(stage)).params, body: wish }),
  readAssignment: of(),
  changeAssignment: of({ ...wish, title: "Läs två artiklar" }),
  takeBackAssignment: of(),
  writeSubmission: of({ text: "Läst", based: 0, deed: "handIn" }),
  giveFeedback: async (stage) => {
    const { ownerDb, other, params } = await assigned(stage);
    const submissionId = newId<"assignment_submission">();
    await ownerDb
      .insertInto("assignment_submission")
      .values({
        id: submissionId,
        assignment_id: params.assignmentId,
        registration_id: other,
        body: "Läst",
        version: 1,
        saved_at: monday(),
        handed_in_at: monday(),
        late: false,
      })
      .execute();
    return { params: { ...params, submissionId }, body: { feedback: "Tack" } };
  },
};
