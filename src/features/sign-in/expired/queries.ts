import { sql } from "kysely";
import type { DueRows } from "#platform/erasures/erasures.ts";

/** Sessions and codes that can no longer be used. */
export const expiredSignIns: DueRows = ({ before }) => sql`
  select id::text from sign_in_session where expires_at < ${before}
  union all select id from sign_in_verification where expires_at < ${before}`;
