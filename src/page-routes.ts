import { knowledgePageRoutes } from "#knowledge-page-routes.ts";
import { methodPageRoutes } from "#method-page-routes.ts";
import { minutesItemPages } from "#features/meetings/minutes/pages/items.tsx";
import { minutesItemNamePages } from "#features/meetings/minutes/pages/item-names.tsx";
import { minutesPages } from "#features/meetings/minutes/pages/minutes.tsx";
import { minutesPartPages } from "#features/meetings/minutes/pages/part-forms.tsx";
import { meetingSearchPages } from "#features/meetings/search/pages/search.tsx";
import { releasePages } from "#features/meetings/release/pages/release.tsx";
import { feedAddressPages } from "#features/meetings/feed/pages/addresses.tsx";
import { followedBodyCalendarPages } from "#features/meetings/feed/pages/calendar.tsx";
import { followedBodyPages } from "#features/meetings/feed/pages/feed.tsx";
import { distributionPages } from "#features/meetings/distribution/pages/distribution.tsx";
import { mailedMinutesPages, minutesReadingPages } from "#features/meetings/distribution/pages/reading.tsx";
import { importPages as organisationImportPages } from "#features/organisations/imports/pages/imports.tsx";
import { lookPages, markPages } from "#features/organisations/looks/pages/looks.tsx";
import { organisationListPages } from "#features/organisations/pages/organisation-list.tsx";
import { organisationPages } from "#features/organisations/pages/organisation.tsx";
import { successionPages } from "#features/organisations/succession/pages/succession.tsx";
import { duplicatePages } from "#features/organisations/people/merging/pages/duplicates.tsx";
import { mergePages } from "#features/organisations/people/merging/pages/merge.tsx";
import { peoplePages } from "#features/organisations/people/pages/people.tsx";
import { personPages } from "#features/organisations/people/pages/person.tsx";
import { roleFormPages } from "#features/organisations/people/pages/role-forms.tsx";
import { calendarAddressPages, roundCalendarAddressPages } from "#features/circles/calendar/pages/addresses.tsx";
import { followedCalendarPages } from "#features/circles/calendar/pages/followed.tsx";
import { questionnairePages } from "#features/circles/questionnaire/pages/questionnaire.tsx";
import { spreadPages } from "#features/circles/spread/pages/spread.tsx";
import { proposalPages } from "#features/circles/proposal/pages/proposals.tsx";
import { publicProposalPages } from "#features/circles/proposal/pages/published.tsx";
import { questionPages } from "#features/circles/proposal/pages/question.tsx";
import { sessionPlanPages } from "#features/circles/session-plan/pages/session-plans.tsx";
import { notesPages } from "#features/circles/notes/pages/notes.tsx";
import { attendancePages } from "#features/circles/attendance/pages/attendance.tsx";
import { herePages } from "#features/circles/attendance/pages/here.tsx";
import { certificatePages } from "#features/circles/certificate/pages/certificate.tsx";
import { changePages, changeSeenPages } from "#features/circles/change-notice/pages/changes.tsx";
import { answerPages } from "#features/circles/question/pages/answers.tsx";
import { questionListPages } from "#features/circles/question/pages/questions.tsx";
import { roundReportPages, severalReportPages } from "#features/circles/report/pages/reports.tsx";
import { roomPages } from "#features/circles/room/pages/room.tsx";
import { assignmentPages } from "#features/circles/assignment/pages/assignments.tsx";
import { hoursPages } from "#features/circles/noted-time/pages/hours.tsx";
import { materialPages } from "#features/circles/material/pages/material.tsx";
import { handoverPages } from "#features/circles/handover/pages/handover.tsx";
import { invitationPages, publicInvitationPages } from "#features/circles/reaching/pages/invitation.tsx";
import { postPages } from "#features/circles/postal-dispatch/pages/post.tsx";
import { listPages } from "#features/circles/reaching/pages/lists.tsx";
import { messagePages } from "#features/circles/reaching/pages/messages.tsx";
import { joinLinkPages } from "#features/circles/round/join-links/pages/join-link.tsx";
import { roundFeedPages } from "#features/circles/public/pages/feed.tsx";
import { addApplicantPages } from "#features/circles/registration/pages/add-applicant.tsx";
import { correctApplicantPages } from "#features/circles/registration/pages/correct-applicant.tsx";
import { applicationImportPages } from "#features/circles/registration/pages/import.tsx";
import { lostLinkPages } from "#features/circles/registration/pages/lost-link.tsx";
import { applicationPages } from "#features/circles/registration/pages/application.tsx";
import { confirmationPages } from "#features/circles/registration/pages/confirmation.tsx";
import { mailPreviewPages } from "#features/circles/registration/pages/mails.tsx";
import { managerPages } from "#features/circles/registration/pages/manager-answer.tsx";
import { offerPages } from "#features/circles/registration/pages/offer.tsx";
import { rosterPages } from "#features/circles/registration/pages/roster.tsx";
import { rosterPersonPages } from "#features/circles/registration/pages/roster-person.tsx";
import { selectionPages } from "#features/circles/registration/pages/selection.tsx";
import { ownPages } from "#features/circles/registration/pages/own.tsx";
import { publicRoundPages } from "#features/circles/public/pages/round.tsx";
import { openRoundsPages } from "#features/circles/public/pages/rounds.tsx";
import { copyingPages } from "#features/circles/round/pages/copying.tsx";
import { knownLeaderPages } from "#features/circles/round/pages/known-leaders.ts";
import { myRoundsPages } from "#features/circles/round/pages/my-rounds.tsx";
import { newRoundPages } from "#features/circles/round/pages/new-round.tsx";
import { overviewPages } from "#features/circles/round/pages/overview.tsx";
import { publishingPages } from "#features/circles/round/pages/publishing.tsx";
import { readingPages } from "#features/circles/round/pages/reading.tsx";
import { sectionPages } from "#features/circles/round/pages/sections.tsx";
import { seriesPages } from "#features/circles/round/pages/series.tsx";
import { sessionPages } from "#features/circles/round/pages/sessions.tsx";
import { sessionShortcutPages } from "#features/circles/round/pages/session-shortcuts.tsx";
import { meetingAttendancePages } from "#features/meetings/attendance/pages/attendance.tsx";
import { meetingAttendeePages } from "#features/meetings/attendance/pages/attendees.tsx";
import { confirmingPages } from "#features/meetings/pasting/pages/confirming.tsx";
import { originalPages } from "#features/meetings/pasting/pages/original.tsx";
import { pastingPages } from "#features/meetings/pasting/pages/pasting.tsx";
import { presenceOverYearPages } from "#features/meetings/attendance/pages/presence-over-year.tsx";
import { arrangingPages } from "#features/meetings/agenda/pages/arranging.tsx";
import { callingPages, replyLinkPages } from "#features/meetings/invitation/pages/calling.tsx";
import { paperPages } from "#features/meetings/paper/pages/papers.tsx";
import { planningPages } from "#features/meetings/meeting/pages/planning.tsx";
import { meetingPages } from "#features/meetings/meeting/pages/meeting.tsx";
import { bodyFormPages } from "#features/meetings/body/pages/body-forms.tsx";
import { bodyListPages } from "#features/meetings/body/pages/bodies.tsx";
import { bodyPages } from "#features/meetings/body/pages/body.tsx";
import { memberPages } from "#features/meetings/body/pages/members.tsx";
import { relationPages } from "#features/meetings/body/pages/relations.tsx";
import { seatPages } from "#features/meetings/body/pages/seats.tsx";
import { representationFormPages } from "#features/meetings/representation/pages/representation-forms.tsx";
import { representationPages } from "#features/meetings/representation/pages/representations.tsx";
import { commissionPages } from "#features/meetings/commission/pages/commission.tsx";
import { handingOnPages } from "#features/meetings/commission/pages/handing-on.tsx";
import { matterDecisionPages } from "#features/meetings/matter/pages/decision.tsx";
import { matterDeedPages } from "#features/meetings/matter/pages/deeds.tsx";
import { matterFactPages } from "#features/meetings/matter/pages/facts.tsx";
import { askPages } from "#features/knowledge/question/pages/ask.tsx";
import { matterPages, unfollowPages } from "#features/meetings/matter/pages/matter.tsx";
import { intakePages } from "#features/meetings/overview/pages/intake.tsx";
import { openWorkPages } from "#features/meetings/overview/pages/overview.tsx";
import { passkeyPages } from "#features/sign-in/passkeys/pages/passkeys.tsx";
import { secondFactorPages } from "#features/sign-in/pages/second-factor.tsx";
import { keyPages } from "#features/sign-in/pages/keys.tsx";
import { approvalPages } from "#features/sign-in/providers/pages/approval.tsx";
import { providerPages } from "#features/sign-in/providers/pages/providers.tsx";
import { providerReturnPages } from "#features/sign-in/providers/pages/through.tsx";
import { mailedSignInPages, signInPages } from "#features/sign-in/pages/sign-in.tsx";
import { securityPages } from "#features/sign-in/pages/security.tsx";
import { chainPages } from "#features/operations/pages/chain.tsx";
import { outboxMailPages } from "#features/operations/pages/mail.tsx";
import { outboxPages } from "#features/operations/pages/outbox.tsx";
import { operationsPages } from "#features/operations/pages/overview.tsx";
import { trailPages } from "#features/operations/pages/trail.tsx";
import { workPages } from "#features/operations/pages/work.tsx";
import { askForDataPages, mailedDataPages } from "#features/privacy/own-data/pages/mailed-data.tsx";
import { ownDataPages } from "#features/privacy/own-data/pages/own-data.tsx";
import { retentionPages } from "#features/privacy/decisions/pages/decisions.tsx";
import { erasurePages } from "#features/privacy/pages/erasures.tsx";
import { privacyPages } from "#features/privacy/pages/privacy.tsx";
import { reportingPages } from "#features/site/accessibility/pages/reporting.tsx";
import { reportPages } from "#features/site/accessibility/pages/reports.tsx";
import { statementPages } from "#features/site/accessibility/pages/statement.tsx";
import { aboutPages } from "#features/site/pages/about.tsx";
import { todayPages } from "#features/today/pages/today.tsx";
import { personParts } from "#person-parts.ts";
import type { Pages } from "#platform/web/pages.ts";

