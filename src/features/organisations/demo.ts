import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Database } from "#platform/database/database.ts";
import { addRelation, createOrganisation, registerDomain } from "#features/organisations/commands.ts";
import { writeLook } from "#features/organisations/looks/commands.ts";
import { organisationWritten } from "#features/organisations/queries.ts";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { createAccount } from "#features/organisations/people/commands.ts";
import { mergeOrganisations } from "#features/organisations/succession/commands.ts";
import type { NewRole } from "#features/organisations/people/person.ts";
import { actorOf, personWithAddress } from "#features/organisations/people/queries.ts";

/** Somebody invented that one can sign in as. */
export type DemoLogIn = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly password: string;
};

export type OrganisationDemo = {
  /** The R&D unit that plans the circles. */
  readonly organisationId: OrganisationId;
  /** The development leader, acting by the same rules as everybody. */
  readonly planner: Actor;
  readonly leader: DemoLogIn;
  readonly participant: DemoLogIn;
  readonly administrator: DemoLogIn;
};

/** Demo content stands on invented people only; nothing is behind their password. */
const password = "cirkel-i-demo";

/**
 * An invented R&D unit with its support structure and people, among real municipalities: made by the same commands as
 * anything else. Loaded twice, it finds what it made the first time. Needs the reference data.
 */
export async function loadOrganisationDemo(db: Database, now: Clock): Promise<OrganisationDemo> {
  const known = await organisationWritten(db, "FoU Mälarbygden");
  const organisationId = known?.id ?? (await addOrganisations(db, now));
  const roleIn = (role: NewRole["role"], fte?: number): Partial<NewRole> => ({ role, organisationId, fte });
  const uppsala = await organisationNamed(db, "Uppsala kommun");
  const employed = { hostOrganisationId: uppsala };

  // Three leaders share 0.35 of a full-time post (R031).
  const leader = await person(db, now, "Maja Ek", { ...roleIn("developmentLeader", 0.15), ...employed });
  const participant = await person(db, now, "Noor Haddad", { role: "participant", organisationId: uppsala });
  const administrator = await person(db, now, "Alva Lind", { role: "administrator" });
  await person(db, now, "Ylva Sand", roleIn("developmentLeader", 0.1));
  await person(db, now, "Tor Hagman", { ...roleIn("developmentLeader", 0.1), ...employed });
  await person(db, now, "Siv Alm", roleIn("circleLeader"));
  await person(db, now, "Ove Frisk", roleIn("userRepresentative"));
  // She has decided on methods for a year.
  const validFrom = dateIn(now()).subtract({ years: 1 });
  await person(db, now, "Petra Nord", { role: "unitManager", organisationId: uppsala, validFrom });
  // Whom invitations are sent to.
  const enkoping = await organisationNamed(db, "Enköping");
  await person(db, now, "Lena Ström", { role: "municipalCoordinator", organisationId: enkoping });

  const acting = await actorOf(db, leader.id, dateIn(now()));
  if (!acting) throw new Error("The demo's development leader is gone");
  return { organisationId, planner: acting.actor, leader, participant, administrator };
}

/** Members of the invented structure: the municipalities and the region of one real county. */
const members = [
  "Enköping",
  "Heby",
  "Håbo",
  "Knivsta",
  "Tierp",
  "Uppsala",
  "Älvkarleby",
  "Östhammar",
  "Region Uppsala",
];

async function addOrganisations(db: Database, now: Clock): Promise<OrganisationId> {
  const memberIds = await Promise.all(members.map((member) => organisationNamed(db, member)));
  const structure = await createOrganisation(db, machineOwner, {
    kind: "regionalSupportStructure",
    name: "Mälarbygdens samverkan för kunskap",
    shortName: "Mälarbygdens samverkan",
  });
  const unit = await createOrganisation(db, machineOwner, {
    kind: "rdUnit",
    name: "FoU Mälarbygden",
  });
  const contactEmail = "fou.malarbygden@example.se";
  await writeLook(db, machineOwner, unit.id, { name: "FoU Mälarbygden", replyAddress: contactEmail, contactEmail });
  // It took over an older unit once: its page tells, and the old address leads on to it.
  const older = await createOrganisation(db, machineOwner, { kind: "rdUnit", name: "FoU Uppland" });
  await mergeOrganisations(db, machineOwner, now, {
    fromIds: [older.id],
    into: { organisationId: unit.id },
    day: Temporal.PlainDate.from("2020-01-01"),
    source: "Påhittat för demon",
  });
  const since = { validFrom: Temporal.PlainDate.from("2015-01-01"), source: "Påhittat för demon" };
  await addRelation(db, machineOwner, { fromId: unit.id, toId: structure.id, kind: "partOf", ...since });
  for (const fromId of memberIds)
    await addRelation(db, machineOwner, { fromId, toId: structure.id, kind: "memberOf", ...since });
  await registerDomain(db, machineOwner, await organisationNamed(db, "Uppsala kommun"), { domain: "example.se" });
  return unit.id;
}

async function organisationNamed(db: Database, written: string): Promise<OrganisationId> {
  const organisation = await organisationWritten(db, written);
  if (!organisation) throw new Error(`The demo needs ${written}: load the reference data first`);
  return organisation.id;
}

async function person(db: Database, now: Clock, name: string, role: Partial<NewRole>): Promise<DemoLogIn> {
  const email = `${name.toLowerCase().replace(" ", ".")}@example.se`;
  const known = await personWithAddress(db, email);
  const id = known?.id ?? (await createAccount(db, machineOwner, now, { name, email, ...role })).personId;
  return { id, name, email, password };
}
