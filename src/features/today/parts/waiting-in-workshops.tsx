import { dateIn } from "#kernel/clock.ts";
import { together, waiting } from "#features/today/parts/waiting.ts";
import { checklistsPublished, originalsRenewed } from "#features/workshops/checklist/todo/queries.ts";
import { workshopsToLead } from "#features/workshops/workshop/todo/queries.ts";

/**
 * What may be forgotten in workshops: those that somebody leads today, those that were never closed, and what is new of
 * checklists.
 */
export const whatWaitsInWorkshops = together([
  waiting(workshopsToLead, ({ slug, title, isToday, questions, openedAt }, { t, near, go }) => ({
    title: isToday ? t("today.workshop") : t("today.workshop_open", { day: openedAt ? near(dateIn(openedAt)) : "" }),
    detail: isToday ? t("today.workshop_detail", { title, questions }) : title,
    action: go(`/workshop/${slug}`, t(isToday ? "today.workshop_go" : "today.workshop_open_go")),
  })),
  waiting(originalsRenewed, ({ slug, title, original, versionNo }, { t, go }) => ({
    title: t("today.original_renewed", { original, number: versionNo }),
    detail: t("today.original_renewed_detail", { title }),
    action: go(`/checklista/${slug}/skillnader?mot=nyare`, t("today.original_renewed_go")),
  })),
  waiting(checklistsPublished, ({ slug, title, versionNo, body }, { t, go }) => ({
    title: t("today.checklist_published", { body, number: versionNo }),
    detail: title,
    action: go(`/checklista/${slug}`, t("today.checklist_published_go")),
  })),
]);
