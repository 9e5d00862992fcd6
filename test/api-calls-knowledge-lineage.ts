import { newId } from "../src/kernel/ids.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";
import { givenKnowledge } from "./given-knowledge.ts";
import { givenReading } from "./given-reading.ts";
import { monday } from "./given-registrations.ts";

const item = ({ ownerDb, unit }: ApiStage, over: object = {}) => givenKnowledge(ownerDb).item(unit, over);

/** Two items, one resting on the other. */
async function tied(stage: ApiStage, over: object = {}) {
  const [under, other] = [await item(stage, over), await item(stage)];
  const tieId = newId<"knowledge_lineage">();
  await stage.ownerDb
    .insertInto("knowledge_lineage")
    .values({
      id: tieId,
      item_id: under.id,
      way: "restsOn",
      other_item_id: other.id,
      seen_version_no: 1,
      created_at: monday(),
    })
    .execute();
  return { under, tieId };
}

const retired = { retired_at: monday(), retired_reason: "Ny lag" };

/** A list with two items in it. */
async function list(stage: ApiStage, over: object = {}) {
  const items = [await item(stage), await item(stage)];
  const made = await givenReading(stage.ownerDb).list(
    stage.unit,
    items.map(({ id }) => id),
    over,
  );
  return { ...made, params: { slug: made.slug } };
}

/** One call that succeeds for every operation about what rests on knowledge, and about lists to read. */
export const knowledgeLineageCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readLineage: async (stage) => ({ params: { slug: (await tied(stage)).under.slug } }),
  tieKnowledge: async (stage) => ({
    params: { slug: (await item(stage)).slug },
    body: { side: "over", kind: "item", id: (await item(stage)).id, note: "Grunden" },
  }),
  untieKnowledge: async (stage) => ({ params: { tieId: (await tied(stage)).tieId } }),
  listFreshnessDebt: async (stage) => {
    await tied(stage, retired);
    return {};
  },
  sayRestingStands: async (stage) => ({
    params: { restId: (await tied(stage, retired)).tieId },
    body: { versionNo: 1, why: "retired" },
  }),

  listReadingLists: async (stage) => {
    await list(stage);
    return {};
  },
  createReadingList: async ({ unit }) => ({ body: { organisationId: unit, title: "Läs först", purpose: "En timme" } }),
  readReadingList: async (stage) => ({ params: (await list(stage)).params }),
  changeReadingList: async (stage) => ({
    params: (await list(stage)).params,
    body: { title: "Läs sedan", purpose: null, roundId: null, version: 1 },
  }),
  addToReadingList: async (stage) => ({
    params: (await list(stage)).params,
    body: { item: (await item(stage)).slug, note: "Börja här" },
  }),
  stepInReadingList: async (stage) => {
    const { params, rows } = await list(stage);
    return { params, body: { id: rows[1], step: "up" } };
  },
  noteInReadingList: async (stage) => {
    const { slug, rows } = await list(stage);
    return { params: { slug, rowId: rows[0] ?? "" }, body: { note: "Börja här" } };
  },
  publishReadingList: async (stage) => ({ params: (await list(stage, { published_at: null })).params }),
  retireReadingList: async (stage) => ({ params: (await list(stage)).params }),
  restoreReadingList: async (stage) => ({ params: (await list(stage, { retired_at: monday() })).params }),
};
