import { searchApi } from "#features/knowledge/search/api.ts";
import { savedSearchApi } from "#features/knowledge/search/saved/api.ts";
import { sourcesApi } from "#features/appraisals/sources/api.ts";
import { summaryApi } from "#features/appraisals/summary/api.ts";
import { answeringApi } from "#features/workshops/answering/api.ts";
import { bringingInApi } from "#features/workshops/imports/api.ts";
import { checklistDraftApi } from "#features/workshops/checklist/draft/api.ts";
import { checklistsApi } from "#features/workshops/checklist/api.ts";
import { mergingApi as workshopMergingApi } from "#features/workshops/merging/api.ts";
import { moderationApi } from "#features/workshops/moderation/api.ts";
import { workshopsApi } from "#features/workshops/workshop/api.ts";
import { workshopPreparingApi } from "#features/workshops/workshop/preparing/api.ts";
import { minutesApi } from "#features/meetings/minutes/api.ts";
import { minutesItemApi } from "#features/meetings/minutes/writing/api.ts";
import { distributionApi } from "#features/meetings/distribution/api.ts";
import { meetingSearchApi } from "#features/meetings/search/api.ts";
import { releaseApi } from "#features/meetings/release/api.ts";
import { bodyFeedApi } from "#features/meetings/feed/api.ts";
import { organisationImportsApi } from "#features/organisations/imports/api.ts";
import { organisationsApi } from "#features/organisations/api.ts";
import { looksApi } from "#features/organisations/looks/api.ts";
import { successionApi } from "#features/organisations/succession/api.ts";
import { peopleApi } from "#features/organisations/people/api.ts";
import { mergingApi } from "#features/organisations/people/merging/api.ts";
import { calendarApi } from "#features/circles/calendar/api.ts";
import { questionsApi } from "#features/circles/question/api.ts";
import { questionnaireApi } from "#features/circles/questionnaire/api.ts";
import { reportApi } from "#features/circles/report/api.ts";
import { spreadApi } from "#features/circles/spread/api.ts";
import { proposalsApi } from "#features/circles/proposal/api.ts";
import { notesApi } from "#features/circles/notes/api.ts";
import { sessionPlanApi } from "#features/circles/session-plan/api.ts";
import { attendanceApi } from "#features/circles/attendance/api.ts";
import { certificateApi } from "#features/circles/certificate/api.ts";
import { changeNoticesApi } from "#features/circles/change-notice/api.ts";
import { pastingApi } from "#features/meetings/pasting/api.ts";
import { meetingAttendanceApi } from "#features/meetings/attendance/api.ts";
import { roomApi } from "#features/circles/room/api.ts";
import { assignmentApi } from "#features/circles/assignment/api.ts";
import { hoursApi } from "#features/circles/noted-time/api.ts";
import { materialApi } from "#features/circles/material/api.ts";
import { handoverApi } from "#features/circles/handover/api.ts";
import { postApi } from "#features/circles/postal-dispatch/api.ts";
import { reachingApi } from "#features/circles/reaching/api.ts";
import { joinLinksApi } from "#features/circles/round/join-links/api.ts";
import { applicationsApi } from "#features/circles/registration/api.ts";
import { addedApi } from "#features/circles/registration/added/api.ts";
import { applicationImportApi } from "#features/circles/registration/imports/api.ts";
import { rosterApi } from "#features/circles/registration/eligibility/api.ts";
import { selectionApi } from "#features/circles/registration/selection/api.ts";
import { publicRoundsApi } from "#features/circles/public/api.ts";
import { roundsApi } from "#features/circles/round/api.ts";
import { roundSectionsApi } from "#features/circles/round/editor/api.ts";
import { plannedRoundsApi } from "#features/circles/round/overview/api.ts";
import { sessionsApi } from "#features/circles/round/sessions/api.ts";
import { knownLeadersApi } from "#features/circles/round/known-leaders/api.ts";
import { adoptionApi } from "#features/appraisals/adoption/api.ts";
import { answersApi } from "#features/appraisals/answers/api.ts";
import { appraisalsApi } from "#features/appraisals/appraisal/api.ts";
import { glossaryApi } from "#features/knowledge/glossary/api.ts";
import { readingApi } from "#features/knowledge/reading/api.ts";
import { lineageApi } from "#features/knowledge/lineage/api.ts";
import { practiceQuestionsApi } from "#features/knowledge/question/api.ts";
import { introductionsApi } from "#features/appraisals/introduction/api.ts";
import { decisionsApi } from "#features/appraisals/decision/api.ts";
import { perspectivesApi } from "#features/appraisals/perspective/api.ts";
import { candidatesApi } from "#features/knowledge/filling/api.ts";
import { harvestSourcesApi } from "#features/knowledge/filling/source/api.ts";
import { methodsApi } from "#features/appraisals/method/api.ts";
import { knowledgeApi } from "#features/knowledge/item/api.ts";
import { itemReviewApi } from "#features/knowledge/item/review/api.ts";
import { itemStandingApi } from "#features/knowledge/item/standing/api.ts";
import { mattersApi } from "#features/meetings/matter/api.ts";
import { matterDeedsApi } from "#features/meetings/matter/steering/api.ts";
import { commissionsApi } from "#features/meetings/overview/api.ts";
import { agendaApi } from "#features/meetings/agenda/api.ts";
import { invitationApi } from "#features/meetings/invitation/api.ts";
import { meetingsApi } from "#features/meetings/meeting/api.ts";
import { papersApi } from "#features/meetings/paper/api.ts";
import { bodiesApi } from "#features/meetings/body/api.ts";
import { representationsApi } from "#features/meetings/representation/api.ts";
import { tokensApi, waysInApi } from "#features/sign-in/api.ts";
import { providersApi } from "#features/sign-in/providers/api.ts";
import { operationsApi } from "#features/operations/api.ts";
import { privacyApi } from "#features/privacy/api.ts";
import { retentionApi } from "#features/privacy/decisions/api.ts";
import { ownDataApi } from "#features/privacy/own-data/api.ts";
import { accessibilityApi } from "#features/site/accessibility/api.ts";
import { personParts } from "#person-parts.ts";
import type { ApiRoute } from "#platform/web/api.ts";

