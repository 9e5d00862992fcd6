import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import { addReference, saySource, writeConsultation } from "#features/appraisals/sources/commands.ts";
import { judgeExperience, judgeOutcome } from "#features/appraisals/sources/judging/commands.ts";
import {
  ConsultationWish,
  ExperienceWish,
  OutcomeWish,
  ReferenceWish,
  SourceWish,
} from "#features/appraisals/sources/source-words.ts";

/**
 * Writes the three sources of a demo appraisal that somebody weighs: research that is low in certainty, experience that is
 * shared and not examined, and service users who were asked and have not answered yet.
 */
export async function writeDemoSources(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  const day = (back: number) => dateIn(now()).subtract({ days: back }).toString();
  const found = { standing: "found", version: 1 };
  await saySource(
    db,
    actor,
    now,
    slug,
    "research",
    SourceWish.parse({
      ...found,
      summary: "Färre placeringar efter tolv månader i två studier, men grupperna var små.",
      soughtWhere: "Metodguiden och två databaser",
      soughtOn: day(30),
      speaks: "for",
    }),
  );
  await judgeOutcome(
    db,
    actor,
    now,
    slug,
    OutcomeWish.parse({
      approach: "grade",
      outcome: "Placeringar efter 12 månader",
      result: "färre placeringar i två studier med små grupper",
      start: "high",
      riskOfBias: 1,
      inconsistency: 0,
      indirectness: 0,
      imprecision: 1,
      publicationBias: 0,
      largeEffect: 0,
      doseResponse: 0,
      opposingConfounding: 0,
      level: "low",
      reason: "Få deltagare, och de som mätte visste vilka som fick insatsen.",
      judgedByName: "FoU-enheten",
      judgedOn: day(20),
    }),
  );
  await addReference(
    db,
    actor,
    now,
    slug,
    "research",
    ReferenceWish.parse({ title: "Två studier av nätverksmöten, sammanställda av FoU-enheten", year: 2026 }),
  );
  await saySource(
    db,
    actor,
    now,
    slug,
    "profession",
    SourceWish.parse({
      ...found,
      summary: "Enköping har arbetat så i flera år och följer upp. Heby slutade när ledarna blev för få.",
      soughtWhere: "Samtal med två kommuner",
      soughtOn: day(25),
      speaks: "mixed",
    }),
  );
  await judgeExperience(
    db,
    actor,
    now,
    slug,
    ExperienceWish.parse({
      shared: { score: 3, evidence: "Två kommuner, fem enheter" },
      overTime: { score: 3, evidence: "Sedan 2022" },
      documented: { score: 2, evidence: "En gemensam handbok" },
      followedUp: { score: 2, evidence: "Enköping räknar placeringar före och efter" },
      examined: { score: 0 },
      context: { score: 1, evidence: "Handboken nämner gruppernas storlek" },
      version: 2,
    }),
  );
  const none = { standing: "soughtNoneFound", soughtWhere: "Brukarrådet", soughtOn: day(10), version: 1 };
  await saySource(db, actor, now, slug, "serviceUsers", SourceWish.parse(none));
  await writeConsultation(
    db,
    actor,
    now,
    slug,
    ConsultationWish.parse({
      who: "Brukarrådet",
      how: "Fråga i brev och på ett möte",
      howMany: 7,
      askedOn: day(10),
      missing: "Tonåringar",
      participation: "consultation",
    }),
  );
}
