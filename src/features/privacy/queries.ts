import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { countDue, type DueRows, dueAt, erasedSince } from "#platform/erasures/erasures.ts";
import { auditPayloads, mailBodies, mailedLinks, mails, repeatedCalls } from "#platform/erasures/platform-erasures.ts";
import { postalAddressesDue } from "#features/circles/postal-dispatch/retention/queries.ts";
import { extrasDue } from "#features/circles/registration/extras/queries.ts";
import { applicationFilesDue } from "#features/circles/registration/retention/queries.ts";
import { answersDue } from "#features/circles/questionnaire/retention/queries.ts";
import { feedbackDue } from "#features/knowledge/retention/queries.ts";
import { savedSearchesDue } from "#features/knowledge/search/saved/queries.ts";
import { devicesDue } from "#features/workshops/retention/queries.ts";
import { pastedDue } from "#features/meetings/retention/queries.ts";
import { sentFilesDue } from "#features/organisations/imports/retention/queries.ts";
import { mergesDue } from "#features/organisations/people/merging/queries.ts";
import { peopleDue } from "#features/organisations/people/retention/queries.ts";
import { maySeeRetention } from "#features/privacy/decisions/retention-decision-policy.ts";
import { maySeeErasures } from "#features/privacy/privacy-policy.ts";
import { decidedBy, decisionsInForce, organisationsHolding } from "#features/privacy/decisions/queries.ts";
import { isDecided, type KindByItself, retention, retentionKinds } from "#features/privacy/retention.ts";
import { expiredSignIns } from "#features/sign-in/expired/queries.ts";
import { reporterAddressesDue, reportsDue } from "#features/site/accessibility/queries.ts";

/** What is due of each kind that goes by itself: the same question as its command asks. */
const dueRows: Readonly<Record<KindByItself, DueRows>> = {
  registrationExtra: extrasDue,
  postalAddress: postalAddressesDue,
  questionnaireAnswer: answersDue,
  sentFile: (time) => sql`${applicationFilesDue(time)} union all ${sentFilesDue(time)}`,
  pastedMinutes: pastedDue,
  workshopDevice: devicesDue,
  knowledgeFeedback: feedbackDue,
  savedSearch: savedSearchesDue,
  personMerge: mergesDue,
  person: peopleDue,
  signIn: expiredSignIns,
  mailedLink: mailedLinks.due,
  mailBody: mailBodies.due,
  mail: mails.due,
  auditPayload: auditPayloads.due,
  repeatedCall: repeatedCalls.due,
  reporterAddress: reporterAddressesDue,
  accessibilityReport: reportsDue,
};

/** How far ahead the page looks. */
const daysAhead = 30;
const atATime = 60;

/** What has been erased by itself during the last year and what comes next, in counts alone. */
export async function erasuresPage(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!maySeeErasures(actor)) throw new Refusal("forbidden", "privacy.erasures.not_yours");
  const soon = now.add({ hours: 24 * daysAhead });
  const erased = await erasedSince(db, dateIn(now).subtract({ years: 1 }));
  const done = Map.groupBy(erased, ({ kind }) => kind);
  const decisions = await decisionsInForce(db);
  const kinds = [];
  for (const kind of retentionKinds) {
    const own = done.get(kind) ?? [];
    kinds.push({
      kind,
      ...retention[kind],
      erased: own.reduce((sum, each) => sum + each.erased, 0),
      last: own.find((each) => each.erased > 0)?.day,
      coming: isDecided(kind)
        ? await decidedBy(db, kind, decisions, soon)
        : await countDue(db, dueRows[kind], dueAt(soon, retention[kind].days)),
    });
  }
  const lastRan = erased
    .map(({ lastAt }) => lastAt)
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  const organisations = (await organisationsHolding(db)).filter(({ id }) => maySeeRetention(actor, id));
  return { kinds, lastRan, organisations, history: erased.filter((each) => each.erased > 0).slice(0, atATime) };
}
