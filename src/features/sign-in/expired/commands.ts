import { sql } from "kysely";
import { affected, type Eraser } from "#platform/erasures/erasures.ts";

/** Throws away sessions and codes that can no longer be used. */
export const eraseExpiredSignIns: Eraser = async (tx, { before }) =>
  (await affected(tx, sql`delete from sign_in_session where expires_at < ${before}`)) +
  (await affected(tx, sql`delete from sign_in_verification where expires_at < ${before}`));
