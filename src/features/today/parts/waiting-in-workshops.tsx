import { dateIn } from "#kernel/clock.ts";
import { together, waiting } from "#features/today/parts/waiting.ts";
import { workshopsToLead } from "#features/workshops/workshop/todo/queries.ts";

/** What may be forgotten in workshops: those that somebody leads today, and those that were never closed. */
export const whatWaitsInWorkshops = together([
  waiting(workshopsToLead, ({ slug, title, isToday, questions, openedAt }, { t, near, go }) => ({
    title: isToday ? t("today.workshop") : t("today.workshop_open", { day: openedAt ? near(dateIn(openedAt)) : "" }),
    detail: isToday ? t("today.workshop_detail", { title, questions }) : title,
    action: go(`/workshop/${slug}`, t(isToday ? "today.workshop_go" : "today.workshop_open_go")),
  })),
]);
