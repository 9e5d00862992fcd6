import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { ItemId } from "#features/knowledge/item/item.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells those who keep what rests on an item that it is retired, or says something new. */
export const restingMailJob = job(
  "knowledge.resting_mail",
  z.strictObject({
    itemId: ItemId,
    what: z.enum(["retired", "changed"]),
    /** Which time it is: the number of the version, or of the row when it was retired. */
    time: z.int(),
    /** Who did it, and knows already. */
    byId: PersonId.nullable(),
  }),
);
