import { newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { noon } from "./given-rounds.ts";
import { givenWorkshops } from "./given-workshops.ts";

type Who = PersonId | null;

const at = noon("2027-03-18")();

/** Rows of workshops and checklists that name a person, keyed by the column that names them. */
export function givenWorkshopRowsAbout(ownerDb: Database) {
  const workshops = givenWorkshops(ownerDb);
  type On = { readonly unit: OrganisationId };

  const put: Record<string, (on: On, person: Who) => Promise<void>> = {
    "workshop_leader.person_id": async ({ unit }, person) => {
      if (person) await workshops.leader((await workshops.workshop(unit)).id, person);
    },
    "checklist_version.published_by": async ({ unit }, published_by) => {
      const id = newId<"checklist">();
      const said = { slug: `c-${id}`, title: "Inför införande", created_at: at };
      await ownerDb
        .insertInto("checklist")
        .values({ id, organisation_id: unit, ...said })
        .execute();
      const version = { id: newId<"checklist_version">(), checklist_id: id, version_no: 1 };
      await ownerDb
        .insertInto("checklist_version")
        .values({ ...version, published_at: at, published_by })
        .execute();
    },
  };
  return put;
}
