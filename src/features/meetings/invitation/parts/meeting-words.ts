import type { Translate } from "#kernel/messages.ts";
import type { MeetingMode } from "#features/meetings/meeting/meeting.ts";
import { sayDate, sayTimes } from "#ui/swedish-dates.ts";

/** When and where, as far as it is decided. */
type WhenAndWhere = {
  readonly day: Temporal.PlainDate | null;
  readonly starts: Temporal.PlainTime | null;
  readonly ends: Temporal.PlainTime | null;
  readonly mode: MeetingMode | null;
  readonly venue: string | null;
};

export function whenWords(
  t: Translate,
  { day, starts, ends }: Pick<WhenAndWhere, "day" | "starts" | "ends">,
  today: Temporal.PlainDate,
): string {
  if (!day) return t("call.not_decided");
  const said = sayDate(t.language, day, { today });
  return starts ? `${said} ${sayTimes(t.language, starts, ends)}` : said;
}

export function whereWords(t: Translate, { mode, venue }: Pick<WhenAndWhere, "mode" | "venue">): string {
  if (mode === "digital") return venue ?? t("call.digital");
  const place = venue ?? t("call.not_decided");
  return mode === "hybrid" ? `${place} (${t("call.hybrid").toLocaleLowerCase("sv")})` : place;
}
