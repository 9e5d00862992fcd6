import type { Translate } from "#kernel/messages.ts";
import type { Session } from "#features/circles/round/round.ts";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayTimes } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

type MeetingFactsProps = {
  t: Translate;
  session: Session & { readonly calledOffReason: string | null };
  joinLink: string | undefined;
};

/** When and where a meeting is. What is not decided says so. */
export function MeetingFacts({ t, session, joinLink }: MeetingFactsProps) {
  const { starts, ends, mode, venue, calledOff, calledOffReason } = session;
  if (calledOff) {
    return (
      <Notice t={t} tone="warn" heading={t("room.called_off")}>
        {calledOffReason}
      </Notice>
    );
  }
  return (
    <Facts
      items={[
        {
          term: t("room.time"),
          value: starts ? sayTimes(t.language, starts, ends) : <Unknown>{t("room.time_unknown")}</Unknown>,
        },
        {
          term: t("room.place"),
          value: venue ?? (mode === "digital" ? t("round.mode.digital") : <Unknown>{t("room.place_unknown")}</Unknown>),
          ...(mode === "hybrid" ? { note: t("round.mode.hybrid") } : {}),
        },
        ...(joinLink ? [{ term: t("room.join"), value: <a href={joinLink}>{t("room.join_digitally")}</a> }] : []),
      ]}
    />
  );
}
