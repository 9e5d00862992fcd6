import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type FailedJob, failedJobs, retryJob } from "#platform/jobs/failed-jobs.ts";
import { pages } from "#platform/web/pages.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { OperationsHeading } from "#features/operations/parts/operations-heading.tsx";

const JobId = z.uuid();

/** The work in the background that was given up, with why, and a way to have it tried again. */
export const workPages = pages("signedIn")
  .get("/drift/arbete", async (c) => {
    const { t, db, actor, now } = c.var;
    const jobs = await failedJobs(db, actor);
    const today = dateIn(now());
    const columns: Column<FailedJob>[] = [
      { label: t("operations.work.name"), head: true, cell: ({ name }) => <code>{name}</code> },
      { label: t("operations.work.problem"), cell: ({ problem }) => problem },
      {
        label: t("operations.work.payload"),
        cell: ({ payload }) => <code class="breakable">{JSON.stringify(payload)}</code>,
      },
      { label: t("operations.work.attempts"), numeric: true, cell: ({ attempts }) => attempts },
      {
        label: t("operations.work.failed_at"),
        cell: ({ failedAt }) => sayMoment(t.language, failedAt, { today, weekday: false }),
      },
      {
        label: t("operations.work.do"),
        labelHidden: true,
        cell: ({ id, name }) => (
          <Form t={t} action={`/drift/arbete/${id}/forsok-igen`} tight>
            <Button quiet small label={t("operations.work.again_label", { name })}>
              {t("operations.work.again")}
            </Button>
          </Form>
        ),
      },
    ];
    return c.render(
      <>
        <OperationsHeading t={t} heading={t("operations.work.title")} lead={t("operations.work.lead")} />
        {c.req.query("klart") ? <Notice t={t} tone="done" heading={t("operations.work.again_done")} /> : null}
        {jobs.length > 0 ? (
          <Table caption={t("operations.work.caption", { count: jobs.length })} rows={jobs} columns={columns} />
        ) : (
          <EmptyState heading={t("operations.work.empty")}>{t("operations.work.empty_text")}</EmptyState>
        )}
      </>,
      { title: t("operations.work.title"), current: "/drift" },
    );
  })
  .post("/drift/arbete/:id/forsok-igen", async (c) => {
    const id = JobId.safeParse(c.req.param("id"));
    if (!id.success) throw new Refusal("not_found", "platform.job.unknown");
    await retryJob(c.var.db, c.var.actor, id.data);
    return c.redirect("/drift/arbete?klart=igen", 303);
  });
