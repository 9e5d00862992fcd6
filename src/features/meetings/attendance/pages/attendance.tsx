import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { attendanceStates, RestMark, SeatMark } from "#features/meetings/attendance/attendance.ts";
import { markSeat, markTheRest } from "#features/meetings/attendance/commands.ts";
import { unfitMark } from "#features/meetings/attendance/marking.ts";
import { notesAttendance } from "#features/meetings/attendance/noting/queries.ts";
import {
  AttendanceFigures,
  QuorumLine,
  sayMunicipalities,
} from "#features/meetings/attendance/parts/attendance-figures.tsx";
import { AttendanceSheet, seatRow } from "#features/meetings/attendance/parts/attendance-sheet.tsx";
import { type Attendance, type AttendanceList, attendanceOf } from "#features/meetings/attendance/queries.ts";
import { quorumOf } from "#features/meetings/attendance/quorum.ts";
import { type Seated, seatedAt } from "#features/meetings/attendance/seated/queries.ts";
import { meetingAsked } from "#features/meetings/meeting/pages/meeting-asked.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** Who came to a meeting, a list for each body: for everybody inside it, with presses for those who note it. */
export const meetingAttendancePages = pages("signedIn").form("/mote/:slug/narvaro", { draw, send });

async function draw(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const inside = await meetingAsked(c);
  const { meeting, bodies } = inside;
  const today = dateIn(now());
  const mayNote = (await notesAttendance(db, actor, inside)) && meeting.state !== "calledOff";
  const [attendance, seated] = await Promise.all([
    attendanceOf(db, inside),
    mayNote ? seatedAt(db, meeting, today) : [],
  ]);
  const [others] = attendance.lists.filter(({ bodyId }) => bodyId === null);
  const props = { c, inside, attendance, seated, mayNote };
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/mote/${meeting.slug}`}>{meeting.title}</a>}
        heading={t("presence.title")}
        lead={t(mayNote ? "presence.lead" : "presence.lead_read")}
      />
      <ErrorSummary t={t} filled={filled} />
      {meeting.state === "calledOff" ? <Notice t={t} tone="warn" heading={t("presence.called_off")} /> : null}
      <AttendanceFigures t={t} attendance={attendance} isDated={meeting.day !== null} />
      {mayNote ? (
        <Buttons>
          <LinkButton href={`${addressOf(inside)}/ny`} quiet>
            {t("presence.add")}
          </LinkButton>
          <LinkButton href={`${addressOf(inside)}/ungefar`} plain>
            {t("presence.approximate_title")}
          </LinkButton>
        </Buttons>
      ) : null}
      {bodies.map((body) => (
        <ListOf {...props} list={listOf(attendance, body.id)} heading={body.name} quorum={quorumOf(body, attendance)} />
      ))}
      {others && (others.rows.length > 0 || mayNote) ? (
        <ListOf {...props} list={others} heading={t("presence.others")} quorum={undefined} />
      ) : null}
    </>,
    { title: `${t("presence.title")}: ${meeting.title}` },
  );
}

type ListProps = {
  c: Page;
  inside: MeetingInside;
  attendance: Attendance;
  seated: readonly Seated[];
  mayNote: boolean;
  list: AttendanceList;
  heading: string;
  quorum: ReturnType<typeof quorumOf>;
};

function ListOf({ c, inside, seated, mayNote, list, heading, quorum }: ListProps) {
  const { t, now } = c.var;
  const address = addressOf(inside);
  const { bodyId, approximate, absentMunicipalities } = list;
  const unnoted = seated.some(
    (each) =>
      each.bodyId === bodyId &&
      each.role !== "substitute" &&
      !list.rows.some(({ personId }) => personId === each.personId),
  );
  const states = attendanceStates.filter((state) => !unfitMark(inside.meeting, state, dateIn(now())));
  const mayPress = mayNote && states.includes("present");
  return (
    <section class="stack">
      <h2>{heading}</h2>
      {bodyId === null ? <p class="muted">{t("presence.others_lead")}</p> : null}
      <QuorumLine t={t} quorum={quorum} />
      {approximate === null ? null : <p>{t("presence.approximate", { count: approximate })}</p>}
      <AttendanceSheet t={t} list={list} seated={seated} address={address} mayNote={mayNote} states={states} />
      {list.counts.rows > 0 && absentMunicipalities.length > 0 ? (
        <p>
          {t("presence.absent")}: {sayMunicipalities(absentMunicipalities)}
        </p>
      ) : null}
      {bodyId !== null && mayPress && unnoted ? (
        <Form t={t} action={address} hidden={{ bodyId }} tight>
          <Buttons>
            {(["present", "digital"] as const)
              .filter((state) => inside.meeting.mode !== (state === "present" ? "digital" : "physical"))
              .map((state) => (
                <Button name="rest" value={state} small quiet label={`${t(`presence.rest.${state}`)}: ${heading}`}>
                  {t(`presence.rest.${state}`)}
                </Button>
              ))}
          </Buttons>
        </Form>
      ) : null}
    </section>
  );
}

async function send(c: Page, filled: Filled) {
  const { db, actor, now } = c.var;
  const inside = await meetingAsked(c);
  const { slug } = inside.meeting;
  const { rest, ...values } = filled.values;
  if (rest !== undefined) {
    await markTheRest(db, actor, now, slug, checkedForm(RestMark, { ...filled, values: { ...values, state: rest } }));
    return c.redirect(addressOf(inside), 303);
  }
  const mark = checkedForm(SeatMark, filled);
  await markSeat(db, actor, now, slug, mark);
  return c.redirect(`${addressOf(inside)}#${seatRow(mark)}`, 303);
}

/** The list of one body. */
function listOf({ lists }: Attendance, id: string): AttendanceList {
  const found = lists.find(({ bodyId }) => bodyId === id);
  if (!found) throw new Refusal("not_found", "presence.not_in_meeting");
  return found;
}

export function addressOf({ meeting }: MeetingInside): string {
  return `/mote/${meeting.slug}/narvaro`;
}
