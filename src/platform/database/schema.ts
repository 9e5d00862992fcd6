// Written by `npm run db:types` from the migrated database; never by hand.
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { Id } from "#kernel/ids.ts";
import type { JsonText, JsonValue } from "#platform/database/json.ts";

export type AccessibilityReportTable = {
  id: Id<"accessibility_report">;
  organisation_id: Id<"organisation"> | null;
  page: string | null;
  hindrance: string;
  aid: string | null;
  email: string | null;
  language: Generated<"sv" | "en">;
  reported_at: Temporal.Instant;
  answer_by: Temporal.PlainDate;
  answer: string | null;
  answered_at: Temporal.Instant | null;
  answered_by: Id<"person"> | null;
};

export type ActivityKindTable = {
  code: string;
  name_sv: string;
  name_en: string;
  explanation: Generated<string>;
  position: number;
};

export type AgendaItemTable = {
  id: Id<"agenda_item">;
  meeting_id: Id<"meeting">;
  body_id: Id<"body"> | null;
  position: number;
  title: string;
  text: string | null;
  comes_from: "added" | "parked" | "continued" | "commission" | "referred" | "review" | "raised";
  matter_id: Id<"matter"> | null;
  minutes: number | null;
  presenter: string | null;
};

export type AgendaPostponedTable = {
  meeting_id: Id<"meeting">;
  matter_id: Id<"matter">;
  postponed_at: Temporal.Instant;
};

export type ApiTokenTable = {
  id: Id<"api_token">;
  person_id: Id<"person">;
  name: string;
  token_hash: Buffer;
  scopes: string[];
  expires_at: Temporal.Instant;
  revoked_at: Temporal.Instant | null;
  created_at: Generated<Temporal.Instant>;
};

export type AppraisalTable = {
  id: Id<"appraisal">;
  slug: string;
  method_id: Id<"method">;
  organisation_id: Id<"organisation">;
  title: string;
  question: string | null;
  is_in_use: Generated<boolean>;
  checklist_version_id: Id<"checklist_version">;
  form: Generated<"short" | "full">;
  state: "weighing" | "proposed" | "decided" | "withdrawn";
  decider_id: Id<"person"> | null;
  disagreement: string | null;
  outweighing: "research" | "profession" | "serviceUsers" | null;
  outweighing_motive: string | null;
  taken_from: Id<"appraisal"> | null;
  proposed_at: Temporal.Instant | null;
  withdrawn_reason: string | null;
  created_at: Temporal.Instant;
  version: Generated<number>;
};

export type AppraisalAnswerTable = {
  id: Id<"appraisal_answer">;
  appraisal_id: Id<"appraisal">;
  question_id: Id<"checklist_question">;
  standing: "answered" | "unknown" | "notRelevant";
  text: string | null;
  owner_id: Id<"person"> | null;
  owner_name: string | null;
  source: string | null;
  answered_on: Temporal.PlainDate;
  known_by: Temporal.PlainDate | null;
  version: Generated<number>;
};

export type AppraisalAuthorTable = {
  id: Id<"appraisal_author">;
  appraisal_id: Id<"appraisal">;
  person_id: Id<"person">;
};

export type AppraisalConsultationTable = {
  id: Id<"appraisal_consultation">;
  appraisal_id: Id<"appraisal">;
  position: number;
  who: string;
  how: string;
  how_many: number | null;
  asked_on: Temporal.PlainDate | null;
  said: string | null;
  missing: string | null;
  participation: "information" | "consultation" | "dialogue" | "influence" | "coDecision";
};

export type AppraisalDecisionTable = {
  id: Id<"appraisal_decision">;
  appraisal_id: Id<"appraisal">;
  decision_no: number;
  decision: "pilot" | "broad" | "no" | "wait";
  reason: string;
  dissent: string | null;
  said_back: string | null;
  decided_by: Id<"person"> | null;
  decided_on: Temporal.PlainDate;
  recorded_at: Temporal.Instant;
  is_sole_author: boolean;
  expected_effect: string | null;
  expected_by: Temporal.PlainDate | null;
  measured_how: string | null;
  stop_when: string | null;
  pilot_what: string | null;
  pilot_whom: string | null;
  pilot_until: Temporal.PlainDate | null;
  decide_again_on: Temporal.PlainDate | null;
  outcome: string | null;
  outcome_met: "better" | "asExpected" | "partly" | "notMet" | "notKnown" | null;
  outcome_on: Temporal.PlainDate | null;
  outcome_by: Id<"person"> | null;
};

export type AppraisalExperienceTable = {
  appraisal_id: Id<"appraisal">;
  criterion: "shared" | "overTime" | "documented" | "followedUp" | "examined" | "ethics" | "context" | "transferable";
  score: number;
  evidence: string | null;
};

export type AppraisalInquiryTable = {
  id: Id<"appraisal_inquiry">;
  appraisal_id: Id<"appraisal">;
  question_id: Id<"checklist_question"> | null;
  text: string;
  asked_by: Id<"person"> | null;
  asked_at: Temporal.Instant;
  answer: string | null;
  answered_by: Id<"person"> | null;
  answered_at: Temporal.Instant | null;
};

export type AppraisalOutcomeTable = {
  id: Id<"appraisal_outcome">;
  appraisal_id: Id<"appraisal">;
  position: number;
  outcome: string;
  result: string | null;
  approach: "grade" | "cerqual";
  starts: "high" | "low" | null;
  risk_of_bias: number | null;
  inconsistency: number | null;
  indirectness: number | null;
  imprecision: number | null;
  publication_bias: number | null;
  large_effect: number | null;
  dose_response: number | null;
  opposing_confounding: number | null;
  methodology: number | null;
  coherence: number | null;
  adequacy: number | null;
  relevance: number | null;
  level: "high" | "moderate" | "low" | "veryLow";
  reason: string;
  judged_by: Id<"person"> | null;
  judged_by_name: string | null;
  judged_on: Temporal.PlainDate;
};

export type AppraisalReferenceTable = {
  id: Id<"appraisal_reference">;
  appraisal_id: Id<"appraisal">;
  source: string;
  position: number;
  title: string;
  year: number | null;
  link: string | null;
};

export type AppraisalSourceTable = {
  appraisal_id: Id<"appraisal">;
  source: "research" | "profession" | "serviceUsers";
  standing: Generated<"notSought" | "found" | "soughtNoneFound">;
  summary: string | null;
  sought_where: string | null;
  sought_on: Temporal.PlainDate | null;
  speaks: "for" | "mixed" | "against" | null;
  version: Generated<number>;
};

export type AssignmentTable = {
  id: Id<"assignment">;
  round_id: Id<"round">;
  given_at: Id<"session"> | null;
  due_before: Id<"session"> | null;
  title: string;
  task: string;
  visibility: "group" | "leaders";
  created_at: Temporal.Instant;
  minutes: number | null;
};

export type AssignmentSubmissionTable = {
  id: Id<"assignment_submission">;
  assignment_id: Id<"assignment">;
  registration_id: Id<"registration">;
  body: string;
  version: number;
  saved_at: Temporal.Instant;
  handed_in_at: Temporal.Instant | null;
  late: boolean;
  feedback: string | null;
  answered_at: Temporal.Instant | null;
  answered_by: Id<"person"> | null;
};

export type AttendanceTable = {
  id: Id<"attendance">;
  session_id: Id<"session">;
  registration_id: Id<"registration">;
  state: "present" | "digital" | "substitute" | "excused" | "absent";
  noted_by: "leader" | "code";
  noted_at: Temporal.Instant;
};

export type AttendanceAtMeetingTable = {
  id: Id<"attendance_at_meeting">;
  meeting_id: Id<"meeting">;
  body_id: Id<"body"> | null;
  person_id: Id<"person"> | null;
  name: string | null;
  number: number | null;
  role: "member" | "substitute" | "adjoined" | "guest" | "staff" | "userRepresentative";
  organisation_id: Id<"organisation"> | null;
  organisation_name: string | null;
  represents_body_id: Id<"body"> | null;
  represents: string | null;
  substitutes_for: Id<"person"> | null;
  state: "present" | "digital" | "excused";
  noted_at: Temporal.Instant;
};

export type AttendanceCodeTable = {
  session_id: Id<"session">;
  code: string;
  expires_at: Temporal.Instant;
};

export type AttendanceVisitorTable = {
  id: Id<"attendance_visitor">;
  session_id: Id<"session">;
  name: string | null;
  part: "leader" | "facilitator" | "guest";
};

export type AuditRecordTable = {
  id: GeneratedAlways<number>;
  at: Generated<Temporal.Instant>;
  transaction_id: Generated<string>;
  person_id: Id<"person"> | null;
  via: "nobody" | "link" | "session" | "token" | "operator" | "job";
  what: string;
  about: string;
  organisation_id: Id<"organisation"> | null;
  payload: ColumnType<JsonValue | null, JsonText | null, JsonText | null>;
  salt: Buffer | null;
  digest: Buffer;
};

export type AuditSealTable = {
  no: number;
  records: string;
  record_count: number;
  below: string;
  previous_hash: Buffer;
  hash: Buffer;
  at: Generated<Temporal.Instant>;
};

export type BodyTable = {
  id: Id<"body">;
  kind: "network" | "council" | "steeringGroup" | "headsNetwork";
  name: string;
  slug: string;
  organisation_id: Id<"organisation">;
  purpose: string | null;
  mandate: string | null;
  quorum_of: "persons" | "municipalities" | null;
  quorum_count: number | null;
  quorum_percent: number | null;
  substitute_rule: string | null;
  is_adjusted: Generated<boolean>;
  has_diary: Generated<boolean>;
  checks_secrecy: Generated<boolean>;
  created_at: Temporal.Instant;
  version: Generated<number>;
};

