import { v7 } from "uuid";
import { z } from "zod";

/** The identity of one row of a noun, so that a person's id can never stand where a circle's belongs. */
export type Id<Noun extends string> = string & z.$brand<Noun>;

/** The schema of a noun's ids: `export const RoundId = idOf("round")`. */
export function idOf<Noun extends string>(_noun: Noun) {
  return z.uuidv7().brand<Noun>();
}

/** A new UUIDv7: sortable by time for the database's sake, never used to decide an order between people. */
export function newId<Noun extends string>(): Id<Noun> {
  return v7() as Id<Noun>;
}

export const PersonId = idOf("person");
export type PersonId = Id<"person">;

export const OrganisationId = idOf("organisation");
export type OrganisationId = Id<"organisation">;
