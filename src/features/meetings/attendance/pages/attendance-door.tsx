import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import { notesAttendance } from "#features/meetings/attendance/noting/queries.ts";
import { addressOf } from "#features/meetings/attendance/pages/attendance.tsx";
import { QuorumLine, sayMunicipalities } from "#features/meetings/attendance/parts/attendance-figures.tsx";
import { attendanceOf } from "#features/meetings/attendance/queries.ts";
import { quorumOf } from "#features/meetings/attendance/quorum.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";

/** On the page of a meeting: how many came, who was missing, whether it is enough, and the way to the lists. */
export async function attendanceOfMeeting(c: Context<Environment>, inside: MeetingInside): Promise<Child> {
  const { t, db, actor } = c.var;
  const { meeting, bodies } = inside;
  if (meeting.state === "calledOff") return null;
  const [attendance, mayNote] = await Promise.all([attendanceOf(db, inside), notesAttendance(db, actor, inside)]);
  const { counts, absentMunicipalities, lists } = attendance;
  const guessed = lists.flatMap(({ approximate }) => approximate ?? []);
  return (
    <section class="stack">
      <h2>{t("presence.title")}</h2>
      {counts.rows > 0 ? <p>{t("presence.in_short", counts)}</p> : null}
      {guessed.map((count) => (
        <p>{t("presence.approximate", { count })}</p>
      ))}
      {counts.rows === 0 && guessed.length === 0 ? <p class="muted">{t("presence.none")}</p> : null}
      {counts.rows > 0 && absentMunicipalities.length > 0 ? (
        <p>
          {t("presence.absent")}: {sayMunicipalities(absentMunicipalities)}
        </p>
      ) : null}
      {counts.rows > 0 ? bodies.map((body) => <QuorumLine t={t} quorum={quorumOf(body, attendance)} />) : null}
      <Buttons>
        <LinkButton href={addressOf(inside)} quiet>
          {t(mayNote ? "presence.open" : "presence.see")}
        </LinkButton>
      </Buttons>
    </section>
  );
}
