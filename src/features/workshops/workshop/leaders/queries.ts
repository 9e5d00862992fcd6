import { sql, type SqlBool } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import { personWithAddress } from "#features/organisations/people/queries.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";

export type Leader = { readonly id: PersonId; readonly name: string };

/** Who leads a workshop by name; for whoever leads it. */
export async function leadersOf(db: Reader, id: WorkshopId): Promise<Leader[]> {
  return db
    .selectFrom("workshop_leader as l")
    .innerJoin("person as p", "p.id", "l.person_id")
    .where("l.workshop_id", "=", id)
    .orderBy("p.name")
    .orderBy("p.id")
    .select(["p.id", "p.name"])
    .execute();
}

/**
 * Whoever an address leads to, when they may be asked to lead: they have a role or sit in a body. Others are told as not
 * there, so that nobody can ask who has an account.
 */
export async function personToLead(db: Reader, email: string, today: Temporal.PlainDate): Promise<Leader | undefined> {
  const person = await personWithAddress(db, email);
  if (!person) return undefined;
  return db
    .selectFrom("person as p")
    .where("p.id", "=", person.id)
    .where("p.erased_at", "is", null)
    .where(
      sql<SqlBool>`(
        exists (select from role_assignment r
          where r.person_id = p.id and r.ended_at is null and ${validOn(today, "r")})
        or exists (select from body_seat_holding h where h.person_id = p.id and ${validOn(today, "h")}))`,
    )
    .select(["p.id", "p.name"])
    .executeTakeFirst();
}
