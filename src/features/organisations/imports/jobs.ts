import { clockwork } from "#kernel/actor.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import { every } from "#platform/jobs/worker.ts";

/** Erases the files that were sent to be looked through, when their days are over. */
export const eraseSentFiles = every("organisations.erase_sent_files", "40 * * * *", async ({ db, now }) => {
  await change(db, clockwork, async (tx) => {
    const erased = await tx
      .deleteFrom("organisation_import")
      .where("delete_after", "<=", now())
      .returning(["id"])
      .execute();
    for (const { id } of erased) await record(tx, { by: clockwork, what: "organisations.import_erased", about: id });
  });
});

export const importJobs = [eraseSentFiles];
