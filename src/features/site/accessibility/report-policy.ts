import { type Actor, reaches } from "#kernel/actor.ts";

/** Whoever administers the organisation whose page it was, or the whole installation, answers what hindered somebody. */
export function mayAnswerReport(actor: Actor, report: { readonly organisationId: string | null }): boolean {
  return reaches(actor, "instance:administer", report);
}

/** Whether there can be reports for somebody to see at all. */
export function maySeeReports(actor: Actor): boolean {
  return actor.reach.has("instance:administer");
}
