import type { Insertable } from "kysely";
import type { Actor, Grant, Reach } from "../src/kernel/actor.ts";
import { type Id, newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import type { RoundId, SessionId } from "../src/features/circles/round/round.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

export const day = (text: string) => Temporal.PlainDate.from(text);
export const time = (text: string) => Temporal.PlainTime.from(text);

/** A clock that stands still at noon on a day in Sweden. */
export const noon = (date: string) => () => Temporal.ZonedDateTime.from(`${date}T12:00[Europe/Stockholm]`).toInstant();

/** Somebody with grants in some organisations or rounds. */
export function actorWith(grants: readonly Grant[], where: Partial<Reach> = {}, personId?: PersonId): Actor {
  const reach: Reach = { everywhere: false, organisations: new Set(), things: new Set(), ...where };
  return { personId, name: "Maja Ek", via: "session", reach: new Map(grants.map((grant) => [grant, reach])) };
}

/** Sentences that set the stage for planning: who holds circles, and what has been planned so far. */
export function givenRounds(ownerDb: Database) {
  const organiser = async (over: Over<"organisation"> = {}): Promise<OrganisationId> => {
    const id = newId<"organisation">();
    const values = { name: "FoU Länet", short_name: "FoU Länet", slug: `fou-${id}`, kinds: ["rdUnit"], ...over };
    await ownerDb
      .insertInto("organisation")
      .values({ id, ...values })
      .execute();
    return id;
  };

  const person = async (over: Over<"person"> = {}): Promise<PersonId> => {
    const id = newId<"person">();
    await ownerDb
      .insertInto("person")
      .values({ id, name: "Maja Ek", ...over })
      .execute();
    return id;
  };

  /** Somebody who manages the circles of an organisation. */
  const planner = async (organisationId: OrganisationId): Promise<Actor> =>
    actorWith(["circles:manage", "circles:read"], { organisations: new Set([organisationId]) }, await person());

  /** A draft that holds a title and nothing more. */
  const draft = async (
    organisationId: OrganisationId,
    over: Over<"round"> = {},
  ): Promise<{ id: RoundId; slug: string }> => {
    const programme = newId<"programme">();
    const id = newId<"round">();
    const slug = over.slug ?? `r-${id}`;
    await ownerDb
      .insertInto("programme")
      .values({
        id: programme,
        organisation_id: organisationId,
        kind: "researchCircle",
        slug: `p-${programme}`,
        name: "Samordning",
      })
      .execute();
    await ownerDb
      .insertInto("round")
      .values({
        id,
        programme_id: programme,
        organisation_id: organisationId,
        kind: "researchCircle",
        title: "Tidiga samordnade insatser",
        ...over,
        slug,
      })
      .execute();
    return { id, slug };
  };

  const session = async (roundId: RoundId, over: Over<"session"> = {}): Promise<SessionId> => {
    const id = newId<"session">();
    const taken = await ownerDb.selectFrom("session").where("round_id", "=", roundId).select("position").execute();
    await ownerDb
      .insertInto("session")
      .values({ id, round_id: roundId, position: taken.length, ...over })
      .execute();
    return id;
  };

  const contact = async (roundId: RoundId, over: Over<"round_contact"> = {}): Promise<void> => {
    const id = newId<"round_contact">();
    const values = { name: "Siv Alm", email: "siv.alm@example.se", ...over };
    await ownerDb
      .insertInto("round_contact")
      .values({ id, round_id: roundId, position: 0, ...values })
      .execute();
  };

  /** All that must be known to publish: the first to apply get twelve places, five Fridays from 1 October 2027. */
  const whole: Over<"round"> = {
    practice_problem: "Barn möts av många som inte möts.",
    purpose: "Att samordna tidigare.",
    goal: "Ett förslag per arbetsplats.",
    hard_capacity: 12,
    target_capacity: 10,
    capacity_approximate: true,
    hours: 70,
    cost: 0,
    allocation: "firstCome",
    deadline: day("2027-09-10"),
  };
  const fridays = ["2027-10-01", "2027-10-22", "2027-11-19", "2027-12-10", "2028-01-14"];

  /** A draft that lacks nothing. */
  const readyDraft = async (organisationId: OrganisationId, over: Over<"round"> = {}) => {
    const round = await draft(organisationId, { ...whole, ...over });
    for (const date of fridays)
      await session(round.id, { date: day(date), starts: time("09:00"), ends: time("13:00") });
    await contact(round.id);
    return round;
  };

  /** A round that has been published. */
  const published = (organisationId: OrganisationId, over: Over<"round"> = {}) =>
    readyDraft(organisationId, { state: "published", published_at: noon("2027-06-01")(), ...over });

  /** Somebody's application, in whatever state. */
  const registration = async (roundId: RoundId, over: Over<"registration"> = {}): Promise<Id<"registration">> => {
    const id = newId<"registration">();
    const known = await ownerDb.selectFrom("registration").where("round_id", "=", roundId).select("id").execute();
    const state = over.state ?? "placed";
    await ownerDb
      .insertInto("registration")
      .values({
        id,
        round_id: roundId,
        queue_no: known.length + 1,
        applied_at: noon("2027-06-02")(),
        state,
        confirm_by: noon("2027-06-04")(),
        confirmed_at: state === "unconfirmed" || state === "lapsed" ? null : noon("2027-06-02")(),
        person_id: await person({ name: `Deltagare ${known.length + 1}` }),
        name: `Deltagare ${known.length + 1}`,
        email: `deltagare${known.length + 1}@example.se`,
        workplace: "Familjeenheten",
        employer: "Mölndals stad",
        sector: "socialServices",
        profession: "Socialsekreterare",
        round_version: 1,
        state_since: noon("2027-06-02")(),
        ...over,
      })
      .execute();
    return id;
  };

  return { organiser, person, planner, draft, readyDraft, published, session, contact, registration };
}
