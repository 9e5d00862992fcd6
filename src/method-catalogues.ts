import { en as adoptionEn } from "#features/appraisals/adoption/messages.en.ts";
import { sv as adoptionSv } from "#features/appraisals/adoption/messages.sv.ts";
import { en as appraisalAnswerEn } from "#features/appraisals/answers/messages.en.ts";
import { sv as appraisalAnswerSv } from "#features/appraisals/answers/messages.sv.ts";
import { en as appraisalEn } from "#features/appraisals/appraisal/messages.en.ts";
import { sv as appraisalSv } from "#features/appraisals/appraisal/messages.sv.ts";
import { en as appraisalDecisionEn } from "#features/appraisals/decision/messages.en.ts";
import { sv as appraisalDecisionSv } from "#features/appraisals/decision/messages.sv.ts";
import { en as introductionEn } from "#features/appraisals/introduction/messages.en.ts";
import { sv as introductionSv } from "#features/appraisals/introduction/messages.sv.ts";
import { en as methodEn } from "#features/appraisals/method/messages.en.ts";
import { sv as methodSv } from "#features/appraisals/method/messages.sv.ts";
import { en as perspectiveEn } from "#features/appraisals/perspective/messages.en.ts";
import { sv as perspectiveSv } from "#features/appraisals/perspective/messages.sv.ts";
import { en as sourcesEn } from "#features/appraisals/sources/messages.en.ts";
import { sv as sourcesSv } from "#features/appraisals/sources/messages.sv.ts";
import { en as summaryEn } from "#features/appraisals/summary/messages.en.ts";
import { sv as summarySv } from "#features/appraisals/summary/messages.sv.ts";
import { en as answeringEn } from "#features/workshops/answering/messages.en.ts";
import { sv as answeringSv } from "#features/workshops/answering/messages.sv.ts";
import { en as checklistEn } from "#features/workshops/checklist/messages.en.ts";
import { sv as checklistSv } from "#features/workshops/checklist/messages.sv.ts";
import { en as bringingInEn } from "#features/workshops/imports/messages.en.ts";
import { sv as bringingInSv } from "#features/workshops/imports/messages.sv.ts";
import { en as mergingEn } from "#features/workshops/merging/messages.en.ts";
import { sv as mergingSv } from "#features/workshops/merging/messages.sv.ts";
import { en as moderationEn } from "#features/workshops/moderation/messages.en.ts";
import { sv as moderationSv } from "#features/workshops/moderation/messages.sv.ts";
import { en as workshopResultsEn } from "#features/workshops/results/messages.en.ts";
import { sv as workshopResultsSv } from "#features/workshops/results/messages.sv.ts";
import { en as roomScreenEn } from "#features/workshops/screen/messages.en.ts";
import { sv as roomScreenSv } from "#features/workshops/screen/messages.sv.ts";
import { en as workshopEn } from "#features/workshops/workshop/messages.en.ts";
import { sv as workshopSv } from "#features/workshops/workshop/messages.sv.ts";

/** Every sentence about workshops, checklists and the weighing of methods, in Swedish. */
export const methodsSv = {
  ...sourcesSv,
  ...summarySv,
  ...answeringSv,
  ...bringingInSv,
  ...mergingSv,
  ...checklistSv,
  ...adoptionSv,
  ...appraisalAnswerSv,
  ...perspectiveSv,
  ...appraisalDecisionSv,
  ...appraisalSv,
  ...introductionSv,
  ...methodSv,
  ...workshopResultsSv,
  ...moderationSv,
  ...roomScreenSv,
  ...workshopSv,
};

/** The same in English. */
export const methodsEn = {
  ...sourcesEn,
  ...summaryEn,
  ...answeringEn,
  ...bringingInEn,
  ...mergingEn,
  ...checklistEn,
  ...adoptionEn,
  ...appraisalAnswerEn,
  ...perspectiveEn,
  ...appraisalDecisionEn,
  ...appraisalEn,
  ...introductionEn,
  ...methodEn,
  ...workshopResultsEn,
  ...moderationEn,
  ...roomScreenEn,
  ...workshopEn,
};
