import type { Insertable } from "kysely";
import { newId, type OrganisationId } from "../src/kernel/ids.ts";
import type { CandidateId, HarvestSourceId } from "../src/features/knowledge/filling/filling.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { noon } from "./given-rounds.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

const at = noon("2027-03-18")();

/** Sentences about what is brought in: archives, and what waits to be gone through. */
export function givenFillings(db: Database) {
  const source = async (
    organisation_id: OrganisationId,
    over: Over<"harvest_source"> = {},
  ): Promise<HarvestSourceId> => {
    const id = newId<"harvest_source">();
    const said = { name: "Arkivet", address: `https://arkiv.example.se/oai/${id}`, created_at: at };
    await db
      .insertInto("harvest_source")
      .values({ ...said, organisation_id, ...over, id })
      .execute();
    return id;
  };

  const candidate = async (
    organisation_id: OrganisationId,
    over: Over<"knowledge_candidate"> = {},
  ): Promise<CandidateId> => {
    const id = newId<"knowledge_candidate">();
    const said = { title: "Barns delaktighet", authors: ["Berg, Asta"], source: "FoU Länet", year: 2024 };
    await db
      .insertInto("knowledge_candidate")
      .values({ ...said, brought_at: at, organisation_id, ...over, id })
      .execute();
    return id;
  };

  return { source, candidate };
}
