import { z } from "zod";
import { origins, priorities, sizes } from "#features/meetings/commission/commission-words.ts";
import type { CommissionFacts } from "#features/meetings/commission/queries.ts";
import { CommissionId, CommissionState, DeliverableId } from "#features/meetings/matter/matter.ts";

const Text = z.string().nullable();

/** A commission as a machine reads it. */
export const CommissionJson = z.object({
  id: CommissionId,
  title: z.string(),
  about: Text,
  state: CommissionState,
  since: z.string(),
  matter: Text,
  body: Text,
  requester: Text,
  origin: z.enum(origins),
  owner: Text,
  givenOn: Text,
  dueOn: Text.describe("Null: nobody has set a day"),
  size: z.enum(sizes).nullable(),
  fte: z.number().nullable(),
  priority: z.enum(priorities).nullable(),
  reason: Text,
  deliverables: z.array(
    z.object({
      id: DeliverableId,
      text: z.string(),
      dueOn: Text,
      state: z.enum(["waiting", "reported", "dropped"]),
      reportedOn: Text,
      report: Text,
    }),
  ),
});

const day = (date: Temporal.PlainDate | null) => date?.toString() ?? null;

export function commissionJson(commission: CommissionFacts): z.output<typeof CommissionJson> {
  const { id, title, about, state, since, matter, body, requester, origin, owner, size, fte } = commission;
  return {
    id,
    title,
    about,
    state,
    matter,
    body,
    requester,
    origin,
    owner,
    size,
    fte,
    priority: commission.priority,
    reason: commission.reason,
    since: since.toString(),
    givenOn: day(commission.givenOn),
    dueOn: day(commission.dueOn),
    deliverables: commission.deliverables.map((part) => ({
      ...part,
      dueOn: day(part.dueOn),
      reportedOn: day(part.reportedOn),
    })),
  };
}
