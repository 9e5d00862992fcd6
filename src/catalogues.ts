import { en as minutesEn } from "#features/meetings/minutes/messages.en.ts";
import { sv as minutesSv } from "#features/meetings/minutes/messages.sv.ts";
import { en as meetingsSearchEn } from "#features/meetings/search/messages.en.ts";
import { sv as meetingsSearchSv } from "#features/meetings/search/messages.sv.ts";
import { en as releaseEn } from "#features/meetings/release/messages.en.ts";
import { sv as releaseSv } from "#features/meetings/release/messages.sv.ts";
import { en as bodyFeedEn } from "#features/meetings/feed/messages.en.ts";
import { sv as bodyFeedSv } from "#features/meetings/feed/messages.sv.ts";
import { en as distributionEn } from "#features/meetings/distribution/messages.en.ts";
import { sv as distributionSv } from "#features/meetings/distribution/messages.sv.ts";
import { en as invitationEn } from "#features/circles/invitation/messages.en.ts";
import { sv as invitationSv } from "#features/circles/invitation/messages.sv.ts";
import { en as publicEn } from "#features/circles/public/messages.en.ts";
import { sv as publicSv } from "#features/circles/public/messages.sv.ts";
import { en as registrationAddedEn } from "#features/circles/registration/added/messages.en.ts";
import { sv as registrationAddedSv } from "#features/circles/registration/added/messages.sv.ts";
import { en as registrationImportsEn } from "#features/circles/registration/imports/messages.en.ts";
import { sv as registrationImportsSv } from "#features/circles/registration/imports/messages.sv.ts";
import { en as registrationTeamEn } from "#features/circles/registration/team/messages.en.ts";
import { sv as registrationTeamSv } from "#features/circles/registration/team/messages.sv.ts";
import { en as registrationPagesEn } from "#features/circles/registration/pages/messages.en.ts";
import { sv as registrationPagesSv } from "#features/circles/registration/pages/messages.sv.ts";
import { en as registrationEn } from "#features/circles/registration/messages.en.ts";
import { sv as registrationSv } from "#features/circles/registration/messages.sv.ts";
import { en as roundEn } from "#features/circles/round/messages.en.ts";
import { sv as roundSv } from "#features/circles/round/messages.sv.ts";
import { en as calendarEn } from "#features/circles/calendar/messages.en.ts";
import { en as questionEn } from "#features/circles/question/messages.en.ts";
import { sv as questionSv } from "#features/circles/question/messages.sv.ts";
import { en as questionnaireEn } from "#features/circles/questionnaire/messages.en.ts";
import { sv as questionnaireSv } from "#features/circles/questionnaire/messages.sv.ts";
import { en as reportEn } from "#features/circles/report/messages.en.ts";
import { sv as reportSv } from "#features/circles/report/messages.sv.ts";
import { en as spreadEn } from "#features/circles/spread/messages.en.ts";
import { sv as spreadSv } from "#features/circles/spread/messages.sv.ts";
import { en as bodyEn } from "#features/meetings/body/messages.en.ts";
import { sv as bodySv } from "#features/meetings/body/messages.sv.ts";
import { en as representationEn } from "#features/meetings/representation/messages.en.ts";
import { sv as representationSv } from "#features/meetings/representation/messages.sv.ts";
import { en as minutesReadingEn } from "#features/meetings/minutes-reading/messages.en.ts";
import { sv as minutesReadingSv } from "#features/meetings/minutes-reading/messages.sv.ts";
import { en as pastingEn } from "#features/meetings/pasting/messages.en.ts";
import { sv as pastingSv } from "#features/meetings/pasting/messages.sv.ts";
import { en as presenceEn } from "#features/meetings/attendance/messages.en.ts";
import { sv as presenceSv } from "#features/meetings/attendance/messages.sv.ts";
import { en as agendaEn } from "#features/meetings/agenda/messages.en.ts";
import { sv as agendaSv } from "#features/meetings/agenda/messages.sv.ts";
import { en as meetingCallEn } from "#features/meetings/invitation/messages.en.ts";
import { sv as meetingCallSv } from "#features/meetings/invitation/messages.sv.ts";
import { en as meetingPaperEn } from "#features/meetings/paper/messages.en.ts";
import { sv as meetingPaperSv } from "#features/meetings/paper/messages.sv.ts";
import { en as meetingEn } from "#features/meetings/meeting/messages.en.ts";
import { sv as meetingSv } from "#features/meetings/meeting/messages.sv.ts";
import { en as matterEn } from "#features/meetings/matter/messages.en.ts";
import { sv as matterSv } from "#features/meetings/matter/messages.sv.ts";
import { en as overviewEn } from "#features/meetings/overview/messages.en.ts";
import { sv as overviewSv } from "#features/meetings/overview/messages.sv.ts";
import { en as commissionEn } from "#features/meetings/commission/messages.en.ts";
import { sv as commissionSv } from "#features/meetings/commission/messages.sv.ts";
import { en as proposalEn } from "#features/circles/proposal/messages.en.ts";
import { sv as proposalSv } from "#features/circles/proposal/messages.sv.ts";
import { en as planEn } from "#features/circles/session-plan/messages.en.ts";
import { sv as planSv } from "#features/circles/session-plan/messages.sv.ts";
import { en as notesEn } from "#features/circles/notes/messages.en.ts";
import { sv as notesSv } from "#features/circles/notes/messages.sv.ts";
import { en as attendanceEn } from "#features/circles/attendance/messages.en.ts";
import { sv as attendanceSv } from "#features/circles/attendance/messages.sv.ts";
import { en as certificateEn } from "#features/circles/certificate/messages.en.ts";
import { sv as certificateSv } from "#features/circles/certificate/messages.sv.ts";
import { en as changeNoticeEn } from "#features/circles/change-notice/messages.en.ts";
import { sv as changeNoticeSv } from "#features/circles/change-notice/messages.sv.ts";
import { en as roomEn } from "#features/circles/room/messages.en.ts";
import { sv as roomSv } from "#features/circles/room/messages.sv.ts";
import { en as assignmentEn } from "#features/circles/assignment/messages.en.ts";
import { sv as assignmentSv } from "#features/circles/assignment/messages.sv.ts";
import { en as notedTimeEn } from "#features/circles/noted-time/messages.en.ts";
import { sv as notedTimeSv } from "#features/circles/noted-time/messages.sv.ts";
import { en as postEn } from "#features/circles/postal-dispatch/messages.en.ts";
import { sv as postSv } from "#features/circles/postal-dispatch/messages.sv.ts";
import { en as materialEn } from "#features/circles/material/messages.en.ts";
import { sv as materialSv } from "#features/circles/material/messages.sv.ts";
import { en as handoverEn } from "#features/circles/handover/messages.en.ts";
import { en as reachingEn } from "#features/circles/reaching/messages.en.ts";
import { sv as calendarSv } from "#features/circles/calendar/messages.sv.ts";
import { sv as handoverSv } from "#features/circles/handover/messages.sv.ts";
import { sv as reachingSv } from "#features/circles/reaching/messages.sv.ts";
import { en as deedsEn } from "#features/operations/deeds/messages.en.ts";
import { sv as deedsSv } from "#features/operations/deeds/messages.sv.ts";
import { en as operationsEn } from "#features/operations/messages.en.ts";
import { sv as operationsSv } from "#features/operations/messages.sv.ts";
import { en as organisationsEn } from "#features/organisations/messages.en.ts";
import { sv as organisationsSv } from "#features/organisations/messages.sv.ts";
import { en as organisationsImportEn } from "#features/organisations/imports/messages.en.ts";
import { sv as organisationsImportSv } from "#features/organisations/imports/messages.sv.ts";
import { en as peopleEn } from "#features/organisations/people/messages.en.ts";
import { sv as peopleSv } from "#features/organisations/people/messages.sv.ts";
import { en as peopleMergingEn } from "#features/organisations/people/merging/messages.en.ts";
import { sv as peopleMergingSv } from "#features/organisations/people/merging/messages.sv.ts";
import { en as organisationsLookEn } from "#features/organisations/looks/messages.en.ts";
import { sv as organisationsLookSv } from "#features/organisations/looks/messages.sv.ts";
import { en as organisationsPastEn } from "#features/organisations/succession/messages.en.ts";
import { sv as organisationsPastSv } from "#features/organisations/succession/messages.sv.ts";
import { en as helpEn } from "#features/site/help/messages.en.ts";
import { sv as helpSv } from "#features/site/help/messages.sv.ts";
import { en as retentionEn } from "#features/privacy/decisions/messages.en.ts";
import { sv as retentionSv } from "#features/privacy/decisions/messages.sv.ts";
import { en as privacyEn } from "#features/privacy/messages.en.ts";
import { sv as privacySv } from "#features/privacy/messages.sv.ts";
import { en as accessibilityEn } from "#features/site/accessibility/messages.en.ts";
import { sv as accessibilitySv } from "#features/site/accessibility/messages.sv.ts";
import { en as siteEn } from "#features/site/messages.en.ts";
import { sv as siteSv } from "#features/site/messages.sv.ts";
import { en as signInEn } from "#features/sign-in/messages.en.ts";
import { sv as signInSv } from "#features/sign-in/messages.sv.ts";
import { en as signInProvidersEn } from "#features/sign-in/providers/messages.en.ts";
import { sv as signInProvidersSv } from "#features/sign-in/providers/messages.sv.ts";
import { en as todayEn } from "#features/today/messages.en.ts";
import { sv as todaySv } from "#features/today/messages.sv.ts";
import { en as backupEn } from "#platform/backup/messages.en.ts";
import { sv as backupSv } from "#platform/backup/messages.sv.ts";
import { en as platformEn } from "#platform/messages.en.ts";
import { sv as platformSv } from "#platform/messages.sv.ts";
import { en as webEn } from "#platform/web/messages.en.ts";
import { sv as webSv } from "#platform/web/messages.sv.ts";
import { knowledgeEn, knowledgeSv } from "#knowledge-catalogues.ts";
import { methodsEn, methodsSv } from "#method-catalogues.ts";
import type { Catalogues } from "#platform/web/translate.ts";
import { en as uiEn } from "#ui/messages.en.ts";
import { sv as uiSv } from "#ui/messages.sv.ts";