export type BodyDormancyTable = {
  body_id: Id<"body">;
  from_day: Temporal.PlainDate;
  to_day: Temporal.PlainDate | null;
  reason: string | null;
};

export type BodyFeedTable = {
  id: Id<"body_feed">;
  person_id: Id<"person">;
  body_id: Id<"body">;
  made_at: Temporal.Instant;
};

export type BodyMemberTable = {
  id: Id<"body_member">;
  body_id: Id<"body">;
  organisation_id: Id<"organisation">;
  valid_from: Temporal.PlainDate | null;
  valid_to: Temporal.PlainDate | null;
  source: string | null;
};

export type BodySeatTable = {
  id: Id<"body_seat">;
  body_id: Id<"body">;
  kind: "chair" | "secretary" | "member" | "userRepresentative" | "adjoined";
  position: number;
  function: string;
  organisation_id: Id<"organisation"> | null;
  ended_on: Temporal.PlainDate | null;
};

export type BodySeatHoldingTable = {
  id: Id<"body_seat_holding">;
  seat_id: Id<"body_seat">;
  person_id: Id<"person">;
  is_substitute: Generated<boolean>;
  valid_from: Temporal.PlainDate;
  valid_to: Temporal.PlainDate | null;
  source: string | null;
  name_agreed_at: Temporal.Instant | null;
};

export type BodyTaskTable = {
  id: Id<"body_task">;
  body_id: Id<"body">;
  position: number;
  text: string;
  goal: string | null;
  is_open: Generated<boolean>;
};

export type ChangeNoticeTable = {
  id: Id<"change_notice">;
  round_id: Id<"round">;
  changed_at: Temporal.Instant;
  changed_by: Id<"person"> | null;
};

export type ChangeNoticeReaderTable = {
  notice_id: Id<"change_notice">;
  registration_id: Id<"registration">;
  seen_at: Temporal.Instant | null;
  seen_by: "room" | "link" | "call" | null;
};

export type ChangeNoticeThingTable = {
  notice_id: Id<"change_notice">;
  position: number;
  kind:
    | "added"
    | "calledOff"
    | "date"
    | "time"
    | "mode"
    | "venue"
    | "settled"
    | "hours"
    | "cost"
    | "purpose"
    | "goal"
    | "notice";
  session_id: Id<"session"> | null;
  day: Temporal.PlainDate | null;
  was: string | null;
  became: string | null;
};

export type ChecklistTable = {
  id: Id<"checklist">;
  slug: string;
  organisation_id: Id<"organisation"> | null;
  title: string;
  purpose: string | null;
  workshop_id: Id<"workshop"> | null;
  copied_from: Id<"checklist_version"> | null;
  created_at: Temporal.Instant;
  retired_at: Temporal.Instant | null;
  version: Generated<number>;
};

export type ChecklistBodyTable = {
  checklist_id: Id<"checklist">;
  body_id: Id<"body">;
};

export type ChecklistQuestionTable = {
  id: Id<"checklist_question">;
  version_id: Id<"checklist_version">;
  position: number;
  lineage: string;
  text: string;
  help: string | null;
  dimension:
    | "purpose"
    | "targetGroup"
    | "userBenefit"
    | "effect"
    | "timeToEffect"
    | "evidence"
    | "harmRisk"
    | "cost"
    | "staffImpact"
    | "systemImpact"
    | "leadership"
    | "responsibility"
    | "competence"
    | "collaboration"
    | "currentPractice"
    | "replaces"
    | "goalAlignment"
    | "adaptation"
    | "implementation"
    | "rollout"
    | "testDesign"
    | "followUp"
    | "equity"
    | "lawAndEthics"
    | null;
  answered_by: "methodCost" | "methodTraining" | "methodUses" | "methodReplaces" | "research" | "timeToEffect" | null;
  is_short: Generated<boolean>;
  is_addition: Generated<boolean>;
  merged_question_id: Id<"merged_question"> | null;
};

export type ChecklistVersionTable = {
  id: Id<"checklist_version">;
  checklist_id: Id<"checklist">;
  version_no: number;
  note: string | null;
  published_at: Temporal.Instant | null;
  published_by: Id<"person"> | null;
};

export type CircleQuestionTable = {
  id: Id<"circle_question">;
  round_id: Id<"round">;
  position: number;
  standard: string | null;
  kind: "text" | "level" | "practice";
  theme: string;
  source: "research" | "profession" | "serviceUser" | null;
  text: string;
};

export type CircleThemeTable = {
  id: Id<"circle_theme">;
  round_id: Id<"round">;
  position: number;
  name: string;
};

export type CircleWorkplaceTable = {
  id: Id<"circle_workplace">;
  round_id: Id<"round">;
  key: string;
  name: string;
  employer: string;
};

export type CommissionTable = {
  id: Id<"commission">;
  matter_id: Id<"matter"> | null;
  organisation_id: Id<"organisation">;
  from_body: Id<"body"> | null;
  requester: string | null;
  requester_email: string | null;
  origin: "local" | "regional" | "national";
  title: string;
  about: string | null;
  owner_person: Id<"person"> | null;
  owner_organisation: Id<"organisation"> | null;
  owner_name: string | null;
  given_on: Temporal.PlainDate | null;
  given_at: Id<"meeting"> | null;
  due_on: Temporal.PlainDate | null;
  size: "small" | "medium" | "large" | null;
  fte: number | null;
  priority: "high" | "normal" | "low" | null;
  state: "received" | "assessed" | "accepted" | "declined" | "waiting" | "inProgress" | "reported" | "closed";
  since: Temporal.PlainDate;
  reason: string | null;
  created_at: Temporal.Instant;
  version: Generated<number>;
};

export type CoreComponentTable = {
  id: Id<"core_component">;
  method_id: Id<"method">;
  position: number;
  text: string;
  ended_on: Temporal.PlainDate | null;
};

export type CountyTable = {
  code: string;
  name: string;
  short_name: string;
};

export type DeadlineChangeTable = {
  id: Id<"deadline_change">;
  round_id: Id<"round">;
  old_deadline: Temporal.PlainDate | null;
  new_deadline: Temporal.PlainDate | null;
  open_until_full: boolean;
  reason: string;
  changed_by: Id<"person"> | null;
  changed_at: Temporal.Instant;
};

export type DecisionCriterionTable = {
  id: Id<"decision_criterion">;
  appraisal_id: Id<"appraisal">;
  position: number;
  text: string;
};

export type DecisionOptionTable = {
  id: Id<"decision_option">;
  appraisal_id: Id<"appraisal">;
  position: number;
  text: string;
};

export type DecisionWeighingTable = {
  option_id: Id<"decision_option">;
  criterion_id: Id<"decision_criterion">;
  text: string;
};

export type DeliverableTable = {
  id: Id<"deliverable">;
  commission_id: Id<"commission">;
  position: number;
  text: string;
  due_on: Temporal.PlainDate | null;
  state: "waiting" | "reported" | "dropped";
  reported_on: Temporal.PlainDate | null;
  report: string | null;
};

export type DispatchContactTable = {
  id: Id<"dispatch_contact">;
  organisation_id: Id<"organisation">;
  name: string;
  workplace: string | null;
  email: string;
  added_by: Id<"person"> | null;
  added_at: Temporal.Instant;
};

export type EligibilityAnswerTable = {
  registration_id: Id<"registration">;
  rule_id: Id<"eligibility_rule">;
  meets: boolean;
};

export type EligibilityRuleTable = {
  id: Id<"eligibility_rule">;
  round_id: Id<"round">;
  position: number;
  text: string;
  strength: "required" | "recommended";
};

export type ErasureTable = {
  kind: string;
  day: Temporal.PlainDate;
  erased: number;
  last_at: Temporal.Instant;
  organisation_id: Id<"organisation"> | null;
};

export type ExperienceProfileTable = {
  item_id: Id<"knowledge_item">;
  criterion: "shared" | "overTime" | "documented" | "followedUp" | "examined" | "ethics" | "context" | "transferable";
  score: number;
  evidence: string | null;
};

export type ExperienceStepTable = {
  id: Id<"experience_step">;
  item_id: Id<"knowledge_item">;
  stage: "individual" | "shared" | "documented" | "followedUp" | "examined" | "proven" | "withdrawn";
  said_on: Temporal.PlainDate;
  reason: string;
  body_id: Id<"body"> | null;
  review_on: Temporal.PlainDate | null;
  said_by: Id<"person"> | null;
  recorded_at: Temporal.Instant;
};

export type ExternalApplicationTable = {
  id: Id<"external_application">;
  matter_id: Id<"matter">;
  funder: string;
  title: string | null;
  state: "planned" | "submitted" | "granted" | "rejected";
  since: Temporal.PlainDate | null;
};

export type FidelityCheckTable = {
  id: Id<"fidelity_check">;
  introduction_id: Id<"introduction">;
  component_id: Id<"core_component">;
  checked_on: Temporal.PlainDate;
  fidelity: "asIntended" | "partly" | "notDone" | "notKnown";
  note: string | null;
};

export type GlossaryDefinitionTable = {
  id: Id<"glossary_definition">;
  term_id: Id<"glossary_term">;
  position: number;
  text: string;
  source: string;
  year: number | null;
  link: string | null;
};

export type GlossaryTermTable = {
  id: Id<"glossary_term">;
  slug: string;
  term: string;
  english: string | null;
  also_called: Generated<string[]>;
  created_at: Temporal.Instant;
  version: Generated<number>;
};

export type GuidingQuestionTable = {
  id: Id<"guiding_question">;
  round_id: Id<"round">;
  position: number;
  source: "research" | "profession" | "serviceUser";
  text: string;
};

