import { eraseVisitors } from "#features/circles/attendance/retention/commands.ts";
import { eraseNoteWriters } from "#features/circles/notes/retention/commands.ts";
import { eraseExtras } from "#features/circles/registration/extras/commands.ts";
import { eraseContacts, eraseMailings } from "#features/circles/reaching/retention/commands.ts";
import {
  eraseApplicationFiles,
  eraseRegistrations,
  eraseUnconfirmed,
} from "#features/circles/registration/retention/commands.ts";
import { eraseSentFiles } from "#features/organisations/imports/retention/commands.ts";
import { forgetMerges } from "#features/organisations/people/merging/commands.ts";
import { erasePeople } from "#features/organisations/people/retention/commands.ts";
import { retention, type RetentionKind, retentionKinds } from "#features/privacy/retention.ts";
import { eraseExpiredSignIns } from "#features/sign-in/expired/commands.ts";
import { eraseReporterAddresses, eraseReports } from "#features/site/accessibility/commands.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import { dueAt, eraseDue, type Eraser } from "#platform/erasures/erasures.ts";
import { auditPayloads, mailBodies, mailedLinks, mails, repeatedCalls } from "#platform/erasures/platform-erasures.ts";
import { every, type JobHandler } from "#platform/jobs/worker.ts";
import type { Log } from "#platform/web/log.ts";

/** What erases each kind of data when its days are over. How many days they are stands in `retention` and nowhere else. */
const erasers: Readonly<Record<RetentionKind, Eraser>> = {
  registrationExtra: eraseExtras,
  unconfirmedRegistration: eraseUnconfirmed,
  registration: async (tx, time) => (await eraseRegistrations(tx, time)) + (await eraseVisitors(tx, time)),
  noteWriter: eraseNoteWriters,
  mailing: eraseMailings,
  contactPerson: eraseContacts,
  sentFile: async (tx, time) => (await eraseApplicationFiles(tx, time)) + (await eraseSentFiles(tx, time)),
  personMerge: forgetMerges,
  person: erasePeople,
  signIn: eraseExpiredSignIns,
  mailedLink: mailedLinks.erase,
  mailBody: mailBodies.erase,
  mail: mails.erase,
  auditPayload: auditPayloads.erase,
  repeatedCall: repeatedCalls.erase,
  reporterAddress: eraseReporterAddresses,
  accessibilityReport: eraseReports,
};

/** Everything that is erased by itself, in the order it is done: what refers to people before the people. */
export const dueDeletions: readonly { readonly kind: RetentionKind; readonly erase: Eraser }[] = retentionKinds.map(
  (kind) => ({ kind, erase: erasers[kind] }),
);

export type Erased = { readonly kind: RetentionKind; readonly erased: number };

/**
 * Erases everything whose time is up, each kind in a change of its own, and gives how much it was. Done every night and
 * after a backup was restored. One kind that cannot be erased does not stop the others; then it is told at the end.
 */
export async function eraseWhatIsDue(db: Database, now: Clock, log?: Log): Promise<readonly Erased[]> {
  const done: Erased[] = [];
  const failed: unknown[] = [];
  for (const { kind, erase } of dueDeletions) {
    try {
      done.push({ kind, erased: await eraseDue(db, kind, dueAt(now(), retention[kind].days), erase) });
    } catch (error) {
      log?.error({ kind, error: { name: (error as Error).name, message: (error as Error).message } }, "not erased");
      failed.push(error);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} kinds of data could not be erased`);
  return done;
}

/** The night's work: what is due is erased. */
export const eraseDueHandler: JobHandler = every("privacy.erase_due", "30 3 * * *", async ({ db, now, log }) => {
  await eraseWhatIsDue(db, now, log);
});