/** Every list of pages. */
export const pageLists: readonly Pages[] = [
  todayPages,
  openRoundsPages,
  publicRoundPages,
  roundFeedPages,
  myRoundsPages,
  newRoundPages,
  seriesPages,
  severalReportPages,
  overviewPages,
  readingPages,
  sectionPages,
  sessionShortcutPages,
  joinLinkPages,
  sessionPages,
  publishingPages,
  copyingPages,
  applicationPages,
  confirmationPages,
  lostLinkPages,
  ownPages,
  managerPages,
  offerPages,
  rosterPages,
  addApplicantPages,
  applicationImportPages,
  correctApplicantPages,
  rosterPersonPages,
  selectionPages,
  mailPreviewPages,
  messagePages,
  invitationPages,
  publicInvitationPages,
  listPages,
  postPages,
  handoverPages,
  roomPages,
  changePages,
  changeSeenPages,
  attendancePages,
  herePages,
  certificatePages,
  proposalPages,
  publicProposalPages,
  questionPages,
  spreadPages,
  roundReportPages,
  questionnairePages,
  questionListPages,
  answerPages,
  notesPages,
  minutesPages,
  minutesItemPages,
  minutesItemNamePages,
  minutesPartPages,
  sessionPlanPages,
  assignmentPages,
  materialPages,
  hoursPages,
  distributionPages,
  minutesReadingPages,
  mailedMinutesPages,
  meetingSearchPages,
  releasePages,
  feedAddressPages,
  followedBodyPages,
  followedBodyCalendarPages,
  followedCalendarPages,
  calendarAddressPages,
  roundCalendarAddressPages,
  planningPages,
  replyLinkPages,
  arrangingPages,
  paperPages,
  callingPages,
  meetingPages,
  openWorkPages,
  intakePages,
  commissionPages,
  handingOnPages,
  // Before a matter by its name: `ny` is none.
  askPages,
  matterPages,
  matterDeedPages,
  matterDecisionPages,
  matterFactPages,
  unfollowPages,
  meetingAttendancePages,
  meetingAttendeePages,
  presenceOverYearPages,
  pastingPages,
  confirmingPages,
  originalPages,
  bodyListPages,
  relationPages,
  bodyFormPages,
  seatPages,
  memberPages,
  bodyPages,
  representationFormPages,
  representationPages,
  aboutPages,
  statementPages,
  reportingPages,
  reportPages,
  privacyPages,
  askForDataPages,
  mailedDataPages,
  ownDataPages,
  erasurePages,
  retentionPages,
  signInPages,
  mailedSignInPages,
  providerReturnPages,
  providerPages,
  approvalPages,
  securityPages,
  passkeyPages,
  secondFactorPages,
  keyPages,
  operationsPages,
  outboxPages,
  outboxMailPages,
  workPages,
  trailPages,
  chainPages,
  organisationListPages,
  organisationImportPages,
  successionPages,
  lookPages,
  markPages,
  organisationPages,
  peoplePages,
  duplicatePages,
  knownLeaderPages,
  mergePages(personParts),
  roleFormPages,
  personPages,
  ...methodPageRoutes,
  ...knowledgePageRoutes,
];