export type HarvestSourceTable = {
  id: Id<"harvest_source">;
  organisation_id: Id<"organisation">;
  name: string;
  address: string;
  metadata_prefix: Generated<string>;
  set_spec: string | null;
  every: Generated<"day" | "week" | "month">;
  is_resting: Generated<boolean>;
  harvested_until: string | null;
  resumption: string | null;
  began_at: Temporal.Instant | null;
  began_stamp: string | null;
  places_seen: Generated<string[]>;
  held_until: Temporal.Instant | null;
  rests_until: Temporal.Instant | null;
  failures: Generated<number>;
  last_ended_at: Temporal.Instant | null;
  last_problem: string | null;
  records: Generated<number>;
  skipped: Generated<number>;
  created_at: Temporal.Instant;
  version: Generated<number>;
};

export type IdempotencyKeyTable = {
  actor_id: string;
  operation: string;
  key: string;
  body_hash: string;
  response: ColumnType<JsonValue | null, JsonText | null, JsonText | null>;
  created_at: Generated<Temporal.Instant>;
};

export type ImportFileTable = {
  id: Id<"import_file">;
  round_id: Id<"round">;
  name: string;
  hash: string;
  content: Buffer | null;
  mapping: ColumnType<JsonValue, JsonText, JsonText>;
  sent_by: Id<"person"> | null;
  sent_at: Temporal.Instant;
  delete_after: Temporal.Instant;
};

export type IntroductionTable = {
  id: Id<"introduction">;
  appraisal_id: Id<"appraisal">;
  phase: "need" | "installation" | "initialUse" | "fullUse" | "maintained" | "phasedOut";
  responsible_role: string;
  responsible_id: Id<"person"> | null;
  training: string | null;
  to_train: number | null;
  trained: number | null;
  version: Generated<number>;
};

export type IntroductionPhaseTable = {
  id: Id<"introduction_phase">;
  introduction_id: Id<"introduction">;
  phase: "need" | "installation" | "initialUse" | "fullUse" | "maintained" | "phasedOut";
  from_day: Temporal.PlainDate;
  note: string | null;
};

export type IntroductionStepTable = {
  id: Id<"introduction_step">;
  introduction_id: Id<"introduction">;
  position: number;
  kind: "step" | "takenAway";
  text: string;
  role: string | null;
  due_on: Temporal.PlainDate | null;
  done_on: Temporal.PlainDate | null;
};

export type KnowledgeAboutTable = {
  version_id: Id<"knowledge_version">;
  term_id: Id<"knowledge_term">;
};

export type KnowledgeCandidateTable = {
  id: Id<"knowledge_candidate">;
  organisation_id: Id<"organisation">;
  source_id: Id<"harvest_source"> | null;
  identifier: string | null;
  datestamp: string | null;
  file_digest: string | null;
  place: number | null;
  title: string;
  authors: Generated<string[]>;
  source: string | null;
  year: number | null;
  licence: string | null;
  link: string | null;
  doi: string | null;
  abstract: string | null;
  citation: ColumnType<JsonValue | null, JsonText | null, JsonText | null>;
  is_gone: Generated<boolean>;
  standing: Generated<"new" | "taken" | "leftOut">;
  item_id: Id<"knowledge_item"> | null;
  decided_at: Temporal.Instant | null;
  brought_at: Temporal.Instant;
};

export type KnowledgeDigestTable = {
  person_id: Id<"person">;
  last_told_on: Temporal.PlainDate | null;
  created_at: Temporal.Instant;
};

export type KnowledgeDigestTermTable = {
  person_id: Id<"person">;
  term_id: Id<"knowledge_term">;
};

export type KnowledgeFeedbackTable = {
  id: Id<"knowledge_feedback">;
  item_id: Id<"knowledge_item">;
  person_id: Id<"person">;
  was_useful: "yes" | "partly" | "no";
  said: string | null;
  given_on: Temporal.PlainDate;
};

export type KnowledgeItemTable = {
  id: Id<"knowledge_item">;
  slug: string;
  kind: "research" | "guideline" | "professional" | "serviceUsers" | "localFollowUp";
  organisation_id: Id<"organisation"> | null;
  stage: "individual" | "shared" | "documented" | "followedUp" | "examined" | "proven" | "withdrawn" | null;
  review_due: Temporal.PlainDate | null;
  retired_at: Temporal.Instant | null;
  retired_reason: string | null;
  replaced_by: Id<"knowledge_item"> | null;
  created_at: Temporal.Instant;
  version: Generated<number>;
};

export type KnowledgeLineageTable = {
  id: Id<"knowledge_lineage">;
  item_id: Id<"knowledge_item">;
  way: "restsOn" | "comesFrom";
  other_item_id: Id<"knowledge_item"> | null;
  appraisal_id: Id<"appraisal"> | null;
  method_id: Id<"method"> | null;
  round_id: Id<"round"> | null;
  checklist_id: Id<"checklist"> | null;
  proposal_id: Id<"proposal"> | null;
  note: string | null;
  seen_version_no: number;
  seen_retired: Generated<boolean>;
  created_at: Temporal.Instant;
};

export type KnowledgeMethodTable = {
  version_id: Id<"knowledge_version">;
  method_id: Id<"method">;
};

export type KnowledgeQuestionTable = {
  id: Id<"knowledge_question">;
  slug: string;
  asked_by: Id<"person"> | null;
  organisation_id: Id<"organisation">;
  with_id: Id<"organisation">;
  text: string;
  population: string | null;
  intervention: string | null;
  comparison: string | null;
  outcome: string | null;
  context: string | null;
  state: "asked" | "taken" | "answered" | "closed";
  taken_by: Id<"person"> | null;
  asked_at: Temporal.Instant;
  needed_by: Temporal.PlainDate | null;
  answer: string | null;
  answered_by: Id<"person"> | null;
  answered_at: Temporal.Instant | null;
  closed_reason: string | null;
  item_id: Id<"knowledge_item"> | null;
  helped_asked_on: Temporal.PlainDate | null;
  helped: "yes" | "partly" | "no" | null;
  helped_said: string | null;
  version: Generated<number>;
};

export type KnowledgeReviewTable = {
  id: Id<"knowledge_review">;
  version_id: Id<"knowledge_version">;
  reviewer_id: Id<"person"> | null;
  asked_by: Id<"person"> | null;
  asked_at: Temporal.Instant;
  verdict: "approved" | "changesWanted" | null;
  said: string | null;
  answered_at: Temporal.Instant | null;
};

export type KnowledgeTermTable = {
  id: Id<"knowledge_term">;
  kind: "area" | "targetGroup" | "theme" | "outcome";
  slug: string;
  name: string;
  organisation_id: Id<"organisation"> | null;
  means: Id<"knowledge_term"> | null;
  position: Generated<number>;
  retired_at: Temporal.Instant | null;
};

export type KnowledgeVersionTable = {
  id: Id<"knowledge_version">;
  item_id: Id<"knowledge_item">;
  version_no: number;
  state: "draft" | "inReview" | "published" | "replaced";
  title: string;
  says: string | null;
  holds_for: string | null;
  use_of_it: string | null;
  body: string | null;
  authors: Generated<string[]>;
  source: string | null;
  year: number | null;
  licence: string | null;
  link: string | null;
  doi: string | null;
  link_checked_on: Temporal.PlainDate | null;
  link_is_broken: Generated<boolean>;
  attribution: string | null;
  citation: ColumnType<JsonValue | null, JsonText | null, JsonText | null>;
  asked_who: string | null;
  asked_how: string | null;
  asked_count: number | null;
  asked_on: Temporal.PlainDate | null;
  missing: string | null;
  participation: "information" | "consultation" | "dialogue" | "influence" | "coDecision" | null;
  followed_count: number | null;
  followed_from: Temporal.PlainDate | null;
  followed_to: Temporal.PlainDate | null;
  spread: string | null;
  note: string | null;
  written_by: Id<"person"> | null;
  written_at: Temporal.Instant;
  published_by: Id<"person"> | null;
  published_at: Temporal.Instant | null;
  row_version: Generated<number>;
};

export type LinkTryTable = {
  version_id: Id<"knowledge_version">;
  tried_on: Temporal.PlainDate;
};

export type MailTable = {
  id: Id<"mail">;
  dedupe_key: string | null;
  about: string | null;
  to_address: string;
  reply_to_name: string | null;
  reply_to_address: string | null;
  from_name: string | null;
  subject: string;
  body_text: string | null;
  body_html: string | null;
  calendar_method: "REQUEST" | "CANCEL" | "PUBLISH" | null;
  calendar_file: string | null;
  state: Generated<"waiting" | "sent" | "failed" | "kept">;
  attempts: Generated<number>;
  problem: string | null;
  created_at: Generated<Temporal.Instant>;
  settled_at: Temporal.Instant | null;
};

export type MailedLinkTable = {
  token_hash: Buffer;
  purpose: string;
  subject: string;
  version: string | null;
  expires_at: Temporal.Instant;
  spent_at: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
  created_at: Generated<Temporal.Instant>;
};

export type ManagerConsultationTable = {
  registration_id: Id<"registration">;
  form: "declared" | "confirmed";
  state: "declared" | "waiting" | "yes" | "no" | "question";
  manager_name: string | null;
  manager_email: string | null;
  address_known: Generated<boolean>;
  shown: ColumnType<JsonValue, JsonText, JsonText>;
  asked_at: Temporal.Instant | null;
  reminded_at: Temporal.Instant | null;
  reminders: Generated<number>;
  answered_at: Temporal.Instant | null;
  question: string | null;
};

