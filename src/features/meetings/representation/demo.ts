import type { Clock } from "#kernel/clock.ts";
import { dateIn } from "#kernel/clock.ts";
import { type Actor, nobody } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Database } from "#platform/database/database.ts";
import { organisationWritten } from "#features/organisations/queries.ts";
import type { BodyDemo } from "#features/meetings/body/demo.ts";
import { addRepresentation, reportBack } from "#features/meetings/representation/commands.ts";
import { NewRepresentation, Report } from "#features/meetings/representation/representation.ts";

type Ground = {
  readonly organisationId: OrganisationId;
  readonly planner: Actor;
  readonly leader: { readonly id: PersonId; readonly name: string; readonly email: string };
};

/** Two in the register: the development leader in an invented national group, who has told at home, and one who never has. */
export async function loadRepresentationDemo(
  db: Database,
  { organisationId, planner, leader }: Ground,
  { heads }: BodyDemo,
  now: Clock,
): Promise<void> {
  const uppsala = await organisationWritten(db, "Uppsala kommun");
  if (!uppsala) throw new Error("The demo needs Uppsala kommun: load the reference data first");
  const validFrom = dateIn(now()).subtract({ months: 10 }).toString();
  const kept = { keptBy: organisationId, validFrom };
  const national = NewRepresentation.parse({
    ...kept,
    name: leader.name,
    email: leader.email,
    organisationId,
    place: "Nationella nätverket för lokala behov",
    level: "national",
    mandate: "Lämnar länets behov och tar med sig svaren hem. Binder ingen kommun.",
  });
  const { id } = await addRepresentation(db, planner, now, national);
  const regional = NewRepresentation.parse({
    ...kept,
    name: "Birgitta Falk",
    email: "birgitta.falk@example.se",
    organisationId: uppsala.id,
    bodyId: heads.id,
    level: "regional",
  });
  await addRepresentation(db, planner, now, regional);
  const teller: Actor = { ...nobody, personId: leader.id, name: leader.name, via: "session" };
  const told = Report.parse({
    day: dateIn(now()).subtract({ days: 40 }).toString(),
    text: "Området för årets behov är valt: samordning runt barn.\n\nHemma betyder det att vi samlar behov i båda nätverken före sommaren.",
  });
  await reportBack(db, teller, now, id, told);
}
