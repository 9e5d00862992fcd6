import type { z } from "zod";

/** How often a job that fails is tried again before it is laid aside for an administrator. */
export type Patience = {
  readonly retries: number;
  /** Seconds before the first retry; each wait is about twice the one before. */
  readonly firstWait: number;
  readonly longestWait: number;
};

/** Tried for about two hours: enough for a restart, a full disk, a short outage. */
const patient: Patience = { retries: 10, firstWait: 5, longestWait: 1_800 };

/** A kind of work done after a change and outside its transaction. Its payload holds ids, never names or addresses. */
export type JobKind<Payload> = {
  /** feature.what_is_done */
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
  readonly patience: Patience;
};

/** Names a kind of job and says what it needs to know. Stands in the pure file `<noun>-jobs.ts`. */
export function job<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  patience = patient,
): JobKind<z.output<Schema>> {
  if (!/^[a-z_]+\.[a-z_]+$/.test(name)) throw new Error(`A job is called feature.what_is_done, not ${name}`);
  return { name, schema: schema as unknown as z.ZodType<z.output<Schema>>, patience };
}