export type MatterTable = {
  id: Id<"matter">;
  slug: string;
  title: string;
  about: string | null;
  body_id: Id<"body">;
  raised_on: Temporal.PlainDate | null;
  raised_at: Id<"meeting"> | null;
  state:
    | "raised"
    | "continued"
    | "commissioned"
    | "parked"
    | "referred"
    | "decided"
    | "decidedElsewhere"
    | "reviewed"
    | "dropped";
  since: Temporal.PlainDate;
  parked_until: Temporal.PlainDate | null;
  parked_event: string | null;
  event_came_on: Temporal.PlainDate | null;
  remind_on: Temporal.PlainDate | null;
  reason: string | null;
  referred_to: Id<"body"> | null;
  outcome: string | null;
  is_position: Generated<boolean>;
  decided_by: Id<"body"> | null;
  decided_by_name: string | null;
  decided_on: Temporal.PlainDate | null;
  decided_day: string | null;
  review_on: Temporal.PlainDate | null;
  is_closed: GeneratedAlways<boolean>;
  created_at: Temporal.Instant;
  version: Generated<number>;
  in_words: GeneratedAlways<string | null>;
};

export type MatterBodyTable = {
  matter_id: Id<"matter">;
  body_id: Id<"body">;
  since: Temporal.PlainDate;
};

export type MatterOnAgendaTable = {
  item_id: Id<"agenda_item">;
  matter_id: Id<"matter">;
  body_id: Id<"body">;
  is_open: Generated<boolean>;
};

export type MatterStepTable = {
  id: Id<"matter_step">;
  matter_id: Id<"matter">;
  step_no: number;
  what: string;
  day: Temporal.PlainDate | null;
  meeting_id: Id<"meeting"> | null;
  body_id: Id<"body"> | null;
  text: string | null;
  told_by: Id<"person"> | null;
  told_at: Temporal.Instant;
};

export type MatterSubscriptionTable = {
  id: Generated<Id<"matter_subscription">>;
  matter_id: Id<"matter">;
  person_id: Id<"person">;
  since: Temporal.Instant;
};

export type MeetingTable = {
  id: Id<"meeting">;
  slug: string;
  organisation_id: Id<"organisation">;
  series_id: Id<"meeting_series"> | null;
  title: string;
  day: Temporal.PlainDate | null;
  starts: Temporal.PlainTime | null;
  ends: Temporal.PlainTime | null;
  mode: "physical" | "digital" | "hybrid" | null;
  venue: string | null;
  join_link: string | null;
  welcome: string | null;
  documents_by: Temporal.PlainDate | null;
  asks_for_reply: Generated<boolean>;
  reply_by: Temporal.PlainDate | null;
  state: "planned" | "called" | "held" | "calledOff";
  called_at: Temporal.Instant | null;
  called_off_reason: string | null;
  calendar_sequence: Generated<number>;
  created_at: Temporal.Instant;
  version: Generated<number>;
};

export type MeetingBodyTable = {
  meeting_id: Id<"meeting">;
  body_id: Id<"body">;
  position: number;
  approximate_count: number | null;
};

export type MeetingChangeTable = {
  id: Id<"meeting_change">;
  meeting_id: Id<"meeting">;
  changed_at: Temporal.Instant;
  was_title: string;
  was_day: Temporal.PlainDate;
  was_starts: Temporal.PlainTime | null;
  was_ends: Temporal.PlainTime | null;
  was_mode: "physical" | "digital" | "hybrid" | null;
  was_venue: string | null;
  was_joined: string | null;
};

export type MeetingPaperTable = {
  id: Id<"meeting_paper">;
  meeting_id: Id<"meeting">;
  body_id: Id<"body"> | null;
  item_id: Id<"agenda_item"> | null;
  title: string;
  link: string | null;
  file: string | null;
  file_name: string | null;
  is_plain: Generated<boolean>;
  added_at: Temporal.Instant;
};

export type MeetingReplyTable = {
  id: Generated<Id<"meeting_reply">>;
  meeting_id: Id<"meeting">;
  person_id: Id<"person">;
  answer: "inPlace" | "digital" | "no" | "substitute";
  answered_at: Temporal.Instant;
};

export type MeetingSeriesTable = {
  id: Id<"meeting_series">;
  organisation_id: Id<"organisation">;
  name: string;
};

export type MergedAnswerTable = {
  answer_id: Id<"workshop_answer">;
  merged_question_id: Id<"merged_question"> | null;
  reason: string | null;
};

export type MergedQuestionTable = {
  id: Id<"merged_question">;
  workshop_id: Id<"workshop">;
  position: number;
  text: string;
  help: string | null;
  dimension:
    | "purpose"
    | "targetGroup"
    | "userBenefit"
    | "effect"
    | "timeToEffect"
    | "evidence"
    | "harmRisk"
    | "cost"
    | "staffImpact"
    | "systemImpact"
    | "leadership"
    | "responsibility"
    | "competence"
    | "collaboration"
    | "currentPractice"
    | "replaces"
    | "goalAlignment"
    | "adaptation"
    | "implementation"
    | "rollout"
    | "testDesign"
    | "followUp"
    | "equity"
    | "lawAndEthics"
    | null;
  is_addition: Generated<boolean>;
  version: Generated<number>;
};

export type MethodTable = {
  id: Id<"method">;
  slug: string;
  organisation_id: Id<"organisation">;
  kind: "assessmentMethod" | "intervention" | "wayOfWorking";
  name: string;
  also_called: Generated<string[]>;
  target_group: string | null;
  purpose: string | null;
  use_of_it: string | null;
  training: string | null;
  licence: string | null;
  cost: string | null;
  why: string | null;
  basis: "research" | "provenExperience" | "serviceUsers" | "law" | "tradition" | "unknown" | null;
  replaces: string | null;
  link: string | null;
  withdrawn_at: Temporal.Instant | null;
  withdrawn_reason: string | null;
  created_at: Temporal.Instant;
  version: Generated<number>;
};

export type MethodUseTable = {
  id: Id<"method_use">;
  method_id: Id<"method">;
  organisation_id: Id<"organisation">;
  phase: "need" | "installation" | "initialUse" | "fullUse" | "maintained" | "phasedOut";
  from_day: Temporal.PlainDate | null;
  to_day: Temporal.PlainDate | null;
  appraisal_id: Id<"appraisal"> | null;
};

export type MinutesAdditionTable = {
  id: Id<"minutes_addition">;
  part_id: Id<"minutes_part">;
  item_id: Id<"minutes_item"> | null;
  text: string;
  written_by: Id<"person">;
  written_at: Temporal.Instant;
  in_words: GeneratedAlways<string | null>;
};

export type MinutesAdjusterTable = {
  id: Generated<Id<"minutes_adjuster">>;
  part_id: Id<"minutes_part">;
  person_id: Id<"person">;
  adjusted_at: Temporal.Instant | null;
};

export type MinutesDeliverableTable = {
  item_id: Id<"minutes_item">;
  position: number;
  text: string;
  due_on: Temporal.PlainDate | null;
};

export type MinutesDispatchTable = {
  id: Id<"minutes_dispatch">;
  meeting_id: Id<"meeting">;
  message: string | null;
  sent_by: Id<"person">;
  sent_at: Temporal.Instant;
};

export type MinutesHandTable = {
  item_id: Id<"minutes_item">;
  hand: string;
  turn: number;
};

export type MinutesItemTable = {
  id: Id<"minutes_item">;
  part_id: Id<"minutes_part">;
  agenda_item_id: Id<"agenda_item"> | null;
  position: number;
  heading: string;
  body: Generated<string>;
  version: Generated<number>;
  hand: string | null;
  saved_by: Id<"person"> | null;
  saved_at: Temporal.Instant | null;
  writer_id: Id<"person"> | null;
  writing_until: Temporal.Instant | null;
  kind: "information" | "discussion" | "decision" | "commission" | "parked" | "continued" | "referred" | null;
  matter_id: Id<"matter"> | null;
  outcome: string | null;
  decided_by: Id<"body"> | null;
  decided_by_name: string | null;
  decided_on: Temporal.PlainDate | null;
  decided_day: string | null;
  review_on: Temporal.PlainDate | null;
  owner_person: Id<"person"> | null;
  owner_organisation: Id<"organisation"> | null;
  owner_name: string | null;
  due_on: Temporal.PlainDate | null;
  reason: string | null;
  parked_until: Temporal.PlainDate | null;
  parked_event: string | null;
  refer_to: Id<"body"> | null;
  in_words: GeneratedAlways<string | null>;
};

export type MinutesMailTable = {
  id: Id<"minutes_mail">;
  dispatch_id: Id<"minutes_dispatch">;
  receiver_id: Id<"minutes_receiver">;
  posted_at: Temporal.Instant | null;
};

export type MinutesNoteTakerTable = {
  id: Generated<Id<"minutes_note_taker">>;
  part_id: Id<"minutes_part">;
  person_id: Id<"person">;
};

export type MinutesOtherTextTable = {
  id: Id<"minutes_other_text">;
  item_id: Id<"minutes_item">;
  body: string;
  hand: string | null;
  written_by: Id<"person"> | null;
  written_at: Temporal.Instant;
  settled_at: Temporal.Instant | null;
};

export type MinutesPartTable = {
  id: Id<"minutes_part">;
  meeting_id: Id<"meeting">;
  body_id: Id<"body"> | null;
  state: "working" | "adjusting" | "final";
  finished_at: Temporal.Instant | null;
  finished_by: Id<"person"> | null;
  diary_number: string | null;
  secrecy_checked_at: Temporal.Instant | null;
  secrecy_checked_by: Id<"person"> | null;
  had_quorum: boolean | null;
  had_mandate: boolean | null;
  version: Generated<number>;
};

