import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { takeOverInside } from "#features/appraisals/adoption/commands.ts";
import { TakeOver } from "#features/appraisals/adoption/adoption-words.ts";
import { answerDemoQuestions } from "#features/appraisals/answers/demo.ts";
import type { AppraisalId } from "#features/appraisals/appraisal/appraisal.ts";
import { saySource, writeConsultation } from "#features/appraisals/sources/commands.ts";
import { ConsultationWish, SourceWish } from "#features/appraisals/sources/source-words.ts";

/**
 * A demo appraisal that an R&D unit has taken over from a municipality and changes: it has asked service users of its own,
 * who see it otherwise, and answers the questions for its own region. Nobody is told by mail: the people are invented.
 */
export async function takeOverDemoAppraisal(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  organisationId: OrganisationId,
): Promise<{ readonly id: AppraisalId; readonly slug: string }> {
  const wish = TakeOver.parse({
    organisationId,
    question: "Kan fler av våra kommuner arbeta så, och vad behöver de då?",
  });
  const { taken } = await change(db, actor, (tx) => takeOverInside(tx, actor, now(), slug, wish));
  const askedOn = dateIn(now()).toString();
  const summary = "De som varit med på möten vill själva välja vem som håller i dem. Två hade hellre sluppit.";
  const found = {
    standing: "found",
    summary,
    soughtWhere: "En grupp i tre kommuner",
    soughtOn: askedOn,
    speaks: "mixed",
  };
  // What came along was written once, so that this is its second version.
  await saySource(db, actor, now, taken.slug, "serviceUsers", SourceWish.parse({ ...found, version: 1 }));
  await writeConsultation(db, actor, now, taken.slug, ConsultationWish.parse({ ...asked, askedOn }));
  await answerDemoQuestions(db, actor, now, taken.slug, answers);
  return taken;
}

const asked = {
  who: "Familjer som varit med på möten",
  how: "Två samtal i grupp",
  howMany: 9,
  said: "Det är lättare när man känner den som håller i mötet.",
  missing: "De som tackade nej",
  participation: "dialogue",
};

const answers = {
  targetGroup: {
    text: "Familjer med barn och unga där oron är ny, i åtta kommuner. Ungefär 120 familjer om året.",
    ownerName: "FoU-enheten",
    source: "Kommunernas egna siffror",
  },
  cost: {
    standing: "unknown",
    text: "Två små kommuner kan inte själva hålla två ledare. Vi vet inte vad det kostar att dela.",
    ownerName: "FoU-enheten",
  },
} as const;
