import { ChecklistCopy } from "../src/features/workshops/checklist/checklist-wish.ts";
import { copyChecklist } from "../src/features/workshops/checklist/commands.ts";
import { loadChecklistDemo } from "../src/features/workshops/checklist/demo.ts";
import { checklistInside } from "../src/features/workshops/checklist/inside/queries.ts";
import { questionsOf } from "../src/features/workshops/checklist/queries.ts";
import { mergingOf } from "../src/features/workshops/merging/queries.ts";
import type { WorkshopId } from "../src/features/workshops/workshop/workshop.ts";
import type { Actor } from "../src/kernel/actor.ts";
import type { Clock } from "../src/kernel/clock.ts";
import type { OrganisationId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { givenWorkshops } from "./given-workshops.ts";

type Web = { readonly db: Database; readonly ownerDb: Database };
type Ground = { readonly organisationId: OrganisationId; readonly planner: Actor };

/** The demo's checklist, a copy of it that is being written, and answers in its workshop that nobody has dealt with. */
export async function demoChecklist(
  { db, ownerDb }: Web,
  { organisationId, planner }: Ground,
  workshop: { readonly id: WorkshopId; readonly slug: string },
  now: Clock,
) {
  const { slug } = await loadChecklistDemo(db, planner, workshop, now);
  const wish = ChecklistCopy.parse({ organisationId, title: "Hos oss" });
  const copy = await copyChecklist(db, planner, now, slug, wish);
  const { draft } = await checklistInside(db, planner, copy.slug);
  const [question] = draft ? await questionsOf(db, draft.id) : [];
  const { questions } = await mergingOf(db, workshop.id);
  const workshops = givenWorkshops(ownerDb);
  const asked = await workshops.question(workshop.id, "open", "Vad mer?");
  for (const text of ["Vilka nackdelar finns det?", "Finns det nackdelar?", "Hur når vi alla lika?"])
    await workshops.answer(workshop.id, asked.id, { text });
  return { slug, copy: copy.slug, copyQuestion: question?.id ?? "", merged: questions[0]?.id ?? "" };
}
