import { eraseVisitors } from "#features/circles/attendance/retention/commands.ts";
import { eraseNoteWriters } from "#features/circles/notes/retention/commands.ts";
import { erasePostalAddresses } from "#features/circles/postal-dispatch/retention/commands.ts";
import { countAnswers } from "#features/circles/questionnaire/retention/commands.ts";
import { eraseExtras } from "#features/circles/registration/extras/commands.ts";
import { eraseContacts, eraseMailings } from "#features/circles/reaching/retention/commands.ts";
import {
  eraseApplicationFiles,
  eraseRegistrations,
  eraseUnconfirmed,
} from "#features/circles/registration/retention/commands.ts";
import {
  eraseAttendance,
  eraseCommissionContacts,
  eraseMinutesReceivers,
  eraseMinutesWriters,
  erasePasted,
} from "#features/meetings/retention/commands.ts";
import { eraseSentFiles } from "#features/organisations/imports/retention/commands.ts";
import { forgetMerges } from "#features/organisations/people/merging/commands.ts";
import { erasePeople } from "#features/organisations/people/retention/commands.ts";
import { decisionsInForce, dueFor, waitingForDecisions } from "#features/privacy/decisions/queries.ts";
import {
  type DecidedKind,
  isDecided,
  type KindByItself,
  retention,
  type RetentionKind,
  retentionKinds,
} from "#features/privacy/retention.ts";
import { eraseExpiredSignIns } from "#features/sign-in/expired/commands.ts";
import { eraseReporterAddresses, eraseReports } from "#features/site/accessibility/commands.ts";
import { eraseAppraisalWriters, erasePerspectiveTexts } from "#features/appraisals/retention/commands.ts";
import { eraseSavedSearches } from "#features/knowledge/search/saved/commands.ts";
import { eraseFeedback, eraseKnowledgeWriters } from "#features/knowledge/retention/commands.ts";
import { eraseQuestionPeople } from "#features/knowledge/question/retention/commands.ts";
import { eraseDevices, eraseLeaders } from "#features/workshops/retention/commands.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import { dueAt, eraseDue, type Eraser, type OrganisationDueTime } from "#platform/erasures/erasures.ts";
import { auditPayloads, mailBodies, mailedLinks, mails, repeatedCalls } from "#platform/erasures/platform-erasures.ts";
import { every, type JobHandler } from "#platform/jobs/worker.ts";
import type { Log } from "#platform/web/log.ts";

/** What erases each kind of data that goes by itself. How many days it is kept stands in `retention` and nowhere else. */
const erasers: Readonly<Record<KindByItself, Eraser>> = {
  registrationExtra: eraseExtras,
  postalAddress: erasePostalAddresses,
  questionnaireAnswer: countAnswers,
  sentFile: async (tx, time) => (await eraseApplicationFiles(tx, time)) + (await eraseSentFiles(tx, time)),
  pastedMinutes: erasePasted,
  workshopDevice: eraseDevices,
  knowledgeFeedback: eraseFeedback,
  savedSearch: eraseSavedSearches,
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

/** What erases each kind that an organisation decides about, when its decision says so. */
const decidedErasers: Readonly<Record<DecidedKind, Eraser<OrganisationDueTime>>> = {
  unconfirmedRegistration: eraseUnconfirmed,
  registration: async (tx, time) => (await eraseRegistrations(tx, time)) + (await eraseVisitors(tx, time)),
  noteWriter: eraseNoteWriters,
  meetingAttendance: eraseAttendance,
  minutesWriter: eraseMinutesWriters,
  minutesReceiver: eraseMinutesReceivers,
  commissionContact: eraseCommissionContacts,
  workshopLeader: eraseLeaders,
  appraisalWriter: eraseAppraisalWriters,
  perspectiveText: erasePerspectiveTexts,
  knowledgeWriter: eraseKnowledgeWriters,
  questionPeople: eraseQuestionPeople,
  mailing: eraseMailings,
  contactPerson: eraseContacts,
};

export type Erased = { readonly kind: RetentionKind; readonly erased: number };

/** One kind, once; for what organisations decide about, once for each decision. */
type Work = { readonly kind: RetentionKind; readonly erase: () => Promise<number> };

/**
 * Erases everything whose time is up, each kind in a change of its own, and gives how much it was. Done every night and
 * after a backup was restored. One kind that cannot be erased does not stop the others; then it is told at the end.
 *
 * What an organisation has not decided about stays. That it would go is counted and told, and nothing else is done.
 */
export async function eraseWhatIsDue(db: Database, now: Clock, log?: Log): Promise<readonly Erased[]> {
  const done: Erased[] = [];
  const failed: unknown[] = [];
  for (const { kind, erase } of await workDue(db, now)) {
    try {
      done.push({ kind, erased: await erase() });
    } catch (error) {
      log?.error({ kind, error: { name: (error as Error).name, message: (error as Error).message } }, "not erased");
      failed.push(error);
    }
  }
  for (const waiting of await waitingForDecisions(db, now())) log?.info(waiting, "not erased: nothing is decided");
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} kinds of data could not be erased`);
  return done;
}

/** What is to be done tonight, in its order: what refers to people before the people. */
async function workDue(db: Database, now: Clock): Promise<readonly Work[]> {
  const decisions = await decisionsInForce(db);
  return retentionKinds.flatMap((kind): Work[] => {
    if (!isDecided(kind)) {
      const erase = () => eraseDue(db, kind, dueAt(now(), retention[kind].days), erasers[kind]);
      return [{ kind, erase }];
    }
    return decisions.flatMap(({ id, organisationId, kept, number, ...decision }) => {
      if (decision.kind !== kind || !kept) return [];
      const of = { organisationId, decision: { decision: id, number } };
      return [{ kind, erase: () => eraseDue(db, kind, dueFor(organisationId, kept, now()), decidedErasers[kind], of) }];
    });
  });
}

/** The night's work: what is due is erased. */
export const eraseDueHandler: JobHandler = every("privacy.erase_due", "30 3 * * *", async ({ db, now, log }) => {
  await eraseWhatIsDue(db, now, log);
});
