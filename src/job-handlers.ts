import { eraseDueHandler } from "#due-deletions.ts";
import { changeNoticeJobs } from "#features/circles/change-notice/jobs.ts";
import { handoverJobs } from "#features/circles/handover/jobs.ts";
import { adoptionJobs } from "#features/appraisals/adoption/jobs.ts";
import { answerJobs } from "#features/appraisals/answers/jobs.ts";
import { decisionJobs } from "#features/appraisals/decision/jobs.ts";
import { appraisalJobs } from "#features/appraisals/appraisal/jobs.ts";
import { fillingJobs } from "#features/knowledge/filling/jobs.ts";
import { lineageJobs } from "#features/knowledge/lineage/jobs.ts";
import { introductionJobs } from "#features/appraisals/introduction/jobs.ts";
import { questionJobs } from "#features/knowledge/question/jobs.ts";
import { itemReviewJobs } from "#features/knowledge/item/review/jobs.ts";
import { commissionJobs } from "#features/meetings/commission/jobs.ts";
import { matterJobs } from "#features/meetings/matter/jobs.ts";
import { distributionJobs } from "#features/meetings/distribution/jobs.ts";
import { certificateJobs } from "#features/circles/certificate/jobs.ts";
import { assignmentJobs } from "#features/circles/assignment/jobs.ts";
import { proposalJobs } from "#features/circles/proposal/jobs.ts";
import { questionnaireJobs } from "#features/circles/questionnaire/jobs.ts";
import { reachingJobs } from "#features/circles/reaching/jobs.ts";
import { registrationJobs } from "#features/circles/registration/jobs.ts";
import { roundJobs } from "#features/circles/round/jobs.ts";
import { searchJobs } from "#features/knowledge/search/jobs.ts";
import { meetingCallJobs } from "#features/meetings/invitation/jobs.ts";
import { mergingJobs } from "#features/organisations/people/merging/jobs.ts";
import { organisationJobs } from "#features/organisations/people/jobs.ts";
import { administratorAddresses } from "#features/organisations/people/queries.ts";
import { checklistJobs } from "#features/workshops/checklist/publishing/jobs.ts";
import { signInJobs } from "#features/sign-in/jobs.ts";
import { accessibilityJobs } from "#features/site/accessibility/jobs.ts";
import { dateIn } from "#kernel/clock.ts";
import { platformHandlers } from "#platform/jobs/platform-handlers.ts";
import type { JobHandler } from "#platform/jobs/worker.ts";

/** Everything the installation does by itself. */
export const jobHandlers: readonly JobHandler[] = [
  ...platformHandlers((db, now) => administratorAddresses(db, dateIn(now))),
  eraseDueHandler,
  ...accessibilityJobs,
  ...organisationJobs,
  ...mergingJobs,
  ...registrationJobs,
  ...roundJobs,
  ...changeNoticeJobs,
  ...reachingJobs,
  ...handoverJobs,
  ...proposalJobs,
  ...assignmentJobs,
  ...certificateJobs,
  ...distributionJobs,
  ...matterJobs,
  ...commissionJobs,
  ...appraisalJobs,
  ...answerJobs,
  ...decisionJobs,
  ...adoptionJobs,
  ...introductionJobs,
  ...checklistJobs,
  ...fillingJobs,
  ...itemReviewJobs,
  ...lineageJobs,
  ...questionJobs,
  ...searchJobs,
  ...questionnaireJobs,
  ...meetingCallJobs,
  ...signInJobs,
];
