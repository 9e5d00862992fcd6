import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { meetingsToNote } from "#features/meetings/attendance/todo/queries.ts";
import { ownPartInBodies } from "#features/meetings/body/own/queries.ts";
import { commissionsToReport, intakeToAnswer, reportsToHear } from "#features/meetings/commission/todo/queries.ts";
import { minutesToSend } from "#features/meetings/distribution/todo/queries.ts";
import { followedMattersChanged, parkedToThinkOf } from "#features/meetings/matter/todo/queries.ts";
import {
  meetingsToCall,
  meetingsWithLatePapers,
  meetingsWithoutPlainPaper,
  meetingToAnswer,
} from "#features/meetings/meeting/todo/queries.ts";
import { meetingsWithoutMinutes, minutesToAdjust, minutesToFinish } from "#features/meetings/minutes/todo/queries.ts";
import { reportsToWrite } from "#features/meetings/representation/todo/queries.ts";
import { together, waiting, type Words } from "#features/today/parts/waiting.ts";
import type { Reader } from "#platform/database/database.ts";
import { dot } from "#ui/dot.ts";

/** A question that needs to know the day, and no more of the time. */
function onTheDay<Row>(asked: (db: Reader, actor: Actor, today: Temporal.PlainDate) => Promise<readonly Row[]>) {
  return (db: Reader, actor: Actor, now: Temporal.Instant) => asked(db, actor, dateIn(now));
}

const nextToAnswer = async (db: Reader, actor: Actor, now: Temporal.Instant) =>
  [await meetingToAnswer(db, actor, now)].filter((next) => next !== undefined);

/** "Gemensamt möte · fre 12 mars"; the day is not known of notes that were brought in without one. */
function met({ title, day }: { title: string; day: Temporal.PlainDate | null }, { near }: Words): string {
  return day ? `${title}${dot}${near(day)}` : title;
}

/**
 * What may be forgotten in networks and councils, the most pressing first: what others wait for before what is one's own.
 * A new noun adds a line here, with a question in its own `todo/queries.ts` that asks within what somebody may see.
 */
const waitingInMeetings = together([
  waiting(nextToAnswer, (meeting, words) => ({
    title: words.t("today.reply", { until: meeting.replyBy ? words.near(meeting.replyBy) : "none" }),
    detail: met(meeting, words),
    action: words.go(`/mote/${meeting.slug}`, words.t("today.reply_go")),
  })),
  waiting(onTheDay(minutesToAdjust), (meeting, words) => ({
    title: words.t("today.adjust"),
    detail: met(meeting, words),
    action: words.go(`/mote/${meeting.slug}/anteckningar`, words.t("today.adjust_go")),
  })),
  waiting(intakeToAnswer, ({ organisation, count }, { t, go }) => ({
    title: t("today.intake", { count }),
    detail: organisation,
    action: go("/uppdrag/inflode", t("today.intake_go")),
  })),
  waiting(meetingsToCall, (meeting, words) => ({
    title: words.t("today.call"),
    detail: met(meeting, words),
    action: words.go(`/mote/${meeting.slug}`, words.t("today.call_go")),
  })),
  waiting(meetingsWithLatePapers, (meeting, words) => ({
    title: words.t("today.late_papers"),
    detail: met(meeting, words),
    action: words.go(`/mote/${meeting.slug}/handlingar/ny`, words.t("today.late_papers_go")),
  })),
  waiting(meetingsWithoutPlainPaper, (meeting, words) => ({
    title: words.t("today.plain_paper"),
    detail: met(meeting, words),
    action: words.go(`/mote/${meeting.slug}/handlingar/ny`, words.t("today.plain_paper_go")),
  })),
  waiting(minutesToSend, (meeting, words) => ({
    title: words.t("today.minutes_to_send"),
    detail: met(meeting, words),
    action: words.go(`/mote/${meeting.slug}/utskick`, words.t("today.minutes_to_send_go")),
  })),
  waiting(commissionsToReport, ({ id, title, dueOn, giver }, { t, near, go }) => ({
    title: dueOn ? t("today.commission", { day: near(dueOn) }) : t("today.commission_without_day"),
    detail: `${title}${dot}${giver}`,
    action: go(`/uppdrag/${id}`, t("today.commission_go")),
  })),
  waiting(reportsToHear, ({ id, title, body }, { t, go }) => ({
    title: t("today.reported", { body }),
    detail: title,
    action: go(`/uppdrag/${id}`, t("today.reported_go")),
  })),
  waiting(onTheDay(reportsToWrite), ({ id, place, organisation, reportedOn }, { t, near, go }) => ({
    title: t("today.represent", { place }),
    detail: reportedOn
      ? t("today.represent_last", { organisation, day: near(reportedOn) })
      : t("today.represent_never", { organisation }),
    action: go(`/foretradare/${id}/rapport`, t("today.represent_go")),
  })),
  waiting(onTheDay(minutesToFinish), (meeting, words) => ({
    title: words.t("today.minutes_to_finish"),
    detail: met(meeting, words),
    action: words.go(`/mote/${meeting.slug}/anteckningar`, words.t("today.minutes_to_finish_go")),
  })),
  waiting(onTheDay(meetingsWithoutMinutes), (meeting, words) => ({
    title: words.t("today.no_minutes"),
    detail: met(meeting, words),
    action: words.go(`/mote/${meeting.slug}/anteckningar`, words.t("today.no_minutes_go")),
  })),
  waiting(onTheDay(meetingsToNote), (meeting, words) => ({
    title: words.t("today.meeting_attendance"),
    detail: met(meeting, words),
    action: words.go(`/mote/${meeting.slug}/narvaro`, words.t("today.meeting_attendance_go")),
  })),
  waiting(parkedToThinkOf, ({ slug, title, body, since }, { t, near, go }) => ({
    title: t("today.parked", { title }),
    detail: t("today.parked_detail", { body, day: near(since) }),
    action: go(`/fraga/${slug}`, t("today.parked_go")),
  })),
  waiting(followedMattersChanged, ({ slug, title, count }, { t, go }) => ({
    title: t("today.followed", { count }),
    detail: title,
    action: go(`/fraga/${slug}`, t("today.followed_go")),
  })),
]);

/**
 * Everything of that which waits for somebody today, and what part they have in it. Most people have none, and are asked
 * about once.
 */
export async function whatWaitsInMeetings(db: Reader, actor: Actor, now: Temporal.Instant) {
  const part = await ownPartInBodies(db, actor, now);
  return { part, lines: part.isConcerned ? await waitingInMeetings(db, actor, now) : () => [] };
}
