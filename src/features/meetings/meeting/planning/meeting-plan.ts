import { z } from "zod";
import {
  MaybeAddress,
  MaybeDay,
  MaybeOneOf,
  MaybeTime,
  MaybeWords,
  OneLine,
  Several,
  Ticked,
  Words,
} from "#kernel/answers.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { meetingModes } from "#features/meetings/meeting/meeting.ts";
import { mostInSeries, rhythms } from "#features/meetings/meeting/planning/series-days.ts";

/** How long each text of a meeting may be. */
export const longest = { title: 200, venue: 300, welcome: 4_000, reason: 500 };

// What is missing is not compared with others.
const Day = MaybeDay.refine((day) => day !== null, { abort: true, params: { code: "web.field_missing" } }).transform(
  (day) => {
    // What is missing is refused above.
    if (day === null) throw new Error("A meeting that is planned has a day");
    return day;
  },
);

const said = {
  title: OneLine(longest.title),
  day: Day,
  starts: MaybeTime,
  ends: MaybeTime,
  mode: MaybeOneOf(meetingModes),
  venue: MaybeWords(longest.venue),
  /** Where it is joined. For those who sit in the bodies that meet. */
  joinLink: MaybeAddress,
  welcome: MaybeWords(longest.welcome),
  documentsBy: MaybeDay,
  asksForReply: Ticked,
  replyBy: MaybeDay,
};

type Times = {
  readonly day: Temporal.PlainDate;
  readonly starts: Temporal.PlainTime | null;
  readonly ends: Temporal.PlainTime | null;
  readonly documentsBy: Temporal.PlainDate | null;
  readonly replyBy: Temporal.PlainDate | null;
};

const endsAfterStart = ({ starts, ends }: Times) =>
  ends === null || (starts !== null && Temporal.PlainTime.compare(starts, ends) < 0);
const endsWrong = { path: ["ends"], params: { code: "meeting.ends_before_it_starts" } };
const isBy = (date: Temporal.PlainDate | null, day: Temporal.PlainDate) =>
  date === null || Temporal.PlainDate.compare(date, day) <= 0;
const documentsInTime = ({ day, documentsBy }: Times) => isBy(documentsBy, day);
const documentsWrong = { path: ["documentsBy"], params: { code: "meeting.after_the_meeting" } };
const repliesInTime = ({ day, replyBy }: Times) => isBy(replyBy, day);
const repliesWrong = { path: ["replyBy"], params: { code: "meeting.after_the_meeting" } };

const SomeBodies = Several(BodyId, 12, 1);

/** A meeting to plan: of one body, or a joint one of several; or as many as there are further days. (R210) */
export const NewMeeting = z
  .strictObject({
    ...said,
    bodies: SomeBodies,
    /** The days of the others in a series, each with the same hours and place. */
    days: z
      .array(Day)
      .max(mostInSeries - 1)
      .default([]),
  })
  .refine(endsAfterStart, endsWrong)
  .refine(documentsInTime, documentsWrong)
  .refine(repliesInTime, repliesWrong);
export type NewMeeting = z.output<typeof NewMeeting>;

/** How often a series is to be, before its days have been seen. */
export const SeriesWish = z.object({
  day: Day,
  every: MaybeOneOf(rhythms),
  times: z.preprocess(
    (sent) => (sent === "" || sent === undefined ? null : sent),
    z.coerce.number().int().min(2).max(mostInSeries).nullable(),
  ),
});

const version = z.coerce.number().int().min(1).max(1_000_000);

/** A meeting as it is to be from now on, changed from the version that was read. */
export const MeetingChange = z
  .strictObject({ ...said, version })
  .refine(endsAfterStart, endsWrong)
  .refine(documentsInTime, documentsWrong)
  .refine(repliesInTime, repliesWrong);
export type MeetingChange = z.output<typeof MeetingChange>;

/** That a meeting is called off, and why: those who were called are told the reason. */
export const CallingOff = z.strictObject({ reason: Words(longest.reason), version });
export type CallingOff = z.output<typeof CallingOff>;
