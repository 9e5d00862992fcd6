import { z } from "zod";
import {
  allocations,
  beneficiaries,
  knowledgeSources,
  leaderParts,
  managerConsultations,
  roundStates,
  ruleStrengths,
  sessionKinds,
  sessionModes,
  writtenOutputs,
} from "#features/circles/round/round.ts";

const Text = z.string().nullable();
const Number = z.int().nullable();
const Day = z.iso.date().nullable();

/** A round as the API tells it. Null is "not known yet" everywhere. */
export const RoundJson = z.object({
  id: z.string(),
  slug: z.string(),
  state: z.enum(roundStates),
  version: z.int(),
  kind: z.string(),
  title: z.string(),
  lead: Text,
  theme: Text,
  themeShort: Text,
  themeDefinition: Text,
  themeSource: Text,
  themeReason: Text,
  background: Text,
  practiceProblem: Text,
  purpose: Text,
  goal: Text,
  formText: Text,
  beneficiaries: z.array(z.enum(beneficiaries)),
  writtenOutput: z.enum(writtenOutputs).nullable(),
  audience: Text,
  plannedTerm: Text,
  targetCapacity: Number,
  hardCapacity: Number,
  capacityApproximate: z.boolean(),
  minimumParticipants: Number,
  goNoGoDate: Day,
  hours: Number,
  cost: Number,
  funder: Text,
  agreement: Text,
  externalLink: Text,
  materialByPost: z.boolean().nullable(),
  allocation: z.enum(allocations).nullable(),
  deadline: Day,
  openUntilFull: z.boolean(),
  noticeDate: Day,
  noticeMonth: Text,
  managerConsultation: z.enum(managerConsultations),
  answerDays: z.int(),
  externalForm: Text,
  teamLeast: Number,
  teamMost: Number,
  cancelledReason: Text,
  sessions: z.array(
    z.object({
      id: z.string(),
      date: Day,
      starts: z.string().nullable(),
      ends: z.string().nullable(),
      kind: z.enum(sessionKinds),
      mode: z.enum(sessionModes).nullable(),
      provisional: z.boolean(),
      venue: Text,
      catering: z.boolean().nullable(),
      theme: Text,
      audience: Text,
      sequence: z.int(),
      calledOff: z.boolean(),
    }),
  ),
  leaders: z.array(z.object({ name: z.string(), title: Text, part: z.enum(leaderParts) })),
  contacts: z.array(z.object({ name: z.string(), title: Text, email: Text, phone: Text })),
  questions: z.array(z.object({ source: z.enum(knowledgeSources), text: z.string() })),
  rules: z.array(z.object({ id: z.string(), text: z.string(), strength: z.enum(ruleStrengths) })),
});
export type RoundJson = z.output<typeof RoundJson>;

/** A round in the API's words: days and times as text, and nothing that is not promised. */
export function roundJson(round: object): RoundJson {
  return RoundJson.parse(JSON.parse(JSON.stringify(round)));
}
