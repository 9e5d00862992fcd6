import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { readLink } from "#platform/links/mailed-link.ts";
import { ownData as ownAssignments } from "#features/circles/assignment/own-data/queries.ts";
import { ownData as ownQuestionnaires } from "#features/circles/questionnaire/own-data/queries.ts";
import { ownData as ownNotedTime } from "#features/circles/noted-time/own-data/queries.ts";
import { ownData as ownSpread } from "#features/circles/spread/own-data/queries.ts";
import { ownData as ownProposals } from "#features/circles/proposal/own-data/queries.ts";
import { ownData as ownNotes } from "#features/circles/notes/own-data/queries.ts";
import { ownData as ownDispatches } from "#features/circles/reaching/own-data/queries.ts";
import { ownData as ownRegistrations } from "#features/circles/registration/own-data/queries.ts";
import { ownData as ownRounds } from "#features/circles/round/own-data/queries.ts";
import { ownData as ownMeetings } from "#features/meetings/own-data/queries.ts";
import { ownData as ownAccount } from "#features/organisations/people/own-data/queries.ts";
import {
  type OwnSection,
  type OwnSectionName,
  ownSectionNames,
  type Whose,
} from "#features/privacy/own-data/own-data.ts";
import { ownDataPurpose } from "#features/privacy/own-data/own-data-link.ts";
import { ownData as ownSignIns } from "#features/sign-in/own-data/queries.ts";
import { ownData as ownAppraisals } from "#features/appraisals/own-data/queries.ts";
import { ownData as ownKnowledge } from "#features/knowledge/own-data/queries.ts";
import { ownData as ownWorkshops } from "#features/workshops/own-data/queries.ts";
import { ownData as ownReports } from "#features/site/accessibility/queries.ts";

/** Everything the installation holds about somebody, in the order it is shown. Parts with nothing in them are told too. */
export async function ownDataOf(db: Reader, whose: Whose): Promise<readonly OwnSection[]> {
  const found = [
    ...(await ownAccount(db, whose)),
    ...(await ownRegistrations(db, whose)),
    ...(await ownProposals(db, whose)),
    ...(await ownSpread(db, whose)),
    ...(await ownAssignments(db, whose)),
    ...(await ownNotedTime(db, whose)),
    ...(await ownQuestionnaires(db, whose)),
    ...(await ownNotes(db, whose)),
    ...(await ownMeetings(db, whose)),
    ...(await ownWorkshops(db, whose)),
    ...(await ownAppraisals(db, whose)),
    ...(await ownKnowledge(db, whose)),
    ...(await ownRounds(db, whose)),
    ...(await ownDispatches(db, whose)),
    ...(await ownSignIns(db, whose)),
    ...(await ownReports(db, whose)),
    ...(await ownPlatformRows(db, whose)),
  ];
  const order = (name: OwnSectionName) => ownSectionNames.indexOf(name);
  return found.toSorted((one, other) => order(one.section) - order(other.section));
}

/** What the platform holds: keys, mails and the trail of what somebody has done. */
async function ownPlatformRows(db: Reader, { personId, email }: Whose): Promise<readonly OwnSection[]> {
  const keys = await db
    .selectFrom("api_token")
    .where("person_id", "=", personId ?? null)
    .orderBy("id")
    .select(["name", "scopes", "created_at as createdAt", "expires_at as expiresAt"])
    .execute();
  const mails = await db
    .selectFrom("mail")
    .where("to_address", "=", email ?? null)
    .orderBy("id")
    .select(["subject", "created_at as sentAt", "body_text as text"])
    .execute();
  const deeds = await db
    .selectFrom("audit_record")
    .where("person_id", "=", personId ?? null)
    .orderBy("id")
    .select(["at", "what", "about"])
    .execute();
  return [
    { section: "keys", rows: keys.map(({ scopes, ...key }) => ({ ...key, scopes: scopes.join(", ") })) },
    { section: "mails", rows: mails },
    { section: "deeds", rows: deeds },
  ];
}

/** Whose data a signed-in person may take out: their own, by account and by the address they have proved. */
export async function ownIdentity(db: Reader, personId: PersonId | undefined): Promise<Whose | undefined> {
  if (personId === undefined) return undefined;
  const person = await db
    .selectFrom("person")
    .where("id", "=", personId)
    .select(["email", "email_verified as verified"])
    .executeTakeFirst();
  return person && { personId, email: person.verified ? (person.email ?? undefined) : undefined };
}

/** Whoever has an address that is proved, with the account it belongs to. */
export async function identityOfAddress(db: Reader, email: string): Promise<Whose> {
  const person = await db
    .selectFrom("person")
    .where("email", "=", email)
    .select((eb) => eb.fn.coalesce("merged_into", "id").as("id"))
    .executeTakeFirst();
  return { personId: person?.id, email };
}

/** Whose data a mailed link opens; nothing when it is unknown or its time is out. Looking spends nothing. */
export async function identityBehindLink(db: Reader, token: string, now: Temporal.Instant): Promise<Whose | undefined> {
  const link = await readLink(db, ownDataPurpose, token, now);
  return link?.state === "open" ? identityOfAddress(db, link.subject) : undefined;
}

/** Whether anything but the mails about it is held under an address: only then is a link mailed there. */
export async function isKnownAddress(db: Reader, email: string): Promise<boolean> {
  const sections = await ownDataOf(db, await identityOfAddress(db, email));
  return sections.some(({ rows }) => rows.length > 0);
}

/** Who takes their data out, as the trail names them. */
export function takerOf(actor: Actor, { personId }: Whose): Actor {
  return actor.personId === undefined && personId !== undefined ? { ...actor, personId } : actor;
}
