import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Database } from "#platform/database/database.ts";
import { organisationWritten } from "#features/organisations/queries.ts";
import { addBody, writeCharter } from "#features/meetings/body/commands.ts";
import type { BodyId, SeatKind } from "#features/meetings/body/body.ts";
import { Charter, NewBody } from "#features/meetings/body/charter.ts";
import { addMembers } from "#features/meetings/body/members/commands.ts";
import { NewMembers } from "#features/meetings/body/members/member.ts";
import { addSeat, seatPerson } from "#features/meetings/body/seats/commands.ts";
import { NewHolding, NewSeat } from "#features/meetings/body/seats/seat.ts";

/** What the demo of networks stands on. */
export type BodyGround = {
  /** The R&D unit that keeps the bodies. */
  readonly organisationId: OrganisationId;
  /** The development leader, who keeps them by the same rules as everybody. */
  readonly planner: Actor;
  readonly leader: { readonly id: PersonId; readonly name: string; readonly email: string };
  readonly participant: { readonly id: PersonId; readonly name: string; readonly email: string };
};

/** A body of the demo, for what is built on it. */
export type DemoBody = { readonly id: BodyId; readonly slug: string };

export type BodyDemo = { readonly families: DemoBody; readonly disability: DemoBody; readonly heads: DemoBody };

type DemoSeat = {
  readonly kind?: SeatKind;
  readonly function: string;
  /** Whom the seat speaks for, as it is written. */
  readonly for?: string;
  /** Nobody: the seat is empty. */
  readonly who?: { readonly name: string; readonly email?: string };
  readonly substitute?: string;
};

type Planned = { readonly body: object; readonly tasks: readonly object[]; readonly seats: readonly DemoSeat[] };

/**
 * Two networks with two people in both, a service-user representative who has not agreed to be named and an empty seat,
 * and the network of heads, which may decide when half of its municipalities are there. Made by the same commands as
 * real ones.
 */
export async function loadBodyDemo(db: Database, ground: BodyGround, now: Clock): Promise<BodyDemo> {
  const { leader, participant } = ground;
  return {
    families: await load(db, ground, now, familiesNetwork(leader, participant)),
    disability: await load(db, ground, now, disabilityNetwork(leader)),
    heads: await load(db, ground, now, headsNetwork(leader)),
  };
}

async function load(
  db: Database,
  { planner, organisationId }: BodyGround,
  now: Clock,
  { body, tasks, seats }: Planned,
): Promise<DemoBody> {
  const since = dateIn(now()).subtract({ years: 1 }).with({ month: 1, day: 1 }).toString();
  const made = await addBody(db, planner, now, NewBody.parse({ ...body, organisationId }));
  await writeCharter(db, planner, now, made.id, Charter.parse({ version: 1, tasks }));
  const organisationIds = await Promise.all(municipalities.map((written) => organisationNamed(db, written)));
  const membership = { organisationIds, validFrom: since, source: "Påhittat för demon" };
  await addMembers(db, planner, now, made.id, NewMembers.parse(membership));
  for (const { kind = "member", function: called, for: speaksFor, who, substitute } of seats) {
    const seatOrganisation = speaksFor ? await organisationNamed(db, speaksFor) : null;
    const said = NewSeat.parse({ kind, function: called, organisationId: seatOrganisation });
    const { ids } = await addSeat(db, planner, now, made.id, said);
    const [seatId] = ids;
    if (!seatId) throw new Error("A seat that was added is not there");
    const sits = async (name: string, email = addressOf(name), isSubstitute = false) =>
      seatPerson(db, planner, now, seatId, NewHolding.parse({ name, email, isSubstitute, validFrom: since }));
    if (who) await sits(who.name, who.email);
    if (substitute) await sits(substitute, undefined, true);
  }
  return made;
}

/** The members of the networks: the municipalities of the invented structure, some of which rarely come. */
const municipalities = ["Enköping", "Heby", "Håbo", "Knivsta", "Tierp", "Uppsala", "Älvkarleby", "Östhammar"];

type Known = { readonly name: string; readonly email: string };

