import type { Context } from "hono";
import { raw } from "#kernel/jsx-runtime.ts";
import { dateIn, stockholm } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { attendedStates, Mark, NewVisitor, VisitorId } from "#features/circles/attendance/attendance.ts";
import { mayKeepAttendance } from "#features/circles/attendance/attendance-policy.ts";
import {
  addVisitor,
  markAttendance,
  markTheRest,
  openCode,
  removeVisitor,
} from "#features/circles/attendance/commands.ts";
import { hasCome } from "#features/circles/attendance/marking.ts";
import { AttendanceSheet, rowOf } from "#features/circles/attendance/parts/attendance-sheet.tsx";
import { Visitors } from "#features/circles/attendance/parts/visitors.tsx";
import { codeAt, notedAt, visitorsAt } from "#features/circles/attendance/queries.ts";
import { sessionAsked } from "#features/circles/room/pages/room.tsx";
import type { SessionInRoom } from "#features/circles/room/queries.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import { Button, Buttons } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayTime } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

/** Who was at a meeting, as those who lead it note it; the code of the room; and those without a seat. */
export const attendancePages = pages("signedIn")
  .form("/cirkel/:slug/traff/:session/narvaro", {
    async draw(c, filled) {
      const { t, db, now } = c.var;
      const found = await toKeep(c);
      const { session, participants } = found;
      const [noted, visitors] = await Promise.all([notedAt(db, session.id), visitorsAt(db, session.id)]);
      const unmarked = participants.some(({ registrationId }) => !noted.has(registrationId));
      const title = t("attendance.title");
      return c.render(
        <>
          <PageHeading kicker={<Back c={c} found={found} />} heading={title} lead={t("attendance.lead")} />
          <ErrorSummary t={t} filled={filled} />
          {session.calledOff ? <Notice t={t} tone="warn" heading={t("attendance.called_off")} /> : null}
          <AttendanceSheet t={t} participants={participants} noted={noted} />
          {unmarked && !session.calledOff && hasCome(session, dateIn(now())) ? (
            <Form t={t} tight>
              <Buttons>
                {attendedStates
                  .filter((state) => session.mode !== (state === "present" ? "digital" : "physical"))
                  .map((state) => (
                    <Button name="rest" value={state} quiet>
                      {t(`attendance.rest.${state}`)}
                    </Button>
                  ))}
              </Buttons>
            </Form>
          ) : null}
          <Visitors t={t} visitors={visitors} address={addressOf(found)} />
        </>,
        { title: `${title}: ${found.round.title}` },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const found = await toKeep(c);
      const rest = attendedStates.find((state) => state === filled.values["rest"]);
      if (rest) {
        await markTheRest(db, actor, now, meetingOf(found), rest);
        return c.redirect(addressOf(found), 303);
      }
      const mark = checkedForm(Mark, filled);
      await markAttendance(db, actor, now, meetingOf(found), mark);
      return c.redirect(`${addressOf(found)}#${rowOf(mark.registrationId)}`, 303);
    },
  })
  .form("/cirkel/:slug/traff/:session/narvaro/kod", {
    draw: drawCode,
    async send(c) {
      const found = await toKeep(c);
      await openCode(c.var.db, c.var.actor, c.var.now, meetingOf(found));
      return c.redirect(`${addressOf(found)}/kod`, 303);
    },
  })
  .form("/cirkel/:slug/traff/:session/narvaro/gaster", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const found = await toKeep(c);
      const here = new Set((await visitorsAt(db, found.session.id)).map(({ name }) => name));
      const title = t("attendance.visitor_add");
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={addressOf(found)}>{t("attendance.title")}</a>}
          heading={title}
          lead={t("attendance.visitors_lead")}
          press={t("attendance.visitor_press")}
          back={addressOf(found)}
        >
          <TextField
            t={t}
            filled={filled}
            name="name"
            label={t("attendance.visitor_name")}
            help={t("attendance.visitor_help")}
            suggestions={found.round.leaders.flatMap(({ name }) => (here.has(name) ? [] : [name]))}
            autocomplete="off"
            required
          />
        </FormPage>,
        { title: `${title}: ${found.round.title}` },
      );
    },
    async send(c, filled) {
      const found = await toKeep(c);
      await addVisitor(c.var.db, c.var.actor, c.var.now, meetingOf(found), checkedForm(NewVisitor, filled));
      return c.redirect(addressOf(found), 303);
    },
  })
  .post("/cirkel/:slug/traff/:session/narvaro/gaster/:id/bort", async (c) => {
    const found = await toKeep(c);
    const id = VisitorId.safeParse(c.req.param("id"));
    if (id.success) await removeVisitor(c.var.db, c.var.actor, meetingOf(found), id.data);
    return c.redirect(addressOf(found), 303);
  });

async function drawCode(c: Page, filled: Filled) {
  const { t, db, config, now } = c.var;
  const found = await toKeep(c);
  const { round, session } = found;
  const valid = await codeAt(db, session.id, now());
  const here = `${config.baseUrl}/cirkel/${round.slug}/traff/${session.id}/har`;
  const title = t("attendance.code.title");
  return c.render(
    <Narrow>
      <PageHeading
        kicker={<a href={addressOf(found)}>{t("attendance.title")}</a>}
        heading={title}
        lead={t("attendance.code.lead")}
      />
      {valid ? (
        <section class="stack">
          <p class="room-code">
            <code>{`${valid.code.slice(0, 3)} ${valid.code.slice(3)}`}</code>
          </p>
          <div class="qr" role="img" aria-label={t("attendance.code.drawing")}>
            {raw(await drawingOf(`${here}?kod=${valid.code}`))}
          </div>
          <p>
            {t("attendance.code.until", {
              time: sayTime(t.language, valid.expiresAt.toZonedDateTimeISO(stockholm).toPlainTime()),
            })}
          </p>
          <p class="muted">{t("attendance.code.where", { address: here })}</p>
        </section>
      ) : null}
      <Form t={t} filled={filled} tight>
        <Button quiet={valid !== undefined}>{t(valid ? "attendance.code.renew" : "attendance.code.open")}</Button>
      </Form>
    </Narrow>,
    { title: `${title}: ${round.title}` },
  );
}

async function drawingOf(address: string): Promise<string> {
  const { toString: qrCode } = await import("qrcode");
  return qrCode(address, { type: "svg", margin: 2 });
}

/** The meeting, for those who keep its attendance. */
async function toKeep(c: Page): Promise<SessionInRoom> {
  const found = await sessionAsked(c);
  if (!mayKeepAttendance(found.part)) throw new Refusal("forbidden", "attendance.leaders_only");
  return found;
}

function meetingOf({ round, session }: SessionInRoom) {
  return { roundId: round.id, sessionId: session.id };
}

function addressOf({ round, session }: SessionInRoom): string {
  return `/cirkel/${round.slug}/traff/${session.id}/narvaro`;
}

function Back({ c, found: { round, session } }: { c: Page; found: SessionInRoom }) {
  return <a href={`/cirkel/${round.slug}/traff/${session.id}`}>{sessionName(c.var.t, session, dateIn(c.var.now()))}</a>;
}
