import { z } from "zod";
import {
  Count,
  Maybe,
  MaybeCount,
  MaybeDay,
  MaybeLine,
  MaybeWords,
  OneLine,
  Several,
  Ticked,
  Words,
} from "#kernel/answers.ts";
import { EmailAddress } from "#kernel/email-address.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { MeetingId } from "#features/meetings/meeting/meeting.ts";
import {
  fewestOptions,
  hasMost,
  hasOptions,
  mostOf,
  mostOptions,
} from "#features/workshops/workshop/question-shape.ts";
import { QuestionKind, Screen, WorkshopGroupId, WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";

/** How long each text may be. */
export const longest = { purpose: 2_000, question: 300, help: 1_000, option: 200, group: 60, reason: 500 };

export const devices = ["person", "group"] as const;

const about = {
  title: OneLine(200),
  purpose: MaybeWords(longest.purpose),
  heldOn: MaybeDay,
  meetingId: Maybe(MeetingId),
  bodies: Several(BodyId, 20),
  device: z.enum(devices),
  isAnonymous: Ticked,
};

/** Beginning a workshop: what it is for, who holds it, and with whom. (R179) */
export const NewWorkshop = z.strictObject({ organisationId: OrganisationId, ...about });
export type NewWorkshop = z.output<typeof NewWorkshop>;

/** Changing what it is, from the version that was read. */
export const WorkshopChange = z.strictObject({ ...about, version: z.coerce.number().int().min(1).max(1_000_000) });
export type WorkshopChange = z.output<typeof WorkshopChange>;

/** The groups in order. Those that are there already are told by their id, so that they may be called something else. */
export const Groups = z
  .strictObject({
    groups: Several(z.strictObject({ id: Maybe(WorkshopGroupId), name: OneLine(longest.group) }), 40),
  })
  .superRefine(({ groups }, context) => {
    const names = groups.map(({ name }) => name.toLocaleLowerCase("sv"));
    const second = names.findIndex((name, place) => names.indexOf(name) < place);
    if (second >= 0)
      context.addIssue({
        code: "custom",
        path: ["groups", second, "name"],
        params: { code: "workshop.group_twice" },
      });
  });
export type Groups = z.output<typeof Groups>;

/** A question to put to the room: its kind decides what else there is to say. */
export const NewQuestion = z
  .strictObject({
    kind: QuestionKind,
    text: OneLine(longest.question),
    help: MaybeWords(longest.help),
    options: Several(OneLine(longest.option), mostOptions),
    most: MaybeCount(1, 100),
    scaleLow: MaybeCount(-10, 100),
    scaleHigh: MaybeCount(-10, 100),
    lowLabel: MaybeLine(60),
    highLabel: MaybeLine(60),
  })
  .superRefine(({ kind, options, scaleLow, scaleHigh }, context) => {
    const wrong = (path: string, code: string) => context.addIssue({ code: "custom", path: [path], params: { code } });
    if (hasOptions(kind) && options.length < fewestOptions) wrong("options", "workshop.options_missing");
    if (new Set(options.map((option) => option.toLocaleLowerCase("sv"))).size < options.length)
      wrong("options", "workshop.options_twice");
    const steps = (scaleHigh ?? 5) - (scaleLow ?? 1);
    if (kind === "scale" && (steps < 1 || steps > 10)) wrong("scaleHigh", "workshop.scale_steps");
  })
  .transform(({ kind, options, most, scaleLow, scaleHigh, lowLabel, highLabel, ...same }) => {
    const isScale = kind === "scale";
    return {
      ...same,
      kind,
      options: hasOptions(kind) ? options : [],
      most: hasMost(kind) ? mostOf(kind, most) : null,
      scaleLow: isScale ? (scaleLow ?? 1) : null,
      scaleHigh: isScale ? (scaleHigh ?? 5) : null,
      lowLabel: isScale ? lowLabel : null,
      highLabel: isScale ? highLabel : null,
    };
  });
export type NewQuestion = z.output<typeof NewQuestion>;

/** Moving a question one step among the others. */
export const Moving = z.strictObject({ towards: z.enum(["up", "down"]) });
export type Moving = z.output<typeof Moving>;

/** Putting a question: with a time to answer in, or until it is ended. */
export const PutQuestion = z.strictObject({
  questionId: WorkshopQuestionId,
  seconds: Maybe(Count(10, 7_200)),
});
export type PutQuestion = z.output<typeof PutQuestion>;

/** What the screen at the front shows; the way in concerns no question. */
export const ShownOnScreen = z.strictObject({ shows: Screen, questionId: Maybe(WorkshopQuestionId) });
export type ShownOnScreen = z.output<typeof ShownOnScreen>;

/** Somebody more who leads it, told by the address they sign in with. */
export const NewLeader = z.strictObject({ email: EmailAddress });
export type NewLeader = z.output<typeof NewLeader>;

/** Hiding an answer from the room, and why. */
export const Hiding = z.strictObject({ reason: Words(longest.reason) });
export type Hiding = z.output<typeof Hiding>;