/** Every sentence of the product. A new catalogue is added to both languages here. */
export const catalogues: Catalogues = {
  sv: {
    ...uiSv,
    ...platformSv,
    ...backupSv,
    ...webSv,
    ...siteSv,
    ...accessibilitySv,
    ...helpSv,
    ...privacySv,
    ...retentionSv,
    ...signInSv,
    ...signInProvidersSv,
    ...organisationsSv,
    ...peopleSv,
    ...peopleMergingSv,
    ...organisationsImportSv,
    ...organisationsLookSv,
    ...organisationsPastSv,
    ...operationsSv,
    ...deedsSv,
    ...invitationSv,
    ...roundSv,
    ...publicSv,
    ...calendarSv,
    ...handoverSv,
    ...roomSv,
    ...changeNoticeSv,
    ...attendanceSv,
    ...certificateSv,
    ...proposalSv,
    ...bodySv,
    ...representationSv,
    ...meetingSv,
    ...meetingPaperSv,
    ...meetingCallSv,
    ...agendaSv,
    ...distributionSv,
    ...minutesSv,
    ...meetingsSearchSv,
    ...releaseSv,
    ...bodyFeedSv,
    ...presenceSv,
    ...pastingSv,
    ...minutesReadingSv,
    ...matterSv,
    ...commissionSv,
    ...overviewSv,
    ...spreadSv,
    ...reportSv,
    ...questionnaireSv,
    ...questionSv,
    ...notesSv,
    ...planSv,
    ...assignmentSv,
    ...materialSv,
    ...postSv,
    ...notedTimeSv,
    ...reachingSv,
    ...registrationSv,
    ...registrationAddedSv,
    ...registrationTeamSv,
    ...registrationImportsSv,
    ...registrationPagesSv,
    ...todaySv,
    ...methodsSv,
    ...knowledgeSv,
  },
  en: {
    ...uiEn,
    ...platformEn,
    ...backupEn,
    ...webEn,
    ...siteEn,
    ...accessibilityEn,
    ...helpEn,
    ...privacyEn,
    ...retentionEn,
    ...signInEn,
    ...signInProvidersEn,
    ...organisationsEn,
    ...peopleEn,
    ...peopleMergingEn,
    ...organisationsImportEn,
    ...organisationsLookEn,
    ...organisationsPastEn,
    ...operationsEn,
    ...deedsEn,
    ...invitationEn,
    ...roundEn,
    ...publicEn,
    ...calendarEn,
    ...handoverEn,
    ...roomEn,
    ...changeNoticeEn,
    ...attendanceEn,
    ...certificateEn,
    ...proposalEn,
    ...bodyEn,
    ...representationEn,
    ...meetingEn,
    ...meetingPaperEn,
    ...meetingCallEn,
    ...agendaEn,
    ...distributionEn,
    ...minutesEn,
    ...meetingsSearchEn,
    ...releaseEn,
    ...bodyFeedEn,
    ...presenceEn,
    ...pastingEn,
    ...minutesReadingEn,
    ...matterEn,
    ...commissionEn,
    ...overviewEn,
    ...spreadEn,
    ...reportEn,
    ...questionnaireEn,
    ...questionEn,
    ...notesEn,
    ...planEn,
    ...assignmentEn,
    ...materialEn,
    ...postEn,
    ...notedTimeEn,
    ...reachingEn,
    ...registrationEn,
    ...registrationAddedEn,
    ...registrationTeamEn,
    ...registrationImportsEn,
    ...registrationPagesEn,
    ...todayEn,
    ...methodsEn,
    ...knowledgeEn,
  },
};
