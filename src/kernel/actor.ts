import type { PersonId } from "#kernel/ids.ts";

/** What somebody may be trusted with. Roles give grants; an API token carries some of its owner's. */
export const grants = [
  "circles:manage", // plan, publish, allocate and report circles
  "circles:read", // see who applied and who has a place
  "bodies:manage", // keep networks and councils: who sits in them, when they meet
  "minutes:release", // hand out minutes that are official documents
  "workshops:lead", // hold workshops, merge what was answered, keep checklists
  "appraisals:write", // keep the register of methods, and weigh methods
  "appraisals:decide", // ask about a method that is weighed, and decide
  "knowledge:write", // write knowledge for the organisation, say what rests on it, keep lists to read
  "knowledge:publish", // review and publish knowledge, bring it in, answer questions from practice
  "organisations:manage", // names, aliases, relations, mail domains
  "people:manage", // invite colleagues, grant and end roles
  "instance:administer", // everything that belongs to the installation
  "outbox:read", // mail that waits, failed or was sent
  "audit:read",
  "retention:decide", // what an organisation has decided about erasing
] as const;
export type Grant = (typeof grants)[number];

/** Where a grant holds: everywhere, in some organisations (with all below them), or for single circles and bodies. */
export type Reach = {
  readonly everywhere: boolean;
  readonly organisations: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
};

/** How somebody came in. `operator` is the person who owns the machine, acting as someone on the command line. */
export type Via = "nobody" | "link" | "session" | "token" | "operator" | "job";

/** Whoever asks or changes something, with what they may do and where. */
export type Actor = {
  readonly personId: PersonId | undefined;
  readonly name: string;
  readonly via: Via;
  readonly reach: ReadonlyMap<Grant, Reach>;
};

/** Somebody of whom nothing is known: the public pages, and applicants before they have confirmed. */
export const nobody: Actor = { personId: undefined, name: "", via: "nobody", reach: new Map() };

/** Somebody who pressed a button behind a mailed link: they may do what the link is for, and no more. */
export const linkHolder: Actor = { ...nobody, via: "link" };

/** Work that the installation does by itself, such as passing on an offer nobody answered. */
export const clockwork: Actor = { ...nobody, via: "job" };

/** Whether a grant reaches a thing that belongs to an organisation. */
export function reaches(
  actor: Actor,
  grant: Grant,
  thing: { organisationId?: string | null; id?: string | null },
): boolean {
  const reach = actor.reach.get(grant);
  if (!reach) return false;
  return (
    reach.everywhere ||
    (thing.organisationId != null && reach.organisations.has(thing.organisationId)) ||
    (thing.id != null && reach.things.has(thing.id))
  );
}
