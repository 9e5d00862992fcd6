import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { mayRunBody, sitsIn } from "#features/meetings/body/body-policy.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import { restsOn } from "#features/meetings/body/resting.ts";
import { type MeetingLine, meetingLines } from "#features/meetings/meeting/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { sayDate, sayTimes } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

/** A body's meetings on its page, the next ones first, for those who sit in it or keep it. */
export async function meetingsOfBody(c: Context<Environment>, body: BodyFacts): Promise<Child> {
  const { t, db, now } = c.var;
  if (!sitsIn(body.standing) && !body.standing.keeps) return null;
  const today = dateIn(now());
  const meetings = await meetingLines(db, body.id);
  const columns: readonly Column<MeetingLine>[] = [
    { label: t("meeting.title"), head: true, cell: ({ slug, title }) => <a href={`/mote/${slug}`}>{title}</a> },
    {
      label: t("meeting.day"),
      cell: ({ day, starts, ends }) =>
        day &&
        [sayDate(t.language, day, { today }), starts && sayTimes(t.language, starts, ends)].filter(Boolean).join(" "),
    },
    {
      label: t("meeting.state"),
      cell: ({ state }) => <Tag tone={state === "calledOff" ? "open" : "plain"}>{t(`meeting.state.${state}`)}</Tag>,
    },
  ];
  return (
    <section class="stack" id="moten">
      <h2>{t("meeting.meetings")}</h2>
      {meetings.length === 0 ? (
        <p class="muted">{t("meeting.none")}</p>
      ) : (
        <Table caption={t("meeting.meetings")} captionHidden columns={columns} rows={meetings} />
      )}
      {mayRunBody(body.standing) && !restsOn(body, today) ? (
        <p>
          <LinkButton href={`/mote/nytt?grupp=${body.slug}`} quiet>
            {t("meeting.add")}
          </LinkButton>
        </p>
      ) : null}
    </section>
  );
}
