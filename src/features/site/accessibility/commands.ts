import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { affected, type Eraser } from "#platform/erasures/erasures.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { reportAnswerJob } from "#features/site/accessibility/accessibility-jobs.ts";
import {
  answerBy,
  type Hindrance,
  type ReportAnswer,
  type ReportId,
  roundOfPage,
} from "#features/site/accessibility/accessibility-report.ts";
import { organisationConcerned, reporterAddressesDue, reportsDue } from "#features/site/accessibility/queries.ts";
import { mayAnswerReport, maySeeReports } from "#features/site/accessibility/report-policy.ts";

export type Received = { readonly id: ReportId; readonly answerBy: Temporal.PlainDate; readonly answered: boolean };

/**
 * Takes in what hindered somebody, with the day it will be answered at the latest. Anybody may tell; who they are is
 * not asked. (Law 2018:1937, 13 §)
 */
export function reportHindrance(
  db: Database,
  actor: Actor,
  told: Hindrance,
  language: Language,
  now: Clock,
): Promise<Received> {
  return change(db, actor, async (tx) => {
    const id = newId<"accessibility_report">();
    const at = now();
    const last = answerBy(dateIn(at));
    const round = roundOfPage(told.page);
    const organisationId = (await organisationConcerned(tx, { organisation: told.organisation, round }))?.id;
    await tx
      .insertInto("accessibility_report")
      .values({
        id,
        organisation_id: organisationId ?? null,
        page: told.page || null,
        hindrance: told.hindrance,
        aid: told.aid || null,
        email: told.email ?? null,
        language,
        reported_at: at,
        answer_by: last,
      })
      .execute();
    await record(tx, { by: actor, what: "site.hindrance_reported", about: id, organisationId });
    return { id, answerBy: last, answered: told.email !== undefined };
  });
}

/** Answers what somebody reported and closes it. Who left an address gets the answer by mail. */
export function answerReport(
  db: Database,
  actor: Actor,
  id: ReportId,
  { answer }: ReportAnswer,
  now: Clock,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const report = await tx
      .selectFrom("accessibility_report")
      .where("id", "=", id)
      .select(["organisation_id as organisationId", "answered_at as answeredAt", "email"])
      .forUpdate()
      .executeTakeFirst();
    if (!report || !mayAnswerReport(actor, report)) {
      if (!maySeeReports(actor)) throw new Refusal("forbidden", "accessibility.reports.not_yours");
      throw new Refusal("not_found", "accessibility.reports.unknown");
    }
    if (report.answeredAt) throw new Refusal("conflict", "accessibility.reports.answered_already");
    await tx
      .updateTable("accessibility_report")
      .set({ answer, answered_at: now(), answered_by: actor.personId ?? null })
      .where("id", "=", id)
      .execute();
    if (report.email) await enqueue(tx, reportAnswerJob, { reportId: id });
    const organisationId = report.organisationId ?? undefined;
    await record(tx, { by: actor, what: "site.report_answered", about: id, organisationId });
  });
}

/** Forgets who reported, some time after the answer. What was wrong stays, so that it can be followed. */
export const eraseReporterAddresses: Eraser = (tx, time) =>
  affected(tx, sql`update accessibility_report set email = null where id in (${reporterAddressesDue(time)})`);

/** Throws away reports that were answered long ago. */
export const eraseReports: Eraser = (tx, time) =>
  affected(tx, sql`delete from accessibility_report where id in (${reportsDue(time)})`);
