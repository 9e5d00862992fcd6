import { z } from "zod";
import { Maybe, MaybeDay, MaybeLine, MaybeWords, Words } from "#kernel/answers.ts";
import { OrganisationId, PersonId } from "#kernel/ids.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { DecidedMatter, longest, ParkedMatter } from "#features/meetings/matter/matter-words.ts";

/** How many parts a commission may have. */
export const mostDeliverables = 20;

/** A part of what is commissioned; a row in which nothing stands is no part. */
const DeliverableRow = z.strictObject({ text: MaybeWords(500), dueOn: MaybeDay });

/**
 * What is commissioned, to whom and until when. It is given to one: a person who sits, an organisation, or somebody by
 * name. No day is an answer too, and is shown as a lack of one. (R212)
 */
const Commissioned = z
  .strictObject({
    outcome: Words(longest.outcome),
    ownerPerson: Maybe(PersonId),
    ownerOrganisation: Maybe(OrganisationId),
    ownerName: MaybeLine(200),
    dueOn: MaybeDay,
    deliverables: z
      .array(DeliverableRow)
      .max(mostDeliverables)
      .default([])
      .transform((rows) => rows.flatMap(({ text, dueOn }) => (text === null ? [] : [{ text, dueOn }]))),
  })
  .superRefine(({ ownerPerson, ownerOrganisation, ownerName }, context) => {
    const owners = [ownerPerson, ownerOrganisation, ownerName].filter((owner) => owner !== null);
    if (owners.length > 1)
      context.addIssue({ code: "custom", path: ["ownerName"], params: { code: "minutes.one_owner" } });
  });

/** The mark of what was said when somebody began: it is refused when something else has been said since. */
const mark = z
  .string()
  .max(32)
  .default("")
  .describe("The item's outcomeMark, as it was read; may be left out when nothing was said");

/** What came of an item: its kind, with the fields of that kind under it. */
export const ItemOutcome = z.discriminatedUnion("kind", [
  z.strictObject({
    mark,
    kind: z.literal(["information", "discussion", "continued"]),
    details: z.strictObject({}).optional(),
  }),
  z.strictObject({ mark, kind: z.literal("decision"), details: DecidedMatter }),
  z.strictObject({ mark, kind: z.literal("commission"), details: Commissioned }),
  z.strictObject({ mark, kind: z.literal("parked"), details: ParkedMatter }),
  z.strictObject({ mark, kind: z.literal("referred"), details: z.strictObject({ referTo: BodyId }) }),
]);
export type ItemOutcome = z.output<typeof ItemOutcome>;
