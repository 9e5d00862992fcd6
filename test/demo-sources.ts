import type { OrganisationId, PersonId } from "../src/kernel/ids.ts";
import { givenAppraisals } from "./given-appraisals.ts";
import { givenSources } from "./given-sources.ts";
import type { testWeb } from "./web.ts";

type Web = Pick<Awaited<ReturnType<typeof testWeb>>, "ownerDb">;

/** What stands on the addresses of an appraisal's sources: something under each, of an appraisal that somebody writes. */
export async function demoSources({ ownerDb }: Web, unit: OrganisationId, authors: readonly PersonId[]) {
  const { id, slug } = await givenAppraisals(ownerDb).appraisal(
    unit,
    { title: "Familjeråd", question: "Ska vi börja med familjeråd?" },
    { authors },
  );
  const sources = givenSources(ownerDb);
  await sources.found(id, "research", { summary: "Färre placeringar, men små studier.", speaks: "for" });
  await sources.found(id, "profession", { summary: "Fyra kommuner är nöjda.", speaks: "against" });
  await sources.notFound(id, "serviceUsers");
  await sources.criterion(id, "shared", 2);
  await sources.reference(id, "research");
  const outcome = await sources.outcome(id);
  const consultation = await sources.consultation(id, { missing: "Tonåringar" });
  return { id, slug, outcome, consultation };
}
