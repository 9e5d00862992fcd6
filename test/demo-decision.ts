import { newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import type { AppraisalId } from "../src/features/appraisals/appraisal/appraisal.ts";
import { dateIn, type Clock } from "../src/kernel/clock.ts";
import { newSecret, secretHash } from "../src/platform/tokens/secret-token.ts";
import type { ChecklistVersionId } from "../src/features/workshops/checklist/checklist.ts";
import { given } from "./given.ts";
import { givenAppraisals } from "./given-appraisals.ts";
import type { testWeb } from "./web.ts";

type Web = Pick<Awaited<ReturnType<typeof testWeb>>, "ownerDb">;
type Made = { readonly id: AppraisalId; readonly slug: string; readonly checklist: ChecklistVersionId };
type Stage = {
  readonly organisationId: OrganisationId;
  readonly leader: { readonly id: PersonId };
  readonly weighing: Made;
  readonly decided: Made;
};

/**
 * What stands on the addresses of answers, views, decisions and of what is taken over: an answer that is not known, what
 * the decider asked, a link that is open with something said by it, and an appraisal that was taken from another's.
 */
export async function demoDecision({ ownerDb }: Web, { leader, weighing, ...ground }: Stage, now: Clock) {
  const at = now();
  const today = dateIn(at);
  const { id: question } = await ownerDb
    .selectFrom("checklist_question")
    .where("version_id", "=", weighing.checklist)
    .orderBy("position")
    .select("id")
    .executeTakeFirstOrThrow();
  await ownerDb
    .insertInto("appraisal_answer")
    .values({
      id: newId<"appraisal_answer">(),
      appraisal_id: weighing.id,
      question_id: question,
      standing: "unknown",
      answered_on: today,
      known_by: today.add({ days: 20 }),
    })
    .execute();
  const inquiry = newId<"appraisal_inquiry">();
  await ownerDb
    .insertInto("appraisal_inquiry")
    .values({
      id: inquiry,
      appraisal_id: weighing.id,
      question_id: question,
      text: "Vad händer med tisdagsmötet?",
      asked_by: leader.id,
      asked_at: at,
    })
    .execute();
  const secret = newSecret();
  const link = newId<"perspective_link">();
  await ownerDb
    .insertInto("perspective_link")
    .values({
      id: link,
      appraisal_id: weighing.id,
      audience: "serviceUsers",
      question: "Vad tycker du om att vi börjar med nätverksmöten?",
      secret_hash: secretHash(secret),
      open_until: today.add({ days: 30 }),
      created_at: at,
    })
    .execute();
  await ownerDb
    .insertInto("perspective")
    .values({
      id: newId<"perspective">(),
      link_id: link,
      sent_mark: newId(),
      stance: "unsure",
      text: "Bra om alla får vara med, men inte för många möten.",
      received_on: today,
    })
    .execute();
  const appraisals = givenAppraisals(ownerDb);
  const elsewhere = await given(ownerDb).organisation({ name: "Stödenheten i Norrby" });
  const theirs = await appraisals.appraisal(elsewhere, { state: "decided", decider_id: leader.id }, { isSought: true });
  const taken = await appraisals.appraisal(
    ground.organisationId,
    { taken_from: theirs.id, decider_id: leader.id },
    { authors: [leader.id], method: theirs.method, checklist: theirs.checklist },
  );
  return { weighing, decided: ground.decided, theirs, taken, question, inquiry, secret };
}
