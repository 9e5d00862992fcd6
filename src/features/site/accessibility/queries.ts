import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { DueRows } from "#platform/erasures/erasures.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";
import { mayAnswerReport, maySeeReports } from "#features/site/accessibility/report-policy.ts";
import type { ReportId } from "#features/site/accessibility/accessibility-report.ts";

/** An organisation that states how accessible its pages are, with where to write to it: its own address or that above. */
async function statingOrganisation(db: Reader, slug: string) {
  const organisation = await db
    .selectFrom("organisation")
    .where("slug", "=", slug)
    .select(["id", "slug", "name"])
    .executeTakeFirst();
  return organisation && { ...organisation, contact: await contactOf(db, organisation.id) };
}

async function contactOf(db: Reader, id: OrganisationId): Promise<string | undefined> {
  const { rows } = await sql<{ contact: string }>`
    with recursive up(id, parent_id, contact, height) as (
      select id, parent_id, contact_email, 0 from organisation where id = ${id}
      union all
      select o.id, o.parent_id, o.contact_email, up.height + 1 from up join organisation o on o.id = up.parent_id)
    select contact from up where contact is not null order by height limit 1`.execute(db);
  return rows[0]?.contact;
}

/** Whose page a report or a statement is about: the organisation it is told from, or the organiser of a round. */
export async function organisationConcerned(
  db: Reader,
  { organisation, round }: { organisation: string | undefined; round: string | undefined },
) {
  if (organisation !== undefined) return statingOrganisation(db, organisation);
  const organiser =
    round !== undefined &&
    (await db
      .selectFrom("round as r")
      .innerJoin("organisation as o", "o.id", "r.organisation_id")
      .where("r.slug", "=", round)
      .where("r.state", "<>", "draft")
      .select("o.slug")
      .executeTakeFirst());
  return organiser ? statingOrganisation(db, organiser.slug) : undefined;
}

/** What can be asked for: those that wait for an answer, those that have one, or all; a page at a time. */
export type ReportsWish = {
  readonly state?: "open" | "answered" | undefined;
  readonly after?: ReportId | undefined;
  readonly limit?: number | undefined;
};

export type ReportRow = Awaited<ReturnType<typeof reportsPage>>["rows"][number];

/** What has hindered people, for those who answer for it: what waits first, the latest of the answered after. */
export async function reportsPage(db: Reader, actor: Actor, { state, after, limit = 50 }: ReportsWish = {}) {
  if (!maySeeReports(actor)) throw new Refusal("forbidden", "accessibility.reports.not_yours");
  const rows = await reportRows(db, actor)
    .$if(state === "open", (qb) => qb.where("r.answered_at", "is", null))
    .$if(state === "answered", (qb) => qb.where("r.answered_at", "is not", null))
    .$if(after !== undefined, (qb) => qb.where("r.id", "<", after as ReportId))
    .orderBy("r.id", "desc")
    .limit(Math.min(limit, 200) + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? page.at(-1)?.id : undefined };
}

/** One report with everything that was said; nothing for somebody whose it is not to see. */
export async function reportOf(db: Reader, actor: Actor, id: ReportId) {
  const report = await reportRows(db, actor).where("r.id", "=", id).executeTakeFirst();
  return report && { ...report, can: { answer: report.answeredAt === null && mayAnswerReport(actor, report) } };
}

/** Reports that wait for an answer, the most pressing first: for "Idag". */
export async function reportsToAnswer(db: Reader, actor: Actor) {
  if (!maySeeReports(actor)) return [];
  return reportRows(db, actor).where("r.answered_at", "is", null).orderBy("r.answer_by").limit(20).execute();
}

function reportRows(db: Reader, actor: Actor) {
  const reach = actor.reach.get("instance:administer");
  const organisations = [...(reach?.organisations ?? [])];
  return db
    .selectFrom("accessibility_report as r")
    .leftJoin("organisation as o", "o.id", "r.organisation_id")
    .leftJoin("person as p", "p.id", "r.answered_by")
    .$if(!reach?.everywhere, (qb) => qb.where(sql<boolean>`r.organisation_id = any (${organisations}::uuid[])`))
    .select(["r.id", "r.organisation_id as organisationId", "o.name as organisation", "r.page", "r.hindrance", "r.aid"])
    .select(["r.email", "r.reported_at as reportedAt", "r.answer_by as answerBy"])
    .select(["r.answer", "r.answered_at as answeredAt", "p.name as answeredBy"]);
}

export type AnswerToMail = NonNullable<Awaited<ReturnType<typeof answerToMail>>>;

/** What the mail with an answer says. Nothing without an answer, or when the address has been erased. */
export async function answerToMail(db: Reader, id: ReportId) {
  const row = await db
    .selectFrom("accessibility_report as r")
    .leftJoin("organisation as o", "o.id", "r.organisation_id")
    .where("r.id", "=", id)
    .select(["r.id", "r.email as to", "r.language", "r.answer", "r.hindrance", "r.page", "r.reported_at as reportedAt"])
    .select(["r.organisation_id as organisationId", "o.name as organiser"])
    .executeTakeFirst();
  if (!row?.to || row.answer === null) return undefined;
  const { to, answer, organisationId, ...rest } = row;
  const contact = organisationId ? await contactOf(db, organisationId) : undefined;
  return { ...rest, to, answer, contact, reported: dateIn(row.reportedAt) };
}

/** Addresses of people whose report was answered long ago. */
export const reporterAddressesDue: DueRows = ({ before }) =>
  sql`select id from accessibility_report where answered_at < ${before} and email is not null`;

/** Reports that were answered long ago, whole. */
export const reportsDue: DueRows = ({ before }) =>
  sql`select id from accessibility_report where answered_at < ${before}`;

/** What somebody has reported as a hindrance under their address. */
export async function ownData(db: Reader, { email }: Whose): Promise<readonly OwnSection[]> {
  const rows = await db
    .selectFrom("accessibility_report")
    .where("email", "=", email ?? null)
    .orderBy("id")
    .select(["reported_at as reportedAt", "page", "hindrance", "aid", "email", "answer", "answered_at as answeredAt"])
    .execute();
  return [{ section: "reports", rows }];
}