/** Every operation of the API. */
export const apiRoutes: readonly ApiRoute[] = [
  ...organisationsApi,
  ...organisationImportsApi,
  ...successionApi,
  ...looksApi,
  ...tokensApi,
  ...waysInApi,
  ...providersApi,
  ...operationsApi,
  ...accessibilityApi,
  ...privacyApi,
  ...retentionApi,
  ...ownDataApi,
  ...mergingApi(personParts),
  ...knownLeadersApi,
  ...peopleApi,
  ...publicRoundsApi,
  ...plannedRoundsApi,
  ...roundsApi,
  ...roundSectionsApi,
  ...sessionsApi,
  ...applicationsApi,
  ...rosterApi,
  ...addedApi,
  ...applicationImportApi,
  ...selectionApi,
  ...reachingApi,
  ...postApi,
  ...joinLinksApi,
  ...handoverApi,
  ...roomApi,
  ...changeNoticesApi,
  ...attendanceApi,
  ...meetingAttendanceApi,
  ...pastingApi,
  ...certificateApi,
  ...proposalsApi,
  ...spreadApi,
  ...reportApi,
  ...questionnaireApi,
  ...questionsApi,
  ...notesApi,
  ...workshopsApi,
  ...workshopPreparingApi,
  ...workshopMergingApi,
  ...bringingInApi,
  ...checklistsApi,
  ...checklistDraftApi,
  ...moderationApi,
  ...minutesApi,
  ...minutesItemApi,
  ...sessionPlanApi,
  ...assignmentApi,
  ...materialApi,
  ...hoursApi,
  ...calendarApi,
  ...meetingSearchApi,
  ...distributionApi,
  ...releaseApi,
  ...bodyFeedApi,
  ...bodiesApi,
  ...candidatesApi,
  ...harvestSourcesApi,
  ...methodsApi,
  ...appraisalsApi,
  ...answersApi,
  ...perspectivesApi,
  ...decisionsApi,
  ...adoptionApi,
  ...introductionsApi,
  ...glossaryApi,
  ...lineageApi,
  ...readingApi,
  ...practiceQuestionsApi,
  ...knowledgeApi,
  ...itemReviewApi,
  ...itemStandingApi,
  ...mattersApi,
  ...matterDeedsApi,
  ...commissionsApi,
  ...representationsApi,
  ...answeringApi,
  ...searchApi,
  ...savedSearchApi,
  ...sourcesApi,
  ...summaryApi,
  // Last of the meetings: `/meetings/search` is no meeting's address.
  ...meetingsApi,
  ...agendaApi,
  ...papersApi,
  ...invitationApi,
];
