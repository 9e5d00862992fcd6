import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { callMeeting } from "#features/meetings/invitation/commands.ts";
import { CallPart, RepliesPart, ReplyPart } from "#features/meetings/invitation/parts/call-part.tsx";
import { ReplyLinkPage } from "#features/meetings/invitation/parts/reply-page.tsx";
import { receiversOf } from "#features/meetings/invitation/queries.ts";
import { answerMeeting, answerMeetingByLink } from "#features/meetings/invitation/reply/commands.ts";
import { askedByLink, ownReply, repliesTo } from "#features/meetings/invitation/reply/queries.ts";
import { MeetingReply } from "#features/meetings/invitation/reply/reply.ts";
import { mayPlanMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import { meetingAsked, meetingToPlan } from "#features/meetings/meeting/pages/meeting-asked.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { emptyForm, type Filled } from "#platform/web/form.ts";
import { mailLook } from "#features/organisations/looks/look.ts";

type Page = Context<Environment>;

/** Calling everybody to a meeting, and saying whether one comes. */
export const callingPages = pages("signedIn")
  .post("/mote/:slug/kalla", async (c) => {
    const { db, actor, now } = c.var;
    const { meeting } = await meetingToPlan(c);
    const { receivers } = await callMeeting(db, actor, now, meeting.slug);
    return c.redirect(`/mote/${meeting.slug}?klart=kallat&antal=${receivers}#kallelse`, 303);
  })
  .post("/mote/:slug/svar", async (c) => {
    const { db, actor, now } = c.var;
    const { meeting } = await meetingAsked(c);
    const body = await c.req.parseBody();
    const values = { answer: typeof body["answer"] === "string" ? body["answer"] : "" };
    const { answer } = checkedForm(MeetingReply, { ...emptyForm, values });
    await answerMeeting(db, actor, now, meeting.slug, answer);
    return c.redirect(`/mote/${meeting.slug}?klart=svarat#svar`, 303);
  });

/** The same behind the link in the mail: opening it shows the question, a press answers it. */
export const replyLinkPages = pages("mailedLink").form("/mote/svar/:token", {
  draw: drawReply,
  async send(c, filled) {
    const { db, actor, now } = c.var;
    const { answer } = checkedForm(MeetingReply, filled);
    await answerMeetingByLink(db, actor, now, c.req.param("token") ?? "", answer);
    return c.redirect(`${c.req.path}?klart=svarat`, 303);
  },
});

async function drawReply(c: Page, filled: Filled) {
  const { t, db, config } = c.var;
  const now = c.var.now();
  const asked = await askedByLink(db, c.req.param("token") ?? "", now);
  if (!asked) c.status(404);
  const title = asked?.meeting.title ?? t("call.reply.unknown");
  return c.render(
    <ReplyLinkPage t={t} asked={asked} filled={filled} saved={c.req.query("klart") === "svarat"} today={dateIn(now)} />,
    { title, kind: "public", secret: true, ...(asked ? { host: mailLook(asked.look, config.baseUrl).host } : {}) },
  );
}

/** Whether one comes oneself and whether the call is sent, beside the meeting's agenda. */
export async function callOfMeeting(c: Page, inside: MeetingInside): Promise<Child> {
  const { t, db, actor } = c.var;
  const { meeting, bodies, today } = inside;
  const isAhead = meeting.state === "planned" || meeting.state === "called";
  if (!isAhead) return null;
  const receivers = await receiversOf(db, meeting.id, today);
  const mayPlan = mayPlanMeeting(bodies.map(({ standing }) => standing));
  const isCalled = receivers.some(({ personId }) => personId === actor.personId);
  const own =
    meeting.asksForReply && isCalled && actor.personId ? await ownReply(db, meeting.id, actor.personId) : undefined;
  const done = c.req.query("klart");
  return (
    <>
      {meeting.asksForReply && isCalled ? (
        <ReplyPart t={t} meeting={meeting} own={own} saved={done === "svarat"} today={today} />
      ) : null}
      {mayPlan ? (
        <CallPart
          t={t}
          inside={inside}
          receivers={receivers}
          sent={done === "kallat" ? Number(c.req.query("antal") ?? 0) : undefined}
        />
      ) : null}
    </>
  );
}

/** Who comes, for whoever plans, once somebody has been asked. */
export async function repliesOfMeeting(c: Page, inside: MeetingInside): Promise<Child> {
  const { t, db } = c.var;
  const { meeting, bodies } = inside;
  const isAhead = meeting.state === "planned" || meeting.state === "called";
  if (!isAhead || !meeting.asksForReply || !mayPlanMeeting(bodies.map(({ standing }) => standing))) return null;
  const replies = await repliesTo(db, inside);
  const isAsked = meeting.calledAt !== null || replies.some(({ answer }) => answer !== null);
  return isAsked ? <RepliesPart t={t} bodies={bodies} replies={replies} /> : null;
}
