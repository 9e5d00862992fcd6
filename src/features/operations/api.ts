import { z } from "zod";
import { idOf } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { readHead, writtenHead } from "#platform/audit/seal.ts";
import { verifyAudit } from "#platform/audit/verify.ts";
import { failedJobs, retryJob } from "#platform/jobs/failed-jobs.ts";
import { retryMail } from "#platform/mail/commands.ts";
import { mailOf, outboxList } from "#platform/mail/queries.ts";
import { type ApiRoute, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { mayVerifyTrail } from "#features/operations/operations-policy.ts";
import { auditTrail } from "#features/operations/queries.ts";

const MailId = idOf("mail");
const MailState = z.enum(["waiting", "sent", "failed", "kept"]);
const Listed = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  about: z.string().nullable(),
  state: MailState,
  attempts: z.int(),
  problem: z.string().nullable(),
  createdAt: z.string(),
  settledAt: z.string().nullable(),
});
const Whole = Listed.extend({
  replyToName: z.string().nullable(),
  replyToAddress: z.string().nullable(),
  fromName: z.string().nullable(),
  text: z.string().nullable().describe("null: erased after ninety days"),
  html: z.string().nullable(),
  calendarMethod: z.string().nullable(),
  calendarFile: z.string().nullable(),
});
const Job = z.object({
  id: z.string(),
  name: z.string(),
  payload: z.unknown(),
  attempts: z.int(),
  problem: z.string(),
  failedAt: z.string(),
});
const Deed = z.object({
  id: z.int(),
  at: z.string(),
  personId: z.string().nullable(),
  person: z.string().nullable(),
  via: z.string(),
  what: z.string(),
  about: z.string(),
  name: z.string().nullable().describe("What the thing is called"),
  payload: z.unknown().describe("before and after; null: erased by retention"),
});
const Verdict = z.object({
  ok: z.boolean(),
  sealed: z.int(),
  unsealed: z.int(),
  erased: z.int(),
  head: z.string().nullable().describe("number:hash, to be kept outside"),
  firstBroken: z.object({ why: z.string(), seal: z.int().optional(), record: z.int().optional() }).nullable(),
});

/** What administrators see and do to keep the installation going. */
export const operationsApi: readonly ApiRoute[] = [
  operation(
    "outbox:read",
    {
      method: "get",
      path: "/mails",
      operationId: "listMails",
      summary: "List the mails of the installation, latest first",
      request: {
        query: ListQuery.extend({
          after: MailId.optional(),
          state: MailState.optional(),
          to: z.string().max(254).optional().describe("Only to addresses that hold this"),
        }),
      },
      responses: { 200: json("One page of mails", z.object({ mails: z.array(Listed) })) },
    },
    async (c, { query: { limit, after, state, to } }) => {
      const wish = { to, limit, ...(state ? { states: [state] } : {}), ...(after ? { after } : {}) };
      const mails = await outboxList(c.var.db, c.var.actor, wish);
      nextLink(c, mails.length === limit ? mails.at(-1)?.id : undefined);
      return c.json({ mails });
    },
  ),
  operation(
    "outbox:read",
    {
      method: "get",
      path: "/mails/{mailId}",
      operationId: "readMail",
      summary: "Read a mail with everything it says",
      request: { params: z.object({ mailId: MailId }) },
      responses: { 200: json("The mail", Whole) },
    },
    async (c, { params: { mailId } }) => {
      const mail = await mailOf(c.var.db, c.var.actor, mailId);
      if (!mail) throw new Refusal("not_found", "platform.mail.unknown");
      const { can: _, ...shown } = mail;
      return c.json(shown);
    },
  ),
  operation(
    "outbox:read",
    {
      method: "post",
      path: "/mails/{mailId}/retry",
      operationId: "retryMail",
      summary: "Send a mail again that failed, or that was kept while there was no mail server",
      request: { params: z.object({ mailId: MailId }) },
      responses: { 204: { description: "It is sent within a minute" } },
    },
    async (c, { params: { mailId } }) => {
      await retryMail(c.var.db, c.var.actor, mailId);
      return c.body(null, 204);
    },
  ),
  operation(
    "instance:administer",
    {
      method: "get",
      path: "/failed-jobs",
      operationId: "listFailedJobs",
      summary: "List the background work that was given up, latest first",
      responses: { 200: json("The jobs", z.object({ jobs: z.array(Job) })) },
    },
    async (c) => c.json({ jobs: await failedJobs(c.var.db, c.var.actor) }),
  ),
  operation(
    "instance:administer",
    {
      method: "post",
      path: "/failed-jobs/{jobId}/retry",
      operationId: "retryJob",
      summary: "Have work tried again that was given up",
      request: { params: z.object({ jobId: z.uuid() }) },
      responses: { 204: { description: "It is tried within a minute" } },
    },
    async (c, { params: { jobId } }) => {
      await retryJob(c.var.db, c.var.actor, jobId);
      return c.body(null, 204);
    },
  ),
  operation(
    "audit:read",
    {
      method: "get",
      path: "/audit",
      operationId: "listDeeds",
      summary: "List who did what about what, latest first, in the organisations the token reaches",
      request: {
        query: z.strictObject({
          limit: ListQuery.shape.limit,
          after: z.coerce.number().int().positive().optional(),
          about: z.string().max(200).optional(),
          person: z.string().max(254).optional().describe("The e-mail address of whoever did it"),
          what: z.string().max(100).optional().describe("The beginning of the deed's name"),
        }),
      },
      responses: { 200: json("One page of deeds", z.object({ deeds: z.array(Deed) })) },
    },
    async (c, { query }) => {
      const { rows, next } = await auditTrail(c.var.db, c.var.actor, query);
      nextLink(c, next?.toString());
      return c.json({ deeds: rows.map(({ email: _, ...deed }) => deed) });
    },
  ),
  operation(
    "audit:read",
    {
      method: "get",
      path: "/audit/verdict",
      operationId: "verifyAudit",
      summary: "Check the sealed chain from its beginning, against a head kept outside if one is given",
      request: { query: z.strictObject({ head: z.string().max(100).optional() }) },
      responses: { 200: json("Whether it is whole", Verdict) },
    },
    async (c, { query: { head } }) => {
      if (!mayVerifyTrail(c.var.actor)) throw new Refusal("forbidden", "operations.not_yours");
      const kept = head === undefined ? undefined : readHead(head);
      if (head !== undefined && !kept) {
        throw new Refusal("invalid", "operations.chain.no_head", {}, [
          { path: "head", code: "operations.chain.no_head" },
        ]);
      }
      const { head: last, firstBroken = null, ...verdict } = await verifyAudit(c.var.db, kept);
      return c.json({ ...verdict, firstBroken, head: last ? writtenHead(last) : null });
    },
  ),
];