export type MinutesReceiverTable = {
  id: Id<"minutes_receiver">;
  meeting_id: Id<"meeting">;
  person_id: Id<"person"> | null;
  name: string | null;
  email: string | null;
  added_by: Id<"person"> | null;
  added_at: Temporal.Instant;
  removed_at: Temporal.Instant | null;
  erased_at: Temporal.Instant | null;
};

export type MinutesReceiverBodyTable = {
  receiver_id: Id<"minutes_receiver">;
  body_id: Id<"body">;
};

export type MinutesReleaseTable = {
  id: Id<"minutes_release">;
  part_id: Id<"minutes_part">;
  masked: string | null;
  reason: string;
  checked_by: Id<"person">;
  checked_at: Temporal.Instant;
};

export type MinutesSentAdditionTable = {
  receiver_id: Id<"minutes_receiver">;
  addition_id: Id<"minutes_addition">;
  mail_id: Id<"minutes_mail">;
  id: Generated<Id<"minutes_sent_addition">>;
};

export type MinutesSentPartTable = {
  receiver_id: Id<"minutes_receiver">;
  part_id: Id<"minutes_part">;
  mail_id: Id<"minutes_mail">;
  id: Generated<Id<"minutes_sent_part">>;
};

export type MunicipalCommitmentTable = {
  matter_id: Id<"matter">;
  organisation_id: Id<"organisation">;
  answer: "in" | "out" | "undecided";
  since: Temporal.PlainDate | null;
};

export type NotedTimeTable = {
  id: Id<"noted_time">;
  registration_id: Id<"registration">;
  day: Temporal.PlainDate;
  minutes: number;
  purpose: "assignment" | "reading" | "other";
  words: string | null;
  noted_at: Temporal.Instant;
};

export type OrganisationTable = {
  id: Id<"organisation">;
  kinds: string[];
  name: string;
  short_name: string;
  slug: string;
  parent_id: Id<"organisation"> | null;
  municipality_code: string | null;
  region_county_code: string | null;
  county_code: string | null;
  contact_email: string | null;
  valid_from: Temporal.PlainDate | null;
  valid_to: Temporal.PlainDate | null;
};

export type OrganisationAliasTable = {
  folded: string;
  organisation_id: Id<"organisation">;
  written: string;
};

export type OrganisationDomainTable = {
  domain: string;
  organisation_id: Id<"organisation">;
};

export type OrganisationFormerNameTable = {
  organisation_id: Id<"organisation">;
  name: string;
  short_name: string;
  last_day: Temporal.PlainDate;
  source: string | null;
};

export type OrganisationImportTable = {
  id: Id<"organisation_import">;
  name: string;
  hash: string;
  content: Buffer;
  sent_by: Id<"person"> | null;
  sent_at: Temporal.Instant;
  delete_after: Temporal.Instant;
};

export type OrganisationLookTable = {
  organisation_id: Id<"organisation">;
  name: string | null;
  mark_key: string | null;
  mark_type: "image/png" | "image/jpeg" | "image/webp" | null;
  mark_width: number | null;
  mark_height: number | null;
  sender_name: string | null;
  reply_address: string | null;
};

export type OrganisationRelationTable = {
  id: Id<"organisation_relation">;
  from_id: Id<"organisation">;
  to_id: Id<"organisation">;
  kind: "memberOf" | "owns" | "serves" | "partOf";
  valid_from: Temporal.PlainDate | null;
  valid_to: Temporal.PlainDate | null;
  source: string | null;
};

export type OrganisationSuccessionTable = {
  from_id: Id<"organisation">;
  to_id: Id<"organisation">;
  kind: "merged" | "split";
  day: Temporal.PlainDate;
  inherits: boolean;
  source: string | null;
};

export type PastedMinutesTable = {
  id: Id<"pasted_minutes">;
  text: string;
  digest: Buffer;
  file_name: string | null;
  read: ColumnType<JsonValue | null, JsonText | null, JsonText | null>;
  pasted_by: Id<"person">;
  pasted_at: Temporal.Instant;
  meeting_id: Id<"meeting"> | null;
  confirmed_at: Temporal.Instant | null;
};

export type PastedMinutesBodyTable = {
  pasted_id: Id<"pasted_minutes">;
  body_id: Id<"body">;
  position: number;
};

export type PersonTable = {
  id: Id<"person">;
  name: string;
  email: string | null;
  email_verified: Generated<boolean>;
  image: string | null;
  phone: string | null;
  title: string | null;
  language: Generated<"sv" | "en">;
  two_factor_enabled: Generated<boolean>;
  created_at: Generated<Temporal.Instant>;
  updated_at: Generated<Temporal.Instant>;
  erased_at: Temporal.Instant | null;
  merged_into: Id<"person"> | null;
};

export type PersonDistinctTable = {
  one_id: Id<"person">;
  other_id: Id<"person">;
  decided_by: Id<"person"> | null;
  decided_at: Temporal.Instant;
};

export type PersonMergeTable = {
  id: Id<"person_merge">;
  from_id: Id<"person">;
  to_id: Id<"person">;
  merged_by: Id<"person"> | null;
  merged_at: Temporal.Instant;
  undone_by: Id<"person"> | null;
  undone_at: Temporal.Instant | null;
  left_behind: ColumnType<JsonValue | null, JsonText | null, JsonText | null>;
  forgotten_at: Temporal.Instant | null;
};

export type PerspectiveTable = {
  id: Id<"perspective">;
  link_id: Id<"perspective_link">;
  sent_mark: string;
  stance: "for" | "unsure" | "against" | null;
  text: string;
  received_on: Temporal.PlainDate;
  hidden_at: Temporal.Instant | null;
};

export type PerspectiveLinkTable = {
  id: Id<"perspective_link">;
  appraisal_id: Id<"appraisal">;
  audience: "staff" | "serviceUsers";
  question: string;
  secret_hash: Buffer;
  open_until: Temporal.PlainDate;
  closed_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
};

export type PhoneCallTable = {
  id: Id<"phone_call">;
  registration_id: Id<"registration">;
  kind: string;
  occasion: string;
  words: string | null;
  left_at: Temporal.Instant;
  called_at: Temporal.Instant | null;
  called_by: Id<"person"> | null;
};

export type PostalDispatchTable = {
  id: Id<"postal_dispatch">;
  round_id: Id<"round">;
  contents: string;
  sent_on: Temporal.PlainDate | null;
  is_last: Generated<boolean>;
  created_at: Temporal.Instant;
};

export type ProgrammeTable = {
  id: Id<"programme">;
  organisation_id: Id<"organisation">;
  kind: string;
  slug: string;
  name: string;
  created_at: Generated<Temporal.Instant>;
};

export type ProposalTable = {
  id: Id<"proposal">;
  round_id: Id<"round">;
  registration_id: Id<"registration"> | null;
  title: string;
  kind: "structure" | "project" | null;
  problem: string;
  content: string | null;
  parties: string | null;
  research: string | null;
  profession: string | null;
  service_user: string | null;
  sought_in_vain: Generated<("research" | "profession" | "serviceUser")[]>;
  asks: string | null;
  owner: string | null;
  state: "idea" | "proposedAtHome" | "decided" | "started" | "inUse" | "dropped";
  published_at: Temporal.Instant | null;
  version: Generated<number>;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
  owner_organisation_id: Id<"organisation"> | null;
};

export type ProposalAskingTable = {
  proposal_id: Id<"proposal">;
  occasion: "followUp" | "sixMonths" | "twelveMonths";
  asked_at: Temporal.Instant;
  answered_at: Temporal.Instant | null;
};

export type ProposalStepTable = {
  id: Id<"proposal_step">;
  proposal_id: Id<"proposal">;
  step_no: number;
  state: "idea" | "proposedAtHome" | "decided" | "started" | "inUse" | "dropped";
  happened_on: Temporal.PlainDate;
  reason: string | null;
  told_by: "circle" | "link";
  told_at: Temporal.Instant;
};

export type QuestionItemTable = {
  question_id: Id<"knowledge_question">;
  item_id: Id<"knowledge_item">;
};

export type QuestionSourceTable = {
  question_id: Id<"knowledge_question">;
  source: "research" | "profession" | "serviceUsers";
  standing: Generated<"notSought" | "found" | "soughtNoneFound">;
  says: string | null;
  sought_where: string | null;
};

export type QuestionStepTable = {
  id: Id<"question_step">;
  question_id: Id<"knowledge_question">;
  step: "asked" | "passedOn" | "taken" | "putBack" | "answered" | "closed";
  to_id: Id<"organisation"> | null;
  reason: string | null;
  by_id: Id<"person"> | null;
  at: Temporal.Instant;
};

export type QuestionnaireAnsweredTable = {
  round_id: Id<"round">;
  occasion: string;
  registration_id: Id<"registration">;
};

export type QuestionnaireKeptTable = {
  id: Id<"questionnaire_kept">;
  round_id: Id<"round">;
  occasion: string;
  code: string;
  answers: ColumnType<JsonValue, JsonText, JsonText>;
};

export type QuestionnaireOccasionTable = {
  round_id: Id<"round">;
  occasion: "before" | "after";
  opens_on: Temporal.PlainDate;
  closes_on: Temporal.PlainDate;
  salt: string | null;
  counted_on: Temporal.PlainDate | null;
};

export type QuestionnairePairsTable = {
  round_id: Id<"round">;
  question: string;
  pairs: number;
  sum: number;
  squares: number;
};

export type QuestionnaireTallyTable = {
  round_id: Id<"round">;
  occasion: string;
  question: string;
  answer: string;
  answers: Generated<number>;
};

export type RateLimitTable = {
  key: string;
  count: number;
  expires_at: Temporal.Instant;
};

