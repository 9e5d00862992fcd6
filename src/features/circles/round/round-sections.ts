import { z } from "zod";
import {
  AnyOf,
  Count,
  MaybeAddress,
  MaybeCount,
  MaybeDay,
  MaybeEmail,
  MaybeOneOf,
  MaybeTime,
  MaybeWords,
  MaybeYes,
  Ticked,
  Words,
} from "#kernel/answers.ts";
import { MonthText } from "#features/circles/round/month-precision.ts";
import {
  allocations,
  beneficiaries,
  isAssessed,
  knowledgeSources,
  leaderParts,
  managerConsultations,
  ruleStrengths,
  sessionKinds,
  sessionModes,
  takesTeams,
  writtenOutputs,
} from "#features/circles/round/round.ts";
import { swedishTime } from "#platform/calendar/swedish-time.ts";

/** What is told about a round, one group of questions a page. Order is the order one plans in. */
export const sections = ["basics", "story", "questions", "sessions", "people", "audience", "frame", "wayIn"] as const;
export type Section = (typeof sections)[number];

/** A web address that is safe to send people to with what they are about to write. */
const SafeAddress = z
  .string()
  .trim()
  .max(500)
  .nullish()
  .transform((address) => address || null)
  .superRefine((address, context) => {
    if (address !== null && (!/^https:\/\/\S+$/u.test(address) || !URL.canParse(address)))
      context.addIssue({ code: "custom", params: { code: "round.external_form_address" } });
  });

/** What it is called and what it is about. */
export const Basics = z.strictObject({
  kind: z.string().regex(/^[a-z][A-Za-z]{1,39}$/u),
  title: Words(200),
  lead: MaybeWords(400),
  theme: MaybeWords(200),
  themeShort: MaybeWords(20),
  themeDefinition: MaybeWords(2_000),
  themeSource: MaybeWords(500),
});
export type Basics = z.output<typeof Basics>;

/** Why it is held and what shall come of it. Purpose and goal are two things. (R098, R123, R125) */
export const Story = z.strictObject({
  background: MaybeWords(5_000),
  practiceProblem: MaybeWords(3_000),
  themeReason: MaybeWords(3_000),
  purpose: MaybeWords(3_000),
  goal: MaybeWords(3_000),
  formText: MaybeWords(3_000),
  beneficiaries: AnyOf(beneficiaries),
  writtenOutput: MaybeOneOf(writtenOutputs),
});
export type Story = z.output<typeof Story>;

/** What the round wants to find out, put to one source of knowledge each. (R095) */
export const Questions = z.strictObject({
  questions: z
    .array(z.strictObject({ source: z.enum(knowledgeSources), text: MaybeWords(500) }))
    .max(30)
    .default([])
    .transform(written),
});
export type Questions = z.output<typeof Questions>;

/** Which term is meant while there are no dates. (R096) */
export const Term = z.strictObject({
  plannedTerm: z
    .string()
    .regex(/^\d{4}-(?:spring|autumn)$/u)
    .nullish()
    .transform((term) => term ?? null),
});
export type Term = z.output<typeof Term>;

/** One meeting. Date and times may be open; what is given must exist and make sense. (R111) */
export const SessionAnswers = z
  .strictObject({
    date: MaybeDay,
    starts: MaybeTime,
    ends: MaybeTime,
    kind: z.enum(sessionKinds).default("regular"),
    mode: MaybeOneOf(sessionModes),
    provisional: Ticked,
    venue: MaybeWords(300),
    catering: MaybeYes,
    theme: MaybeWords(300),
    audience: MaybeWords(300),
  })
  .superRefine(({ date, starts, ends }, context) => {
    const tell = (path: string, code: string) => context.addIssue({ code: "custom", path: [path], params: { code } });
    if (starts && ends && Temporal.PlainTime.compare(starts, ends) >= 0)
      tell("ends", "round.session_ends_before_start");
    if (ends && !starts) tell("starts", "round.session_start_missing");
    if (date && starts && !swedishTime(date, starts)) tell("starts", "round.session_time_skipped");
    if (date && ends && !swedishTime(date, ends)) tell("ends", "round.session_time_skipped");
  });
export type SessionAnswers = z.output<typeof SessionAnswers>;

/** Whom one meets, and whom one asks. A person no name is written for is no person. (R006, R007, R023) */
export const People = z.strictObject({
  leaders: z
    .array(
      z.strictObject({ name: MaybeWords(200), title: MaybeWords(200), part: z.enum(leaderParts).default("leader") }),
    )
    .max(30)
    .default([])
    .transform(named),
  contacts: z
    .array(
      z
        .strictObject({ name: MaybeWords(200), title: MaybeWords(200), email: MaybeEmail, phone: MaybeWords(40) })
        .superRefine(({ name, title, email, phone }, context) => {
          if (!name && (title || email || phone)) {
            context.addIssue({ code: "custom", path: ["name"], params: { code: "round.contact_name_missing" } });
          }
        }),
    )
    .max(10)
    .default([])
    .transform(named),
});
export type People = z.output<typeof People>;

