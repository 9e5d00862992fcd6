import type { Insertable } from "kysely";
import type { Actor } from "../src/kernel/actor.ts";
import { type Id, newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import { foldName, writingsOf } from "../src/features/organisations/organisation-name.ts";
import { actorOf } from "../src/features/organisations/people/queries.ts";
import type { Role } from "../src/features/organisations/people/roles.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;
type Place = { organisation?: OrganisationId; round?: Id<"round"> };

/** The day the tests about organisations and people stand on, unless they say another. */
export const someDay = Temporal.PlainDate.from("2027-03-18");

/**
 * Sentences that set the stage:
 *
 *     const unit = await given(db).organisation({ name: "FoU Länet" });
 *     const maja = await given(db).someone("developmentLeader", { organisation: unit });
 */
export function given(db: Database) {
  const organisation = async (over: Over<"organisation"> = {}): Promise<OrganisationId> => {
    const id = newId<"organisation">();
    const name = over.name ?? "FoU Länet";
    const shortName = over.short_name ?? name;
    const { short_name: above } = over.parent_id
      ? await db
          .selectFrom("organisation")
          .where("id", "=", over.parent_id as OrganisationId)
          .select("short_name")
          .executeTakeFirstOrThrow()
      : { short_name: undefined };
    await db
      .insertInto("organisation")
      .values({ kinds: ["rdUnit"], slug: `o-${id}`, ...over, id, name, short_name: shortName })
      .execute();
    await db
      .insertInto("organisation_alias")
      .values(
        writingsOf(name, above ? [above, shortName] : [shortName]).map((written) => ({
          folded: foldName(written),
          written,
          organisation_id: id,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return id;
  };

  const person = async (over: Over<"person"> = {}): Promise<PersonId> => {
    const id = newId<"person">();
    await db
      .insertInto("person")
      .values({ name: "Maja Ek", email: `person-${id}@example.se`, email_verified: true, ...over, id })
      .execute();
    return id;
  };

  /** A role somebody has had since New Year; in no place at all, it holds in the whole installation. */
  const role = async (
    personId: PersonId,
    name: Role,
    place: Place = {},
    over: Over<"role_assignment"> = {},
  ): Promise<Id<"role_assignment">> => {
    const id = newId<"role_assignment">();
    await db
      .insertInto("role_assignment")
      .values({
        person_id: personId,
        role: name,
        organisation_id: place.organisation ?? null,
        round_id: place.round ?? null,
        valid_from: someDay.with({ month: 1, day: 1 }),
        ...over,
        id,
      })
      .execute();
    return id;
  };

  /** What a person may do on the day the test stands on. */
  const actor = async (personId: PersonId, day = someDay): Promise<Actor> => {
    const known = await actorOf(db, personId, day);
    if (!known) throw new Error("There is no such person");
    return known.actor;
  };

  /** A new person with one role, as they act. */
  const someone = async (
    name: Role,
    place: Place = {},
    over: Over<"person"> = {},
  ): Promise<Actor & { personId: PersonId }> => {
    const personId = await person(over);
    await role(personId, name, place);
    return { ...(await actor(personId)), personId };
  };

  return { organisation, person, role, actor, someone };
}
