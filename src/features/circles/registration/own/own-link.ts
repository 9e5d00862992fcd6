import type { LimitedDeed } from "#platform/rate-limits/limits.ts";

/** How often a new link can be asked for: a mailbox is not filled by others. */
export const askingForLinks: LimitedDeed = {
  name: "registration.own_links",
  perAddress: { times: 40, seconds: 600 },
  perTarget: { times: 5, seconds: 900 },
};

/** How many days after the last session an applicant's own page can still be opened by its link. */
const daysAfterLastSession = 30;
const daysWithoutDates = 365;

/** Until when the link to an applicant's own page opens. It lives long, because it stands in several mails. */
export function ownLinkExpiry(lastSession: Temporal.PlainDate | undefined, now: Temporal.Instant): Temporal.Instant {
  const day = 24;
  const least = now.add({ hours: daysAfterLastSession * day });
  if (!lastSession) return now.add({ hours: daysWithoutDates * day });
  const wished = lastSession.add({ days: daysAfterLastSession }).toZonedDateTime("Europe/Stockholm").toInstant();
  return Temporal.Instant.compare(wished, least) > 0 ? wished : least;
}
