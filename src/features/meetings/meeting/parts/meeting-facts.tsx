import type { Translate } from "#kernel/messages.ts";
import type { MeetingFacts as Known } from "#features/meetings/meeting/queries.ts";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayDate, sayTimes } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

/** When and where a meeting is. What is not decided says so. */
export function MeetingFacts({ t, meeting, today }: { t: Translate; meeting: Known; today: Temporal.PlainDate }) {
  const { day, starts, ends, mode, venue, joinLink, documentsBy, state, calledOffReason } = meeting;
  const said = (date: Temporal.PlainDate) => sayDate(t.language, date, { today });
  return (
    <>
      {state === "calledOff" ? (
        <Notice t={t} tone="warn" heading={t("meeting.called_off")}>
          {calledOffReason}
        </Notice>
      ) : null}
      <Facts
        items={[
          {
            term: t("meeting.day"),
            value: day ? said(day) : <Unknown>{t("meeting.day_unknown")}</Unknown>,
            ...(starts ? { note: sayTimes(t.language, starts, ends) } : {}),
          },
          // Where a meeting was that has been is nothing to decide any longer.
          ...(state === "held" && venue === null && mode !== "digital"
            ? []
            : [
                {
                  term: t("meeting.place"),
                  value:
                    venue ??
                    (mode === "digital" ? t("meeting.mode.digital") : <Unknown>{t("meeting.place_unknown")}</Unknown>),
                  ...(mode === "hybrid" ? { note: t("meeting.mode.hybrid") } : {}),
                },
              ]),
          ...(joinLink && (state === "planned" || state === "called") && mode !== "physical"
            ? [{ term: t("meeting.join"), value: <a href={joinLink}>{t("meeting.join_digitally")}</a> }]
            : []),
          ...(documentsBy && state !== "held" ? [{ term: t("meeting.documents_by"), value: said(documentsBy) }] : []),
        ]}
      />
    </>
  );
}
