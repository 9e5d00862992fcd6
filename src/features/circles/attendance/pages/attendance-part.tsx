import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import { isAttended } from "#features/circles/attendance/attendance.ts";
import { mayKeepAttendance } from "#features/circles/attendance/attendance-policy.ts";
import { timeAt } from "#features/circles/attendance/circle-hours.ts";
import { isToday } from "#features/circles/attendance/marking.ts";
import { attendanceInShort } from "#features/circles/attendance/parts/attendance-sheet.tsx";
import { Hours } from "#features/circles/attendance/parts/hours.tsx";
import { attendanceIn, attendedBy, notedAt } from "#features/circles/attendance/queries.ts";
import { plannedTimeOf } from "#features/circles/noted-time/queries.ts";
import type { Room, SessionInRoom } from "#features/circles/room/queries.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";

type Page = Context<Environment>;

/** On the page of a meeting: who was there for those who lead it, and one's own presence for those who take part. */
export async function attendancePart(c: Page, found: SessionInRoom): Promise<Child> {
  const { t, db, now } = c.var;
  const { session, round, part, own, participants } = found;
  if (session.calledOff) return null;
  const noted = await notedAt(db, session.id);
  const address = `/cirkel/${round.slug}/traff/${session.id}`;
  const isOn = isToday(session, dateIn(now()));
  if (mayKeepAttendance(part)) {
    return (
      <section class="stack">
        <h2>{t("attendance.title")}</h2>
        {noted.size > 0 ? <p>{attendanceInShort(t, participants, noted)}</p> : null}
        <Buttons>
          <LinkButton href={`${address}/narvaro`} quiet>
            {t("attendance.open")}
          </LinkButton>
          {isOn ? (
            <LinkButton href={`${address}/narvaro/kod`} quiet>
              {t("attendance.code.title")}
            </LinkButton>
          ) : null}
        </Buttons>
      </section>
    );
  }
  const state = own && noted.get(own.registrationId)?.state;
  const maySay = isOn && own !== undefined && !isAttended(state);
  if (!state && !maySay) return null;
  return (
    <section class="stack">
      <h2>{t("attendance.own")}</h2>
      {state ? <p>{t("attendance.own.state", { state: t(`attendance.state.${state}`) })}</p> : null}
      {maySay ? (
        <Buttons>
          <LinkButton href={`${address}/har`} quiet>
            {t("attendance.here.title")}
          </LinkButton>
        </Buttons>
      ) : null}
    </section>
  );
}

/** On the page of a circle: the hours it asks for, and how many of them one has been at. */
export async function hoursPart(c: Page, { round, part, own }: Room): Promise<Child> {
  const { t, db } = c.var;
  const noted = own ? (await attendanceIn(db, round.id)).get(own.registrationId) : undefined;
  return (
    <section class="stack">
      <h2>{t("attendance.hours.title")}</h2>
      <Hours t={t} planned={await plannedTimeOf(db, round)} own={own && timeAt(round.sessions, attendedBy(noted))} />
      <p>
        <a href={`/cirkel/${round.slug}/timmar`}>{t(own ? "noted_time.more_own" : "noted_time.more")}</a>
      </p>
      <p>
        <a href={`/cirkel/${round.slug}/intyg`}>
          {t(part === "leads" ? "certificate.title_leader" : "certificate.title")}
        </a>
      </p>
    </section>
  );
}
