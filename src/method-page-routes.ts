import { experiencePages } from "#features/appraisals/sources/pages/experience-forms.tsx";
import { outcomePages } from "#features/appraisals/sources/pages/outcome-forms.tsx";
import { sourceFormPages } from "#features/appraisals/sources/pages/source-forms.tsx";
import { sourcePages } from "#features/appraisals/sources/pages/sources.tsx";
import { summaryPages } from "#features/appraisals/summary/pages/summary.tsx";
import { mergingPages } from "#features/workshops/merging/pages/merging.tsx";
import { mergedQuestionPages } from "#features/workshops/merging/pages/merged-question.tsx";
import { bringingInPages } from "#features/workshops/imports/pages/bringing-in.tsx";
import { checklistFormPages } from "#features/workshops/checklist/pages/checklist-forms.tsx";
import { checklistListPages } from "#features/workshops/checklist/pages/checklists.tsx";
import { checklistPages } from "#features/workshops/checklist/pages/checklist.tsx";
import { checklistDraftPages } from "#features/workshops/checklist/pages/draft.tsx";
import { adoptionPages } from "#features/appraisals/adoption/pages/adoption.tsx";
import { answerPages as appraisalAnswerPages } from "#features/appraisals/answers/pages/answers.tsx";
import { decidingPages } from "#features/appraisals/decision/pages/deciding.tsx";
import { decisionPages } from "#features/appraisals/decision/pages/decision.tsx";
import { optionPages } from "#features/appraisals/decision/pages/options.tsx";
import { givingPages } from "#features/appraisals/perspective/pages/giving.tsx";
import { perspectivePages } from "#features/appraisals/perspective/pages/perspectives.tsx";
import { appraisalFormPages } from "#features/appraisals/appraisal/pages/appraisal-forms.tsx";
import { appraisalListPages } from "#features/appraisals/appraisal/pages/appraisals.tsx";
import { beginAppraisalPages } from "#features/appraisals/appraisal/pages/begin-appraisal.tsx";
import { introductionFormPages } from "#features/appraisals/introduction/pages/introduction-forms.tsx";
import { introductionPages } from "#features/appraisals/introduction/pages/introduction.tsx";
import { methodFormPages } from "#features/appraisals/method/pages/method-forms.tsx";
import { methodPages } from "#features/appraisals/method/pages/method.tsx";
import { methodListPages } from "#features/appraisals/method/pages/methods.tsx";
import { appraisalPages } from "#features/appraisals/appraisal/pages/appraisal.tsx";
import { moderationPages } from "#features/workshops/moderation/pages/moderation.tsx";
import { workshopResultPages } from "#features/workshops/results/pages/results.tsx";
import { screenPages } from "#features/workshops/screen/pages/screen.tsx";
import { workshopLeaderPages } from "#features/workshops/workshop/pages/leaders.tsx";
import { workshopPreparingPages } from "#features/workshops/workshop/pages/preparing.tsx";
import { workshopPages } from "#features/workshops/workshop/pages/workshop.tsx";
import { workshopListPages } from "#features/workshops/workshop/pages/workshops.tsx";
import { answerPages as roomAnswerPages } from "#features/workshops/answering/pages/answers.tsx";
import { comingPages, roomEventPages } from "#features/workshops/answering/pages/events.ts";
import { roomPages as workshopRoomPages, startPages } from "#features/workshops/answering/pages/joining.tsx";
import type { Pages } from "#platform/web/pages.ts";

/** The pages of workshops, checklists and methods that are weighed. */
export const methodPageRoutes: readonly Pages[] = [
  appraisalAnswerPages,
  roomAnswerPages,
  workshopRoomPages,
  methodListPages,
  methodFormPages,
  methodPages,
  appraisalListPages,
  beginAppraisalPages,
  appraisalFormPages,
  introductionFormPages,
  introductionPages,
  appraisalPages,
  optionPages,
  decidingPages,
  decisionPages,
  perspectivePages,
  givingPages,
  adoptionPages,
  workshopListPages,
  workshopPreparingPages,
  workshopLeaderPages,
  workshopResultPages,
  moderationPages,
  screenPages,
  workshopPages,
  // Before a source by its name: what is under one stands on an address of its own.
  outcomePages,
  experiencePages,
  sourceFormPages,
  sourcePages,
  summaryPages,
  startPages,
  roomEventPages,
  comingPages,
  mergingPages,
  mergedQuestionPages,
  bringingInPages,
  checklistListPages,
  checklistFormPages,
  checklistPages,
  checklistDraftPages,
];
