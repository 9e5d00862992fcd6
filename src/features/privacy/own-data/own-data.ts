import type { PersonId } from "#kernel/ids.ts";

/** Whoever asks what is held about them: by their account, by an address they have proved is theirs, or by both. */
export type Whose = { readonly personId: PersonId | undefined; readonly email: string | undefined };

/**
 * What is held about somebody, in the order it is shown, each with the columns that tell whose it is. A test walks
 * every column of the database that may name somebody and fails for one that stands neither here nor in `leftOut`.
 */
export const ownSections = {
  account: ["person.id", "person.email", "person.merged_into"],
  roles: ["role_assignment.person_id"],
  registrations: ["registration.person_id", "registration.email"],
  teams: ["team_member.email"],
  proposals: [],
  spread: [],
  assignments: [],
  notedTime: [],
  questionnaires: [],
  notes: ["session_note_section.saved_by", "session_note_text.written_by", "session_note_contribution.written_by"],
  bodies: [
    "body_seat_holding.person_id",
    "representation.person_id",
    "representation_report.written_by",
    "body_feed.person_id",
  ],
  meetings: [
    "attendance_at_meeting.person_id",
    "meeting_reply.person_id",
    "minutes_receiver.person_id",
    "minutes_receiver.email",
  ],
  minutes: [
    "minutes_item.saved_by",
    "minutes_other_text.written_by",
    "minutes_addition.written_by",
    "minutes_note_taker.person_id",
    "minutes_adjuster.person_id",
  ],
  commissions: ["commission.owner_person", "commission.requester_email", "matter_subscription.person_id"],
  workshops: ["workshop_leader.person_id"],
  appraisals: [
    "appraisal.decider_id",
    "appraisal_author.person_id",
    "appraisal_outcome.judged_by",
    "appraisal_answer.owner_id",
    "appraisal_inquiry.asked_by",
    "appraisal_inquiry.answered_by",
    "appraisal_decision.decided_by",
    "appraisal_decision.outcome_by",
    "introduction.responsible_id",
  ],
  knowledge: [
    "knowledge_question.answered_by",
    "knowledge_question.asked_by",
    "knowledge_question.taken_by",
    "knowledge_version.written_by",
    "knowledge_version.published_by",
    "knowledge_review.reviewer_id",
    "knowledge_review.asked_by",
    "experience_step.said_by",
    "knowledge_feedback.person_id",
    "knowledge_digest.person_id",
    "knowledge_digest_term.person_id",
    "saved_search.person_id",
    "question_step.by_id",
  ],
  managerAnswers: ["manager_consultation.manager_email"],
  rounds: ["round_contact.email", "round_leader.person_id", "round.responsible_id"],
  dispatches: ["dispatch_contact.email", "round_mailing_receiver.email"],
  organisations: ["organisation.contact_email", "organisation_look.reply_address"],
  signIns: [
    "sign_in_session.person_id",
    "sign_in_account.person_id",
    "sign_in_passkey.person_id",
    "sign_in_two_factor.person_id",
  ],
  keys: ["api_token.person_id"],
  mails: ["mail.to_address"],
  reports: ["accessibility_report.email"],
  deeds: ["audit_record.person_id"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type OwnSectionName = keyof typeof ownSections;
export const ownSectionNames = Object.keys(ownSections) as readonly OwnSectionName[];

const atWork = "What somebody did at work stands among the deeds, with what, about what and when.";

const twoEntries = "Which entries are one person, or are not; what each holds is handed out with the account.";

/** Columns that may name somebody and are not handed out, each with why. */
export const leftOut: Readonly<Record<string, string>> = {
  "accessibility_report.answered_by": atWork,
  "assignment_submission.answered_by": atWork,
  "change_notice.changed_by": atWork,
  "deadline_change.changed_by": atWork,
  "checklist_version.published_by": atWork,
  "dispatch_contact.added_by": atWork,
  "import_file.sent_by": atWork,
  "organisation_import.sent_by": atWork,
  "person_distinct.decided_by": atWork,
  "person_distinct.one_id": twoEntries,
  "person_distinct.other_id": twoEntries,
  "person_merge.from_id": twoEntries,
  "person_merge.merged_by": atWork,
  "person_merge.to_id": twoEntries,
  "person_merge.undone_by": atWork,
  "phone_call.called_by": atWork,
  "registration.added_by": atWork,
  "registration.decided_by": atWork,
  "role_assignment.ended_by": atWork,
  "role_assignment.granted_by": atWork,
  "round.created_by": atWork,
  "round_handover.from_id": atWork,
  "round_handover.handed_by": atWork,
  "round_handover.to_id": atWork,
  "round_mailing.written_by": atWork,
  "selection_decision.decided_by": atWork,
  "session_note_section.writer_id": "Who has a section for some minutes; what they write is handed out.",
  "attendance_at_meeting.substitutes_for": "Whose place somebody else took; where they came themselves is handed out.",
  "matter_step.told_by": atWork,
  "minutes_dispatch.sent_by": atWork,
  "minutes_item.owner_person": "Becomes the commission, which is handed out.",
  "minutes_item.writer_id": "Who has an item for some minutes; what they write is handed out.",
  "minutes_part.finished_by": atWork,
  "minutes_part.secrecy_checked_by": atWork,
  "minutes_receiver.added_by": atWork,
  "minutes_release.checked_by": atWork,
  "pasted_minutes.pasted_by": atWork,
  "mailed_link.subject": "An address for a day, in links that were asked for from here; the mail itself is handed out.",
  "mail.reply_to_address": "Where an answer goes: the contact's address, which stands among their rounds.",
  "round_mailing.reply_to_address": "Where an answer goes: the contact's address, which stands among their rounds.",
  "session_join_link.address": "Where a meeting is joined, not an address of anybody.",
  "session_material.address": "Where something to read stands, not an address of anybody.",
  "sign_in_provider.address_claim": "The name of a field in somebody else's directory, not an address.",
  "registration.address_unproved": "A yes or no about the address, which is handed out with the application.",
  "person.email_verified": "A yes or no about the address, which is handed out with the account.",
  "manager_consultation.address_known": "A yes or no about the address, which is handed out with the answer.",
};

export type OwnValue = string | number | boolean | null | Temporal.Instant | Temporal.PlainDate;

/** One thing that is held about somebody. */
export type OwnRow = Readonly<Partial<Record<OwnField, OwnValue>>>;

/** What is held about somebody in one part of the product. */
export type OwnSection = { readonly section: OwnSectionName; readonly rows: readonly OwnRow[] };

/** What is told of a thing; the words stand in the catalogue under `own_data.field.<field>`. */
export const ownFields = [
  "name",
  "email",
  "phone",
  "title",
  "language",
  "createdAt",
  "secondFactor",
  "role",
  "place",
  "from",
  "to",
  "round",
  "state",
  "appliedAt",
  "confirmedAt",
  "workplace",
  "employer",
  "sector",
  "profession",
  "ageGroup",
  "motivation",
  "themeProposal",
  "hoursAccepted",
  "meets",
  "attendance",
  "changesSeen",
  "diet",
  "adaptation",
  "postalAddress",
  "erasedOn",
  "managerName",
  "managerEmail",
  "managerAnswer",
  "managerQuestion",
  "answeredAt",
  "decision",
  "reason",
  "offeredAt",
  "offerAnswer",
  "part",
  "kind",
  "expiresAt",
  "scopes",
  "subject",
  "text",
  "sentAt",
  "page",
  "hindrance",
  "aid",
  "reportedAt",
  "answer",
  "at",
  "what",
  "about",
] as const;
export type OwnField = (typeof ownFields)[number];
