import { z } from "zod";
import { job } from "#platform/jobs/job.ts";
import { ReportId } from "#features/site/accessibility/accessibility-report.ts";

/** Mails the answer to whoever reported, if they left an address. */
export const reportAnswerJob = job("site.report_answer", z.object({ reportId: ReportId }));
