import type { Translate } from "#kernel/messages.ts";
import type { MunicipalityPresence, PresenceOverYear } from "#features/meetings/attendance/never-present/queries.ts";
import { BalanceBars } from "#ui/balance-bars.tsx";
import { dot } from "#ui/dot.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type PresenceProps = { t: Translate; presence: PresenceOverYear };

/** The member municipalities nobody has come from during a year, and since when. */
export function NeverPresent({ t, presence: { meetings, municipalities, from, to } }: PresenceProps) {
  if (municipalities.length === 0) return <p class="muted">{t("presence.never.no_members")}</p>;
  if (meetings === 0) return <p class="muted">{t("presence.never.no_meetings")}</p>;
  const never = municipalities.filter((each) => each.meetings === 0);
  const say = (day: Temporal.PlainDate) => sayDate(t.language, day, { weekday: false });
  return (
    <>
      {never.length === 0 ? (
        <p>{t("presence.never.all")}</p>
      ) : (
        <ul>
          {never.map((each) => (
            <li>
              {each.name}
              {dot}
              <span class="muted">{sayWhen(t, each, say)}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="muted">{t("presence.never.lead", { meetings, from: say(from), to: say(to) })}</p>
    </>
  );
}

function sayWhen(
  t: Translate,
  { lastDay, memberSince }: MunicipalityPresence,
  say: (day: Temporal.PlainDate) => string,
): string {
  const last = lastDay === null ? t("presence.never.not_before") : t("presence.never.last", { date: say(lastDay) });
  return memberSince === null ? last : `${last}, ${t("presence.never.member_since", { date: say(memberSince) })}`;
}

/** Every member municipality and how many of the meetings it has come to: bars, with the figures beside them. */
export function PresencePicture({ t, presence: { meetings, municipalities } }: PresenceProps) {
  if (meetings === 0 || municipalities.length === 0) return null;
  return (
    <BalanceBars
      t={t}
      caption={t("presence.never.picture")}
      groups={t("presence.never.municipality")}
      counted={t("presence.never.attended")}
      bars={municipalities
        .toSorted((a, b) => a.meetings - b.meetings || a.name.localeCompare(b.name, "sv"))
        .map(({ name, meetings: count }) => ({ label: name, count }))}
    />
  );
}
