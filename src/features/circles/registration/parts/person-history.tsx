import type { Translate } from "#kernel/messages.ts";
import type { RosterPerson } from "#features/circles/registration/queries.ts";
import { sayMoment } from "#ui/swedish-dates.ts";
import { Timeline } from "#ui/timeline.tsx";

type Event = { readonly at: Temporal.Instant; readonly title: string; readonly detail?: string | undefined };

/** What has happened with one application, in the order it happened. */
export function PersonHistory({ t, found }: { t: Translate; found: RosterPerson }) {
  const events = [
    ...ownEvents(t, found),
    ...managerEvents(t, found),
    ...placeEvents(t, found),
    ...callEvents(t, found),
  ].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  return (
    <Timeline
      label={t("registration.page.person.history")}
      items={events.map(({ at, title, detail }) => ({
        when: sayMoment(t.language, at, { today: found.today }),
        dateTime: at.toString(),
        title,
        detail,
        past: true,
      }))}
    />
  );
}

function ownEvents(t: Translate, { row, more }: RosterPerson): Event[] {
  return [
    {
      at: row.appliedAt,
      title: t(row.way === "form" ? "registration.page.history.applied" : "registration.add.written_down"),
      detail: row.addedBy ?? undefined,
    },
    ...(more.confirmedAt && row.way === "form"
      ? [{ at: more.confirmedAt, title: t("registration.page.history.confirmed") }]
      : []),
  ];
}

function callEvents(t: Translate, { calls }: RosterPerson): Event[] {
  return calls.made.flatMap(({ calledAt, calledBy }) =>
    calledAt ? [{ at: calledAt, title: t("registration.call.history"), detail: calledBy ?? undefined }] : [],
  );
}

function managerEvents(t: Translate, { row: { manager }, more }: RosterPerson): Event[] {
  if (manager?.form !== "confirmed") return [];
  const { askedAt, answeredAt } = more;
  return [
    ...(askedAt ? [{ at: askedAt, title: t("registration.page.history.asked") }] : []),
    ...(manager.remindedAt
      ? [{ at: manager.remindedAt, title: t("registration.page.history.reminded", { count: manager.reminders }) }]
      : []),
    ...(answeredAt && (manager.state === "yes" || manager.state === "no")
      ? [{ at: answeredAt, title: t(`registration.page.history.${manager.state}`) }]
      : []),
  ];
}

function placeEvents(t: Translate, { row, more, offers }: RosterPerson): Event[] {
  const { outcome, decidedAt, decidedBy, reason } = more;
  const isToldAbove = row.state === "unconfirmed" || row.state === "offered";
  return [
    ...offers.flatMap(({ offeredAt, answer, answeredAt }): Event[] => [
      { at: offeredAt, title: t("registration.page.history.offered") },
      ...(answer && answeredAt ? [{ at: answeredAt, title: t(`registration.page.history.offer_${answer}`) }] : []),
    ]),
    ...(outcome && decidedAt
      ? [
          {
            at: decidedAt,
            title: t(`registration.page.history.decided_${outcome}`),
            detail: [decidedBy, reason].filter(Boolean).join(": "),
          },
        ]
      : []),
    ...(isToldAbove ? [] : [{ at: row.stateSince, title: t(`registration.page.state.${row.state}`) }]),
  ];
}
