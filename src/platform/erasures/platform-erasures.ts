import { sql } from "kysely";
import { affected, type Erasable } from "#platform/erasures/erasures.ts";

/** What a mail said. That it was sent, to whom and when, stays. */
export const mailBodies: Erasable = {
  due: ({ before }) => sql`select id from mail where settled_at < ${before} and body_text is not null`,
  erase: (tx, time) =>
    affected(
      tx,
      sql`update mail set body_text = null, body_html = null, calendar_file = null where id in (${mailBodies.due(time)})`,
    ),
};

/** A mail as a whole: to whom it was and what it was about. */
export const mails: Erasable = {
  due: ({ before }) => sql`select id from mail where settled_at < ${before}`,
  erase: (tx, time) => affected(tx, sql`delete from mail where id in (${mails.due(time)})`),
};

/** The traces of links in mails, long after they could be used. */
export const mailedLinks: Erasable = {
  due: ({ before }) => sql`select token_hash from mailed_link where expires_at < ${before}`,
  erase: (tx, time) => affected(tx, sql`delete from mailed_link where token_hash in (${mailedLinks.due(time)})`),
};

/** Answers kept for calls of the API that are sent again. */
export const repeatedCalls: Erasable = {
  due: ({ before }) => sql`select 1 from idempotency_key where created_at < ${before}`,
  erase: (tx, { before }) => affected(tx, sql`delete from idempotency_key where created_at < ${before}`),
};

/** What the records of the audit trail held. Who, what, about what and the seal stay, and the chain still holds. */
export const auditPayloads: Erasable = {
  due: ({ before }) => sql`select id from audit_record where at < ${before} and payload is not null`,
  erase: async (tx, { before }) => {
    const { rows } = await sql<{ erased: number }>`select erase_audit_payloads(${before}) as erased`.execute(tx);
    return rows[0]?.erased ?? 0;
  },
};