export type ReadingListTable = {
  id: Id<"reading_list">;
  slug: string;
  organisation_id: Id<"organisation">;
  round_id: Id<"round"> | null;
  title: string;
  purpose: string | null;
  published_at: Temporal.Instant | null;
  retired_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  version: Generated<number>;
};

export type ReadingListItemTable = {
  id: Id<"reading_list_item">;
  list_id: Id<"reading_list">;
  item_id: Id<"knowledge_item">;
  position: number;
  note: string | null;
  seen_version_no: Generated<number>;
  seen_retired: Generated<boolean>;
};

export type RegistrationTable = {
  id: Id<"registration">;
  round_id: Id<"round">;
  queue_no: number;
  applied_at: Temporal.Instant;
  state:
    | "unconfirmed"
    | "lapsed"
    | "merged"
    | "applied"
    | "held"
    | "placed"
    | "waitlisted"
    | "offered"
    | "declined"
    | "ineligible"
    | "withdrawn"
    | "noShow"
    | "completed";
  confirm_by: Temporal.Instant;
  confirmed_at: Temporal.Instant | null;
  person_id: Id<"person"> | null;
  merged_into: Id<"registration"> | null;
  late: Generated<boolean>;
  held_until: Temporal.Instant | null;
  hold_used: Generated<boolean>;
  name: string;
  email: string | null;
  language: Generated<"sv" | "en">;
  workplace: string;
  employer: string;
  organisation_id: Id<"organisation"> | null;
  sector: "socialServices" | "healthCare" | "school" | "civilSociety" | "university" | "other";
  profession: string;
  age_group: string | null;
  motivation: string | null;
  hours_accepted: number | null;
  round_version: number;
  ineligible_reason: string | null;
  decided_by: Id<"person"> | null;
  state_since: Temporal.Instant;
  phone: string | null;
  way: Generated<"form" | "phone" | "mail" | "letter" | "inPerson" | "otherForm">;
  reached_at: Temporal.Instant | null;
  added_by: Id<"person"> | null;
  address_unproved: Generated<boolean>;
  erased_at: Temporal.Instant | null;
  seats: Generated<number>;
  theme_proposal: string | null;
  import_id: Id<"import_file"> | null;
  import_key: string | null;
};

export type RegistrationExtraTable = {
  registration_id: Id<"registration">;
  diet: string | null;
  adaptation: string | null;
  postal_address: string | null;
  delete_after: Temporal.PlainDate;
};

export type RememberedRowTable = {
  position: GeneratedAlways<number>;
  occasion: string;
  table_name: string;
  key: ColumnType<JsonValue, JsonText, JsonText>;
  before: ColumnType<JsonValue, JsonText, JsonText>;
  after: ColumnType<JsonValue | null, JsonText | null, JsonText | null>;
  stays: string | null;
};

export type RepresentationTable = {
  id: Id<"representation">;
  person_id: Id<"person">;
  organisation_id: Id<"organisation">;
  kept_by: Id<"organisation">;
  body_id: Id<"body"> | null;
  place: string | null;
  level: "local" | "regional" | "national";
  mandate: string | null;
  valid_from: Temporal.PlainDate;
  valid_to: Temporal.PlainDate | null;
};

export type RepresentationReportTable = {
  id: Id<"representation_report">;
  representation_id: Id<"representation">;
  day: Temporal.PlainDate;
  text: string;
  written_by: Id<"person">;
  written_at: Temporal.Instant;
};

export type RetentionDecisionTable = {
  id: Id<"retention_decision">;
  organisation_id: Id<"organisation">;
  kind: string;
  kept_count: number | null;
  kept_unit: "days" | "months" | "years" | null;
  number: string;
  decided_on: Temporal.PlainDate;
  recorded_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
};

export type RoleAssignmentTable = {
  id: Id<"role_assignment">;
  person_id: Id<"person">;
  role:
    | "administrator"
    | "nationalCoordinator"
    | "developmentLeader"
    | "municipalCoordinator"
    | "socialServicesDirector"
    | "headOfOperations"
    | "unitManager"
    | "circleLeader"
    | "circleReader"
    | "participant"
    | "userRepresentative"
    | "registrar"
    | "dataProtectionOfficer"
    | "guest";
  organisation_id: Id<"organisation"> | null;
  round_id: Id<"round"> | null;
  host_organisation_id: Id<"organisation"> | null;
  fte: number | null;
  valid_from: Temporal.PlainDate;
  valid_to: Temporal.PlainDate | null;
  ended_at: Temporal.Instant | null;
  granted_by: Id<"person"> | null;
  ended_by: Id<"person"> | null;
};

export type RoundTable = {
  id: Id<"round">;
  programme_id: Id<"programme">;
  organisation_id: Id<"organisation">;
  kind: string;
  slug: string;
  state: Generated<
    "draft" | "published" | "closed" | "allocated" | "running" | "followUpPending" | "completed" | "cancelled"
  >;
  version: Generated<number>;
  title: string;
  lead: string | null;
  theme: string | null;
  theme_short: string | null;
  theme_definition: string | null;
  theme_source: string | null;
  theme_reason: string | null;
  background: string | null;
  practice_problem: string | null;
  purpose: string | null;
  goal: string | null;
  form_text: string | null;
  beneficiaries: Generated<("unit" | "municipality" | "county")[]>;
  audience: string | null;
  written_output: "required" | "optional" | "none" | null;
  planned_term: string | null;
  cost: number | null;
  funder: string | null;
  agreement: string | null;
  hours: number | null;
  target_capacity: number | null;
  hard_capacity: number | null;
  capacity_approximate: Generated<boolean>;
  minimum_participants: number | null;
  go_no_go_date: Temporal.PlainDate | null;
  external_link: string | null;
  material_by_post: boolean | null;
  asks_diet: Generated<boolean>;
  asks_age_group: Generated<boolean>;
  asks_adaptation: Generated<boolean>;
  allocation: "firstCome" | "selection" | "teamByPrincipal" | null;
  manager_consultation: Generated<"none" | "declared" | "confirmed">;
  deadline: Temporal.PlainDate | null;
  open_until_full: Generated<boolean>;
  notice_date: Temporal.PlainDate | null;
  notice_month: string | null;
  answer_days: Generated<number>;
  published_at: Temporal.Instant | null;
  notices_sent_at: Temporal.Instant | null;
  go_decided_on: Temporal.PlainDate | null;
  cancelled_reason: string | null;
  created_by: Id<"person"> | null;
  created_at: Generated<Temporal.Instant>;
  updated_at: Generated<Temporal.Instant>;
  team_least: number | null;
  team_most: number | null;
  external_form: string | null;
  responsible_id: Id<"person"> | null;
};

export type RoundContactTable = {
  id: Id<"round_contact">;
  round_id: Id<"round">;
  position: number;
  name: string;
  title: string | null;
  email: string | null;
  phone: string | null;
};

export type RoundCostTable = {
  id: Id<"round_cost">;
  round_id: Id<"round">;
  funder: string;
  purpose: string;
  amount: number;
  created_at: Temporal.Instant;
};

export type RoundHandoverTable = {
  id: Id<"round_handover">;
  round_id: Id<"round">;
  from_id: Id<"person"> | null;
  to_id: Id<"person">;
  keeps_reading: boolean;
  takes_contacts: boolean;
  note: string | null;
  handed_by: Id<"person"> | null;
  handed_at: Temporal.Instant;
};

export type RoundLeaderTable = {
  id: Id<"round_leader">;
  round_id: Id<"round">;
  position: number;
  name: string;
  title: string | null;
  part: Generated<"leader" | "facilitator">;
  person_id: Id<"person"> | null;
  nobody_known: Generated<boolean>;
};

export type RoundMailingTable = {
  id: Id<"round_mailing">;
  round_id: Id<"round">;
  kind: "message" | "invitation";
  audience: "everyone" | "placed" | "waiting" | "person" | null;
  subject: string;
  body: string;
  reply_to_name: string;
  reply_to_address: string;
  receivers: number;
  written_by: Id<"person"> | null;
  written_at: Temporal.Instant;
};

export type RoundMailingReceiverTable = {
  mailing_id: Id<"round_mailing">;
  position: number;
  registration_id: Id<"registration"> | null;
  team_member_id: Id<"team_member"> | null;
  name: string | null;
  workplace: string | null;
  email: string | null;
  posted_at: Temporal.Instant | null;
};

export type RoundSourceTable = {
  round_id: Id<"round">;
  text: string;
  file_name: string | null;
  read: ColumnType<JsonValue, JsonText, JsonText>;
  created_at: Generated<Temporal.Instant>;
  confirmed_at: Temporal.Instant | null;
};

export type SavedSearchTable = {
  id: Id<"saved_search">;
  person_id: Id<"person">;
  words: string;
  facets: ColumnType<JsonValue, JsonText | undefined, JsonText>;
  is_mailed: Generated<boolean>;
  last_told_on: Temporal.PlainDate | null;
  created_at: Temporal.Instant;
};

export type SearchChangeTable = {
  id: GeneratedAlways<number>;
  kind: string;
  thing_id: string;
  written_in: Generated<string>;
  written_at: Generated<Temporal.Instant>;
};

export type SearchMissTable = {
  words: string;
  missed_on: Temporal.PlainDate;
  times: Generated<number>;
};

export type SelectionDecisionTable = {
  registration_id: Id<"registration">;
  outcome: "place" | "wait" | "decline";
  reason: string;
  decided_by: Id<"person"> | null;
  decided_at: Temporal.Instant;
};

