import { type RawBuilder, sql } from "kysely";

/** The head of the chain: everything recorded until then, in one number. */
export type AuditHead = { readonly no: number; readonly hash: string };

/** What the first seal builds on. */
export const beginning = sql`sha256(convert_to('Sammanvägt', 'UTF8'))`;

/**
 * What is sealed of the record `r`: who, when, what, about what, and the digest of what it held, never that itself.
 * Written as a JSON list, so that no two records can be written alike.
 */
const sealedText = sql`jsonb_build_array(r.id, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), r.person_id,
  r.via, r.what, r.about, r.organisation_id, encode(r.digest, 'hex'))::text`;

/** All records of a batch in the order of their numbers, as one body to hash. */
export const sealedBody = sql<Buffer>`string_agg(sha256(convert_to(${sealedText}, 'UTF8')), ''::bytea order by r.id)`;

/** The hash of a seal: the one before it, its own number, and its records. */
export function sealHash(
  previous: RawBuilder<unknown>,
  no: RawBuilder<unknown>,
  body: RawBuilder<unknown>,
): RawBuilder<Buffer> {
  return sql<Buffer>`sha256(${previous} || int8send(${no}) || ${body})`;
}

/** A head as it stands in the log and in the administrators' mail: `12:9f86d081…`. */
export function writtenHead({ no, hash }: AuditHead): string {
  return `${no}:${hash}`;
}

/** Reads a head as it was written; undefined when it is none. */
export function readHead(written: string): AuditHead | undefined {
  const [, no, hash] = /^\s*([1-9]\d{0,15}):([0-9a-f]{64})\s*$/i.exec(written) ?? [];
  return no && hash ? { no: Number(no), hash: hash.toLowerCase() } : undefined;
}