const familiesNetwork = (leader: Known, participant: Known): Planned => ({
  body: {
    kind: "network",
    name: "Nätverket för individ- och familjeomsorg",
    purpose: "Verksamhetsutvecklare i länet lär av varandra och tar hand om frågor som ingen kommun löser ensam.",
    substituteRule: "Den som inte kan komma skickar en kollega från samma kommun och säger till sekreteraren.",
  },
  tasks: [
    {
      text: "Hålla ihop det gemensamma arbetet med kunskapsutveckling",
      goal: "Kunskap som delas (avsiktsförklaringen, punkt 1)",
    },
    {
      text: "Samla kommunernas behov och lämna dem vidare",
      goal: "Behov som blir besvarade (avsiktsförklaringen, punkt 2)",
    },
    { text: "Sprida det som cirklarna kommer fram till, och …?", isOpen: true },
  ],
  seats: [
    { kind: "chair", function: "Ordförande", for: "Uppsala", who: { name: "Karin Borg" } },
    { kind: "secretary", function: "Utvecklingsledare, sekreterare", who: leader },
    {
      function: "Verksamhetsutvecklare",
      for: "Enköping",
      who: { name: "Jonas Wik" },
      substitute: "Elin Strand",
    },
    { function: "Verksamhetsutvecklare", for: "Håbo", who: { name: "Fatima Rahimi" } },
    {
      function: "Verksamhetsutvecklare",
      for: "Tierp",
      who: { name: "Gunnar Ö. Lilja", email: "gunnar.lilja@example.se" },
    },
    { function: "Socialsekreterare", for: "Uppsala", who: participant },
    { function: "Verksamhetsutvecklare", for: "Östhammar", who: { name: "Anna-Karin Dahl" } },
    { function: "Någon från folkhälsan", for: "Region Uppsala" },
    { kind: "userRepresentative", function: "Brukarrepresentant, föräldrar", who: { name: "Mona Sjö" } },
    { kind: "userRepresentative", function: "Brukarrepresentant, unga vuxna" },
  ],
});

const disabilityNetwork = (leader: Known): Planned => ({
  body: {
    kind: "network",
    name: "Nätverket för funktionsstöd",
    purpose: "Utvecklare inom funktionsstöd i länet prövar arbetssätt tillsammans och följer upp dem.",
  },
  tasks: [
    { text: "Pröva arbetssätt i flera kommuner samtidigt" },
    { text: "Följa upp hur det går, och …?", isOpen: true },
  ],
  seats: [
    { kind: "chair", function: "Ordförande", for: "Knivsta", who: { name: "Peter Holm" } },
    { kind: "secretary", function: "Utvecklingsledare, sekreterare", who: leader },
    { function: "Verksamhetsutvecklare", for: "Håbo", who: { name: "Fatima Rahimi" } },
    { function: "Enhetschef", for: "Uppsala", who: { name: "Zlatan Begić", email: "zlatan.begic@example.se" } },
    { function: "Verksamhetsutvecklare", for: "Älvkarleby", who: { name: "Maj-Britt Öhman" } },
    { function: "Verksamhetsutvecklare", for: "Heby" },
    { kind: "adjoined", function: "Habiliteringen", for: "Region Uppsala", who: { name: "Leyla Aydin" } },
  ],
});

const headsNetwork = (leader: Known): Planned => ({
  body: {
    kind: "headsNetwork",
    name: "Socialchefsnätverket",
    purpose: "Länets socialchefer beslutar om det gemensamma stödet och vilka frågor som går vidare.",
    mandate: "Gemensamma satsningar och avgifter inom beslutad budget, enligt samverkansavtalet.",
    quorumOf: "municipalities",
    quorumPercent: 50,
    substituteRule: "Varje kommun utser en ersättare, som har rätt att besluta när socialchefen är borta.",
    isAdjusted: "yes",
    hasDiary: "yes",
  },
  tasks: [{ text: "Besluta om gemensamma satsningar" }, { text: "Prioritera behov uppåt" }],
  seats: [
    { kind: "chair", function: "Socialchef, ordförande", for: "Uppsala", who: { name: "Birgitta Falk" } },
    { kind: "secretary", function: "Utvecklingsledare, sekreterare", who: leader },
    {
      function: "Socialchef",
      for: "Enköping",
      who: { name: "Rolf Ek", email: "rolf.ek@example.se" },
      substitute: "Tove Hagel",
    },
    { function: "Socialchef", for: "Heby", who: { name: "Ingela Ros" } },
    { function: "Socialchef", for: "Håbo", who: { name: "Samir Khoury" } },
    { function: "Socialchef", for: "Knivsta", who: { name: "Margareta Lund" } },
    { function: "Socialchef", for: "Tierp", who: { name: "Bengt Åhs" } },
    { function: "Socialchef", for: "Älvkarleby" },
    { function: "Socialchef", for: "Östhammar", who: { name: "Helena Skog" } },
  ],
});

const letters: Readonly<Record<string, string>> = { å: "a", ä: "a", ö: "o" };

function addressOf(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[åäö]/gu, (letter) => letters[letter] ?? letter);
  return `${plain.replaceAll(" ", ".")}@example.se`;
}

async function organisationNamed(db: Database, written: string): Promise<OrganisationId> {
  const organisation = await organisationWritten(db, written);
  if (!organisation) throw new Error(`The demo needs ${written}: load the reference data first`);
  return organisation.id;
}
