import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { markRecorded } from "#platform/database/change.ts";
import type { Tx } from "#platform/database/database.ts";
import { json } from "#platform/database/json.ts";

export type Deed = {
  readonly by: Actor;
  /** feature.what_was_done, in the past: "circles.round_published" */
  readonly what: string;
  /** The id of what it was done to. */
  readonly about: string;
  /** Whose log it belongs to. */
  readonly organisationId?: string | undefined;
  readonly before?: object | undefined;
  readonly after?: object | undefined;
};

/**
 * Writes who did what about what, in the transaction that does it; without it the change fails in development.
 *
 * Fields that are to be deleted some day (an address, a dietary need) are never in `before` and `after`: leave them
 * out with `withoutFields`, or the log would remember what the product has forgotten.
 */
export async function record(tx: Tx, { by, what, about, organisationId, before, after }: Deed): Promise<void> {
  const payload = json({ before, after });
  await sql`
    insert into audit_record (person_id, via, what, about, organisation_id, payload, salt, digest)
    select ${by.personId ?? null}::uuid, ${by.via}, ${what}, ${about}, ${organisationId ?? null}::uuid, payload, salt,
      sha256(salt || convert_to(payload::text, 'UTF8'))
    from (select ${payload}::jsonb as payload, ${randomBytes(16)}::bytea as salt) as given`.execute(tx);
  markRecorded(tx);
}

/** An object without the fields that the log must not keep. */
export function withoutFields<Whole extends object, Field extends keyof Whole>(
  whole: Whole,
  fields: readonly Field[],
): Omit<Whole, Field> {
  const left = { ...whole };
  for (const field of fields) delete left[field];
  return left;
}