export type SessionTable = {
  id: Id<"session">;
  round_id: Id<"round">;
  position: number;
  date: Temporal.PlainDate | null;
  starts: Temporal.PlainTime | null;
  ends: Temporal.PlainTime | null;
  kind: Generated<"kickOff" | "regular" | "closing" | "followUp">;
  mode: "physical" | "digital" | "hybrid" | null;
  provisional: Generated<boolean>;
  venue: string | null;
  catering: boolean | null;
  theme: string | null;
  audience: string | null;
  sequence: Generated<number>;
  called_off: Generated<boolean>;
  called_off_reason: string | null;
};

export type SessionContributorTable = {
  id: Id<"session_contributor">;
  session_id: Id<"session">;
  position: number;
  name: string;
  role: string | null;
  organisation: string | null;
  perspective:
    | "research"
    | "law"
    | "organisation"
    | "collaboration"
    | "profession"
    | "serviceUser"
    | "nationalProgramme"
    | "own";
  perspective_word: string | null;
};

export type SessionJoinLinkTable = {
  session_id: Id<"session">;
  address: string;
};

export type SessionMaterialTable = {
  id: Id<"session_material">;
  session_id: Id<"session">;
  title: string;
  address: string | null;
  file_key: string | null;
  file_name: string | null;
  file_type: "pdf" | "docx" | "pptx" | "xlsx" | "png" | "jpg" | "txt" | null;
  file_size: number | null;
  shown: "before" | "after";
  to_read: boolean;
  added_at: Temporal.Instant;
  opened: Generated<number>;
  minutes: number | null;
};

export type SessionNoteContributionTable = {
  id: Id<"session_note_contribution">;
  section_id: Id<"session_note_section">;
  body: string;
  written_by: Id<"person"> | null;
  written_on: Temporal.PlainDate;
};

export type SessionNoteHandTable = {
  section_id: Id<"session_note_section">;
  hand: string;
  turn: number;
};

export type SessionNoteSectionTable = {
  id: Id<"session_note_section">;
  session_id: Id<"session">;
  position: number;
  heading: string;
  body: Generated<string>;
  version: Generated<number>;
  hand: string | null;
  saved_by: Id<"person"> | null;
  saved_at: Temporal.Instant | null;
  writer_id: Id<"person"> | null;
  writing_until: Temporal.Instant | null;
  part: "sinceLast" | "assignment" | "reading" | "work" | "next" | null;
};

export type SessionNoteTextTable = {
  id: Id<"session_note_text">;
  section_id: Id<"session_note_section">;
  body: string;
  hand: string | null;
  written_by: Id<"person"> | null;
  written_at: Temporal.Instant;
  settled_at: Temporal.Instant | null;
};

export type SessionPlanItemTable = {
  id: Id<"session_plan_item">;
  session_id: Id<"session">;
  position: number;
  part: "sinceLast" | "assignment" | "reading" | "work" | "next" | null;
  heading: string;
  minutes: number | null;
  text: string | null;
};

export type SessionThemeTable = {
  round_id: Id<"round">;
  session_id: Id<"session">;
  theme_id: Id<"circle_theme">;
};

export type SignInAccountTable = {
  id: Id<"sign_in_account">;
  person_id: Id<"person">;
  account_id: string;
  provider_id: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Temporal.Instant | null;
  refresh_token_expires_at: Temporal.Instant | null;
  scope: string | null;
  created_at: Generated<Temporal.Instant>;
  updated_at: Temporal.Instant;
};

export type SignInPasskeyTable = {
  id: Id<"sign_in_passkey">;
  person_id: Id<"person">;
  name: string | null;
  public_key: string;
  credential_id: string;
  counter: number;
  device_type: string;
  backed_up: boolean;
  transports: string | null;
  aaguid: string | null;
  created_at: Temporal.Instant | null;
};

export type SignInProviderTable = {
  id: Id<"sign_in_provider">;
  organisation_id: Id<"organisation">;
  issuer: string;
  client_id: string;
  client_secret: Buffer;
  address_claim: "email" | "preferred_username" | "upn";
  admits_new: boolean;
  only_way: boolean;
  enabled: Generated<boolean>;
  created_at: Generated<Temporal.Instant>;
  valid_to: Temporal.PlainDate | null;
  refused_for: string | null;
  refused_at: Temporal.Instant | null;
};

export type SignInProviderDomainTable = {
  provider_id: Id<"sign_in_provider">;
  domain: string;
  approved_at: Temporal.Instant | null;
};

export type SignInProviderFlowTable = {
  state_hash: Buffer;
  browser_hash: Buffer;
  provider_id: Id<"sign_in_provider">;
  till: string;
  expires_at: Temporal.Instant;
};

export type SignInSessionTable = {
  id: Id<"sign_in_session">;
  person_id: Id<"person">;
  token: string;
  expires_at: Temporal.Instant;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Generated<Temporal.Instant>;
  updated_at: Temporal.Instant;
};

export type SignInTwoFactorTable = {
  id: Id<"sign_in_two_factor">;
  person_id: Id<"person">;
  secret: string;
  backup_codes: string;
  verified: boolean | null;
  failed_verification_count: Generated<number>;
  locked_until: Temporal.Instant | null;
};

export type SignInVerificationTable = {
  id: string;
  identifier: string;
  value: string;
  expires_at: Temporal.Instant;
  created_at: Generated<Temporal.Instant>;
  updated_at: Generated<Temporal.Instant>;
};

export type SpreadTable = {
  id: Id<"spread">;
  registration_id: Id<"registration">;
  told_on: Temporal.PlainDate;
  audience: string;
  manner: "workplaceMeeting" | "training" | "presentation" | "writing" | "conversation" | "other";
  reached: number;
  created_at: Temporal.Instant;
};

export type SpreadTargetTable = {
  registration_id: Id<"registration">;
  colleagues: number;
  set_at: Temporal.Instant;
};

export type StartingPointTable = {
  name: string;
  item_id: Id<"knowledge_item">;
  edition: number;
};

export type SubmissionFileTable = {
  id: Id<"submission_file">;
  submission_id: Id<"assignment_submission">;
  file_key: string;
  file_name: string;
  file_type: "pdf" | "docx" | "pptx" | "xlsx" | "png" | "jpg" | "txt";
  file_size: number;
  added_at: Temporal.Instant;
};

export type TeamMemberTable = {
  id: Id<"team_member">;
  registration_id: Id<"registration">;
  position: number;
  name: string;
  email: string;
  title: string | null;
  removed_at: Temporal.Instant | null;
};

export type WaitlistOfferTable = {
  id: Id<"waitlist_offer">;
  registration_id: Id<"registration">;
  offered_at: Temporal.Instant;
  answer_by: Temporal.Instant;
  answer: "yes" | "no" | "silent" | "revoked" | null;
  answered_at: Temporal.Instant | null;
};

export type WorkplaceAnswerTable = {
  id: Id<"workplace_answer">;
  round_id: Id<"round">;
  question_id: Id<"circle_question">;
  workplace_id: Id<"circle_workplace">;
  name: string | null;
  version: Generated<number>;
};

export type WorkplaceAnswerTextTable = {
  answer_id: Id<"workplace_answer">;
  session_id: Id<"session">;
  body: string | null;
  level: number | null;
  gap: string | null;
  rests_on: string[] | null;
};

export type WorkshopTable = {
  id: Id<"workshop">;
  slug: string;
  organisation_id: Id<"organisation">;
  meeting_id: Id<"meeting"> | null;
  title: string;
  purpose: string | null;
  held_on: Temporal.PlainDate | null;
  join_code: string | null;
  device: "person" | "group";
  is_anonymous: Generated<boolean>;
  state: "draft" | "open" | "paused" | "closed";
  opened_at: Temporal.Instant | null;
  paused_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
  screen_shows: Generated<"joining" | "question" | "results">;
  screen_question: Id<"workshop_question"> | null;
  room_version: Generated<number>;
  created_at: Temporal.Instant;
  version: Generated<number>;
};

export type WorkshopAnswerTable = {
  id: Id<"workshop_answer">;
  workshop_id: Id<"workshop">;
  question_id: Id<"workshop_question">;
  round_id: Id<"workshop_round"> | null;
  device_id: Id<"workshop_device"> | null;
  group_id: Id<"workshop_group"> | null;
  sent_mark: string | null;
  text: string | null;
  number: number | null;
  options: string[] | null;
  points: ColumnType<JsonValue | null, JsonText | null, JsonText | null>;
  answered_at: Temporal.Instant | null;
  answer_no: GeneratedAlways<number>;
  hidden_at: Temporal.Instant | null;
  hidden_reason: string | null;
};

export type WorkshopBodyTable = {
  workshop_id: Id<"workshop">;
  body_id: Id<"body">;
};

export type WorkshopDeviceTable = {
  id: Id<"workshop_device">;
  workshop_id: Id<"workshop">;
  group_id: Id<"workshop_group"> | null;
  secret_hash: Buffer;
  is_rapporteur: Generated<boolean>;
  joined_at: Temporal.Instant;
  answered_round: string | null;
  answered: Generated<number>;
  shut_out_at: Temporal.Instant | null;
};

export type WorkshopGroupTable = {
  id: Id<"workshop_group">;
  workshop_id: Id<"workshop">;
  position: number;
  name: string;
};

export type WorkshopLeaderTable = {
  id: Id<"workshop_leader">;
  workshop_id: Id<"workshop">;
  person_id: Id<"person">;
};

export type WorkshopOptionTable = {
  id: Id<"workshop_option">;
  question_id: Id<"workshop_question">;
  position: number;
  text: string;
};

export type WorkshopQuestionTable = {
  id: Id<"workshop_question">;
  workshop_id: Id<"workshop">;
  position: number;
  kind: "open" | "single" | "multiple" | "scale" | "ranking" | "points" | "wordList";
  text: string;
  help: string | null;
  most: number | null;
  scale_low: number | null;
  scale_high: number | null;
  low_label: string | null;
  high_label: string | null;
};

