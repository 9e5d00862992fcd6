import type { RetentionKind } from "../src/features/privacy/retention.ts";
import type { OrganisationId } from "../src/kernel/ids.ts";
import type { TestDatabase } from "./database.ts";
import { given } from "./given.ts";
import { givenAppraisals } from "./given-appraisals.ts";
import type { Stage } from "./retention-stages-meetings.ts";

type Given = Pick<TestDatabase, "ownerDb"> & {
  readonly organiser: OrganisationId;
  readonly since: (days: number) => Temporal.Instant;
};

/** Of what `retentionStages` holds: what is kept where methods are weighed. */
export function appraisalStages({ ownerDb, organiser, since }: Given) {
  const { person } = given(ownerDb);
  const appraisals = givenAppraisals(ownerDb);
  return {
    appraisalWriter: async (days) => {
      const over = { state: "withdrawn" as const, created_at: since(days) };
      const { id } = await appraisals.appraisal(organiser, over, { authors: [await person()] });
      const kept = () => ownerDb.selectFrom("appraisal_author").where("appraisal_id", "=", id);
      return { left: async () => (await kept().selectAll().execute()).length };
    },
    perspectiveText: async (days) => {
      const over = { state: "withdrawn" as const, created_at: since(days) };
      const { id } = await appraisals.appraisal(organiser, over);
      const link = await appraisals.perspective(id, { text: "Det blir kvällar." });
      const kept = () => ownerDb.selectFrom("perspective").where("link_id", "=", link).where("text", "!=", "–");
      return { left: async () => (await kept().selectAll().execute()).length };
    },
  } satisfies Partial<Record<RetentionKind, (days: number) => Promise<Stage>>>;
}