/** Who it is for. The id says which written rule is meant, so that answers already given stay with their rule. (R113, R114) */
export const Audience = z.strictObject({
  audience: MaybeWords(2_000),
  rules: z
    .array(z.strictObject({ id: z.uuid().optional(), text: MaybeWords(500), strength: z.enum(ruleStrengths) }))
    .max(20)
    .default([])
    .transform(written),
});
export type Audience = z.output<typeof Audience>;

/** How many, how long, what it costs and who pays. (R008, R025, R110, R116, R118) */
export const Frame = z
  .strictObject({
    targetCapacity: MaybeCount(1, 1_000),
    hardCapacity: MaybeCount(1, 1_000),
    capacityApproximate: Ticked,
    minimumParticipants: MaybeCount(1, 1_000),
    goNoGoDate: MaybeDay,
    hours: MaybeCount(1, 2_000),
    cost: MaybeCount(0, 1_000_000),
    funder: MaybeWords(300),
    agreement: MaybeWords(500),
    externalLink: MaybeAddress,
    materialByPost: MaybeYes,
    asksDiet: Ticked,
    asksAgeGroup: Ticked,
    asksAdaptation: Ticked,
  })
  .superRefine(({ targetCapacity, hardCapacity, minimumParticipants }, context) => {
    const tell = (path: string, code: string) => context.addIssue({ code: "custom", path: [path], params: { code } });
    if (targetCapacity && hardCapacity && targetCapacity > hardCapacity)
      tell("targetCapacity", "round.target_above_hard");
    if (minimumParticipants && hardCapacity && minimumParticipants > hardCapacity) {
      tell("minimumParticipants", "round.minimum_above_hard");
    }
  });
export type Frame = z.output<typeof Frame>;

/** How one applies and when one knows. (R024, R026, R027, R117, R119, R120, R121) */
export const WayIn = z
  .strictObject({
    allocation: MaybeOneOf(allocations),
    deadline: MaybeDay,
    openUntilFull: Ticked,
    noticeDate: MaybeDay,
    noticeMonth: MonthText.nullish().transform((month) => month ?? null),
    managerConsultation: z.enum(managerConsultations).default("declared"),
    answerDays: Count(1, 20).default(3),
    /** Where another service takes the applications; ours is closed then. */
    externalForm: SafeAddress,
    /** How many people a team may have, where one application is one team. */
    teamLeast: MaybeCount(1, 100),
    teamMost: MaybeCount(1, 100),
  })
  .superRefine((answers, context) => {
    const { allocation, deadline, noticeDate, openUntilFull, externalForm, teamLeast, teamMost } = answers;
    const tell = (path: string, code: string) => context.addIssue({ code: "custom", path: [path], params: { code } });
    if (deadline && noticeDate && Temporal.PlainDate.compare(noticeDate, deadline) < 0)
      tell("noticeDate", "round.notice_before_deadline");
    if (isAssessed(allocation) && openUntilFull) tell("openUntilFull", "round.until_full_is_for_first_come");
    if (takesTeams(allocation) && externalForm) tell("externalForm", "round.teams_apply_here");
    if (teamLeast && teamMost && teamLeast > teamMost) tell("teamMost", "round.team_most_below_least");
  });
export type WayIn = z.output<typeof WayIn>;

/** A longer time to apply, and why. */
export const ExtensionAnswers = z.strictObject({
  deadline: MaybeDay,
  openUntilFull: Ticked,
  reason: Words(500),
});
export type ExtensionAnswers = z.output<typeof ExtensionAnswers>;

/** Why a round is called off; read by everybody who applied. */
export const Cancellation = z.strictObject({ reason: Words(1_000) });

/** Why a meeting is called off; read by those in the circle. */
export const CallingOff = z.strictObject({ reason: MaybeWords(500) });

/** Where a meeting is held, once it is known. (R012) */
export const Venue = z.strictObject({ venue: Words(300) });

/** One change of one section, as the form, the API and the command know it. */
export type SectionAnswers =
  | ({ readonly section: "basics" } & Basics)
  | ({ readonly section: "story" } & Story)
  | ({ readonly section: "questions" } & Questions)
  | ({ readonly section: "people" } & People)
  | ({ readonly section: "audience" } & Audience)
  | ({ readonly section: "frame" } & Frame)
  | ({ readonly section: "wayIn" } & WayIn);

function named<Row extends { name: string | null }>(rows: Row[]): (Row & { name: string })[] {
  return rows.filter((row): row is Row & { name: string } => row.name !== null);
}

function written<Row extends { text: string | null }>(rows: Row[]): (Row & { text: string })[] {
  return rows.filter((row): row is Row & { text: string } => row.text !== null);
}
