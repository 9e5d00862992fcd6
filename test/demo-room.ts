import type { OrganisationId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { givenWorkshops } from "./given-workshops.ts";

/** An open room of the demo's organisation, in which a question is asked. */
export async function demoRoom(ownerDb: Database, organisationId: OrganisationId) {
  const workshops = givenWorkshops(ownerDb);
  const room = await workshops.workshop(organisationId, { slug: "rummet-ar-oppet", state: "open", device: "person" });
  await workshops.group(room.id, "Bord 1");
  const question = await workshops.question(room.id, "open", "Vad behöver vi veta innan vi inför något nytt?");
  await workshops.round(room.id, question.id);
  return room;
}