export type WorkshopRoundTable = {
  id: Id<"workshop_round">;
  workshop_id: Id<"workshop">;
  question_id: Id<"workshop_question">;
  round_no: number;
  opened_at: Temporal.Instant;
  closes_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
};

/** Every table the web may read. */
export type Schema = {
  accessibility_report: AccessibilityReportTable;
  activity_kind: ActivityKindTable;
  agenda_item: AgendaItemTable;
  agenda_postponed: AgendaPostponedTable;
  api_token: ApiTokenTable;
  appraisal: AppraisalTable;
  appraisal_answer: AppraisalAnswerTable;
  appraisal_author: AppraisalAuthorTable;
  appraisal_consultation: AppraisalConsultationTable;
  appraisal_decision: AppraisalDecisionTable;
  appraisal_experience: AppraisalExperienceTable;
  appraisal_inquiry: AppraisalInquiryTable;
  appraisal_outcome: AppraisalOutcomeTable;
  appraisal_reference: AppraisalReferenceTable;
  appraisal_source: AppraisalSourceTable;
  assignment: AssignmentTable;
  assignment_submission: AssignmentSubmissionTable;
  attendance: AttendanceTable;
  attendance_at_meeting: AttendanceAtMeetingTable;
  attendance_code: AttendanceCodeTable;
  attendance_visitor: AttendanceVisitorTable;
  audit_record: AuditRecordTable;
  audit_seal: AuditSealTable;
  body: BodyTable;
  body_dormancy: BodyDormancyTable;
  body_feed: BodyFeedTable;
  body_member: BodyMemberTable;
  body_seat: BodySeatTable;
  body_seat_holding: BodySeatHoldingTable;
  body_task: BodyTaskTable;
  change_notice: ChangeNoticeTable;
  change_notice_reader: ChangeNoticeReaderTable;
  change_notice_thing: ChangeNoticeThingTable;
  checklist: ChecklistTable;
  checklist_body: ChecklistBodyTable;
  checklist_question: ChecklistQuestionTable;
  checklist_version: ChecklistVersionTable;
  circle_question: CircleQuestionTable;
  circle_theme: CircleThemeTable;
  circle_workplace: CircleWorkplaceTable;
  commission: CommissionTable;
  core_component: CoreComponentTable;
  county: CountyTable;
  deadline_change: DeadlineChangeTable;
  decision_criterion: DecisionCriterionTable;
  decision_option: DecisionOptionTable;
  decision_weighing: DecisionWeighingTable;
  deliverable: DeliverableTable;
  dispatch_contact: DispatchContactTable;
  eligibility_answer: EligibilityAnswerTable;
  eligibility_rule: EligibilityRuleTable;
  erasure: ErasureTable;
  experience_profile: ExperienceProfileTable;
  experience_step: ExperienceStepTable;
  external_application: ExternalApplicationTable;
  fidelity_check: FidelityCheckTable;
  glossary_definition: GlossaryDefinitionTable;
  glossary_term: GlossaryTermTable;
  guiding_question: GuidingQuestionTable;
  harvest_source: HarvestSourceTable;
  idempotency_key: IdempotencyKeyTable;
  import_file: ImportFileTable;
  introduction: IntroductionTable;
  introduction_phase: IntroductionPhaseTable;
  introduction_step: IntroductionStepTable;
  knowledge_about: KnowledgeAboutTable;
  knowledge_candidate: KnowledgeCandidateTable;
  knowledge_digest: KnowledgeDigestTable;
  knowledge_digest_term: KnowledgeDigestTermTable;
  knowledge_feedback: KnowledgeFeedbackTable;
  knowledge_item: KnowledgeItemTable;
  knowledge_lineage: KnowledgeLineageTable;
  knowledge_method: KnowledgeMethodTable;
  knowledge_question: KnowledgeQuestionTable;
  knowledge_review: KnowledgeReviewTable;
  knowledge_term: KnowledgeTermTable;
  knowledge_version: KnowledgeVersionTable;
  link_try: LinkTryTable;
  mail: MailTable;
  mailed_link: MailedLinkTable;
  manager_consultation: ManagerConsultationTable;
  matter: MatterTable;
  matter_body: MatterBodyTable;
  matter_on_agenda: MatterOnAgendaTable;
  matter_step: MatterStepTable;
  matter_subscription: MatterSubscriptionTable;
  meeting: MeetingTable;
  meeting_body: MeetingBodyTable;
  meeting_change: MeetingChangeTable;
  meeting_paper: MeetingPaperTable;
  meeting_reply: MeetingReplyTable;
  meeting_series: MeetingSeriesTable;
  merged_answer: MergedAnswerTable;
  merged_question: MergedQuestionTable;
  method: MethodTable;
  method_use: MethodUseTable;
  minutes_addition: MinutesAdditionTable;
  minutes_adjuster: MinutesAdjusterTable;
  minutes_deliverable: MinutesDeliverableTable;
  minutes_dispatch: MinutesDispatchTable;
  minutes_hand: MinutesHandTable;
  minutes_item: MinutesItemTable;
  minutes_mail: MinutesMailTable;
  minutes_note_taker: MinutesNoteTakerTable;
  minutes_other_text: MinutesOtherTextTable;
  minutes_part: MinutesPartTable;
  minutes_receiver: MinutesReceiverTable;
  minutes_receiver_body: MinutesReceiverBodyTable;
  minutes_release: MinutesReleaseTable;
  minutes_sent_addition: MinutesSentAdditionTable;
  minutes_sent_part: MinutesSentPartTable;
  municipal_commitment: MunicipalCommitmentTable;
  noted_time: NotedTimeTable;
  organisation: OrganisationTable;
  organisation_alias: OrganisationAliasTable;
  organisation_domain: OrganisationDomainTable;
  organisation_former_name: OrganisationFormerNameTable;
  organisation_import: OrganisationImportTable;
  organisation_look: OrganisationLookTable;
  organisation_relation: OrganisationRelationTable;
  organisation_succession: OrganisationSuccessionTable;
  pasted_minutes: PastedMinutesTable;
  pasted_minutes_body: PastedMinutesBodyTable;
  person: PersonTable;
  person_distinct: PersonDistinctTable;
  person_merge: PersonMergeTable;
  perspective: PerspectiveTable;
  perspective_link: PerspectiveLinkTable;
  phone_call: PhoneCallTable;
  postal_dispatch: PostalDispatchTable;
  programme: ProgrammeTable;
  proposal: ProposalTable;
  proposal_asking: ProposalAskingTable;
  proposal_step: ProposalStepTable;
  question_item: QuestionItemTable;
  question_source: QuestionSourceTable;
  question_step: QuestionStepTable;
  questionnaire_answered: QuestionnaireAnsweredTable;
  questionnaire_kept: QuestionnaireKeptTable;
  questionnaire_occasion: QuestionnaireOccasionTable;
  questionnaire_pairs: QuestionnairePairsTable;
  questionnaire_tally: QuestionnaireTallyTable;
  rate_limit: RateLimitTable;
  reading_list: ReadingListTable;
  reading_list_item: ReadingListItemTable;
  registration: RegistrationTable;
  registration_extra: RegistrationExtraTable;
  remembered_row: RememberedRowTable;
  representation: RepresentationTable;
  representation_report: RepresentationReportTable;
  retention_decision: RetentionDecisionTable;
  role_assignment: RoleAssignmentTable;
  round: RoundTable;
  round_contact: RoundContactTable;
  round_cost: RoundCostTable;
  round_handover: RoundHandoverTable;
  round_leader: RoundLeaderTable;
  round_mailing: RoundMailingTable;
  round_mailing_receiver: RoundMailingReceiverTable;
  round_source: RoundSourceTable;
  saved_search: SavedSearchTable;
  search_change: SearchChangeTable;
  search_miss: SearchMissTable;
  selection_decision: SelectionDecisionTable;
  session: SessionTable;
  session_contributor: SessionContributorTable;
  session_join_link: SessionJoinLinkTable;
  session_material: SessionMaterialTable;
  session_note_contribution: SessionNoteContributionTable;
  session_note_hand: SessionNoteHandTable;
  session_note_section: SessionNoteSectionTable;
  session_note_text: SessionNoteTextTable;
  session_plan_item: SessionPlanItemTable;
  session_theme: SessionThemeTable;
  sign_in_account: SignInAccountTable;
  sign_in_passkey: SignInPasskeyTable;
  sign_in_provider: SignInProviderTable;
  sign_in_provider_domain: SignInProviderDomainTable;
  sign_in_provider_flow: SignInProviderFlowTable;
  sign_in_session: SignInSessionTable;
  sign_in_two_factor: SignInTwoFactorTable;
  sign_in_verification: SignInVerificationTable;
  spread: SpreadTable;
  spread_target: SpreadTargetTable;
  starting_point: StartingPointTable;
  submission_file: SubmissionFileTable;
  team_member: TeamMemberTable;
  waitlist_offer: WaitlistOfferTable;
  workplace_answer: WorkplaceAnswerTable;
  workplace_answer_text: WorkplaceAnswerTextTable;
  workshop: WorkshopTable;
  workshop_answer: WorkshopAnswerTable;
  workshop_body: WorkshopBodyTable;
  workshop_device: WorkshopDeviceTable;
  workshop_group: WorkshopGroupTable;
  workshop_leader: WorkshopLeaderTable;
  workshop_option: WorkshopOptionTable;
  workshop_question: WorkshopQuestionTable;
  workshop_round: WorkshopRoundTable;
};
