import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import { NewChecklist, Publishing } from "#features/workshops/checklist/checklist-wish.ts";
import { makeChecklist } from "#features/workshops/checklist/commands.ts";
import { type Dimension, dimensionsOfTheRoom } from "#features/workshops/checklist/dimensions.ts";
import { publishUntold } from "#features/workshops/checklist/publishing/commands.ts";
import { checklistInside } from "#features/workshops/checklist/inside/queries.ts";
import { gatherAnswers } from "#features/workshops/merging/commands.ts";
import { mergingOf } from "#features/workshops/merging/queries.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";

/** What the answers of the demo's workshop are about, by words that stand in them and in no others. */
const about: Readonly<Record<string, Dimension>> = {
  "Vilket problem": "purpose",
  "Varför just nu": "purpose",
  "Vilka av dem vi möter": "targetGroup",
  "märkbart bättre": "userBenefit",
  "tycker att det blev bättre": "userBenefit",
  "Vilken förändring": "effect",
  "När kan vi tidigast": "timeToEffect",
  "Vad säger studierna": "evidence",
  "Vilka risker": "harmRisk",
  "fara illa": "harmRisk",
  "Hur mycket pengar": "cost",
  handläggarnas: "staffImpact",
  "andra enheter": "systemImpact",
  "jag som chef": "leadership",
  "Vem håller i det": "responsibility",
  handledning: "competence",
  "skolan eller regionen": "collaboration",
  "Hur gör vi i dag": "currentPractice",
  "Vad slutar vi med": "replaces",
  nämndens: "goalAlignment",
  "liten kommun": "adaptation",
  "första sex månaderna": "implementation",
  "Ska alla börja": "rollout",
  "Vad är det vi prövar": "testDesign",
  "Vilka siffror": "followUp",
};

/**
 * The demo's checklist: the answers of its workshop merged by what they are about, made into a checklist and published.
 * Made by the same commands as a real one. (R183, R209)
 */
export async function loadChecklistDemo(
  db: Database,
  planner: Actor,
  workshop: { readonly id: WorkshopId; readonly slug: string },
  now: Clock,
): Promise<{ readonly slug: string }> {
  const { waiting } = await mergingOf(db, workshop.id);
  const aboutOf = (text: string) => Object.entries(about).find(([words]) => text.includes(words))?.[1];
  for (const dimension of dimensionsOfTheRoom) {
    const answers = waiting.filter(({ text }) => aboutOf(text) === dimension).map(({ id }) => id);
    if (answers.length > 0) await gatherAnswers(db, planner, now, workshop.slug, { answers, text: null, dimension });
  }
  const { slug } = await makeChecklist(
    db,
    planner,
    now,
    workshop.slug,
    NewChecklist.parse({
      title: "Innan vi inför en metod",
      purpose: "Frågorna som nätverken kom fram till tillsammans. Använd dem när ni väljer arbetssätt.",
    }),
  );
  const { checklist } = await checklistInside(db, planner, slug);
  await publishUntold(db, planner, now, slug, Publishing.parse({ version: checklist.version }));
  return { slug };
}
