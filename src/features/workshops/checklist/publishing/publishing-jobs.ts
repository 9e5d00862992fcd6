import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { job } from "#platform/jobs/job.ts";
import { ChecklistVersionId } from "#features/workshops/checklist/checklist.ts";

/** Tells one of those who sit in the bodies that made a checklist that a version of it is published. */
export const checklistPublishedMailJob = job(
  "workshops.checklist_published_mail",
  z.strictObject({ versionId: ChecklistVersionId, personId: PersonId }),
);
