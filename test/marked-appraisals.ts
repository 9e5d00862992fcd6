import { newId } from "../src/kernel/ids.ts";
import { givenAppraisals } from "./given-appraisals.ts";
import { givenSources } from "./given-sources.ts";
import { noon } from "./given-rounds.ts";
import { given } from "./given.ts";
import { marks, type SourceName, three } from "./marked-sources.ts";
import { testWeb } from "./web.ts";

const now = noon("2027-03-18");

/**
 * Appraisals whose sources each say a word that nothing else does, in every state there is: all three found, one alone
 * found, and one that was taken over from another. Somebody writes, decides and weighs elsewhere as well.
 */
export async function markedAppraisals() {
  const { app, ownerDb, db, signedIn } = await testWeb(now);
  const { organisation, someone, role, actor } = given(ownerDb);
  const appraisals = givenAppraisals(ownerDb);
  const sources = givenSources(ownerDb);

  const unit = await organisation({ name: "Familjeenheten" });
  const { personId } = await someone("headOfOperations", { organisation: unit }, { name: "Eva Lund" });
  // She weighs methods elsewhere as well, and may take one over.
  await role(personId, "headOfOperations", { organisation: await organisation({ name: "Grannenheten" }) });
  const eva = await actor(personId);

  /** An appraisal in which all three say something, and one for each source in which that one alone does. */
  async function begun(found: readonly SourceName[], over = {}) {
    const made = await appraisals.appraisal(unit, { title: "Familjeråd", ...over }, { authors: [personId] });
    for (const source of found)
      await sources.found(made.id, source, { summary: `${marks[source]} säger ja.`, speaks: "for" });
    const outcome = found.includes("research") ? await sources.outcome(made.id, { result: marks.research }) : newId();
    if (found.includes("profession")) await sources.criterion(made.id, "shared", 2, marks.profession);
    const consultation = found.includes("serviceUsers")
      ? await sources.consultation(made.id, { said: marks.serviceUsers })
      : newId();
    const { id: question } = await ownerDb
      .selectFrom("checklist_question")
      .where("version_id", "=", made.checklist)
      .select("id")
      .executeTakeFirstOrThrow();
    const inquiry = newId<"appraisal_inquiry">();
    await ownerDb
      .insertInto("appraisal_inquiry")
      .values({ id: inquiry, appraisal_id: made.id, text: "Vem gör det?", asked_by: personId, asked_at: now() })
      .execute();
    return { ...made, found, outcome, consultation, question, inquiry, step: newId() };
  }

  /** One that is decided: brought in, or not yet. */
  async function decided(isIntroduced: boolean) {
    const made = await begun(three, { state: "decided", decider_id: personId });
    const day = now().toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
    await ownerDb
      .insertInto("appraisal_decision")
      .values({
        id: newId(),
        appraisal_id: made.id,
        decision_no: 1,
        decision: "broad",
        reason: "Värt det",
        decided_by: personId,
        decided_on: day,
        recorded_at: now(),
        is_sole_author: true,
        expected_effect: "Färre placeringar",
        expected_by: day.add({ days: 90 }),
        measured_how: "Räknas",
        stop_when: "Fler hoppar av",
      })
      .execute();
    if (!isIntroduced) return made;
    const introduction = await appraisals.introduction(made.id);
    await appraisals.component(made.method, "Familjen bjuder in");
    const step = newId<"introduction_step">();
    await ownerDb
      .insertInto("introduction_step")
      .values({ id: step, introduction_id: introduction, position: 0, kind: "step", text: "Utbilda" })
      .execute();
    return { ...made, step };
  }

  const weighed = await begun(three);
  const original = await decided(false);
  const cases = [
    original,
    await begun(["research"], { taken_from: original.id }),
    weighed,
    await begun(["research"]),
    await begun(["profession"]),
    await begun(["serviceUsers"]),
    await begun(three, { state: "proposed", decider_id: personId }),
    await decided(true),
  ];
  return { app, db, signedIn, personId, eva, now, weighed, cases };
}

export type Marked = Awaited<ReturnType<typeof markedAppraisals>>["weighed"];
