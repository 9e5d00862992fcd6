import type { PersonId } from "#kernel/ids.ts";
import type { AttendanceRole, AttendanceState } from "#features/meetings/attendance/attendance.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { Minutes, MinutesAttendance, MinutesItem } from "#features/meetings/minutes-reading/minutes.ts";
import { userRepresentative } from "#features/meetings/minutes-reading/person-words.ts";
import { bodyMeant } from "#features/meetings/pasting/group-meaning.ts";

/** A heading of the text with people under it, and the list it is taken to be. */
export type ProposedGroup = { readonly name: string | null; readonly bodyId: BodyId | null };

/** One of those who came, as the form begins: as it stands, with what it is taken to mean. */
export type ProposedAttendee = {
  readonly group: number;
  readonly name: string;
  readonly role: AttendanceRole;
  readonly organisation: string | null;
  /** Whether the organisation is in the register. Null: the text names none. */
  readonly isOrganisationKnown: boolean | null;
  readonly represents: string | null;
  readonly state: AttendanceState;
  /** Somebody who sits there and is called the same: asked about, never taken for granted. */
  readonly person: KnownPerson | null;
};

export type ProposedItem = {
  readonly bodyId: BodyId | null;
  readonly heading: string;
  readonly text: string;
  readonly kind: MinutesItem["kind"];
  readonly decidedBy: string | null;
  /** A whole day, or "--03-03" when the year does not stand there. */
  readonly decidedOn: string | null;
  readonly owner: string | null;
  /** A day, or the words when it is none ("nästa möte"). */
  readonly due: string | null;
  readonly deliverables: readonly string[];
};

export type Proposal = {
  readonly groups: readonly ProposedGroup[];
  readonly attendance: readonly ProposedAttendee[];
  readonly items: readonly ProposedItem[];
  /** Those named as note-takers who sit there, and those nobody knows. */
  readonly noteTakers: readonly { readonly name: string; readonly person: KnownPerson | null }[];
};

/** Somebody who sits in one of the bodies. */
export type KnownPerson = { readonly id: PersonId; readonly name: string; readonly bodyIds: readonly BodyId[] };

/** What is known here that the text may mean. */
export type Ground = {
  readonly bodies: readonly { readonly id: BodyId; readonly name: string }[];
  readonly people: readonly KnownPerson[];
  /** What each organisation of the text is called in the register, by the words of the text. */
  readonly organisations: ReadonlyMap<string, string>;
  /** What each municipality is called, by its code. */
  readonly municipalities: ReadonlyMap<string, string>;
};

/**
 * What the form begins with: everything as the text says it, and beside it what it is taken to mean here. A group that is
 * no body here is taken for others; people are proposed only among those who sit; an organisation nobody knows stays as it
 * is written and is asked about. (R168-R172, R218)
 */
export function proposalOf(minutes: Minutes, ground: Ground): Proposal {
  const { bodies, people } = ground;
  const names = [...new Set(minutes.attendance.map(({ group }) => group))];
  const [only, ...more] = bodies;
  const groups = names.map((name): ProposedGroup => {
    // Of one body that meets alone, those under no heading or the only one are its own.
    const alone = only && more.length === 0 && (name === null || names.length === 1) ? only.id : null;
    return { name, bodyId: bodyMeant(name, bodies) ?? alone };
  });
  return {
    groups,
    attendance: minutes.attendance.map((row) => {
      const group = names.indexOf(row.group);
      return attendeeOf(row, group, groups[group]?.bodyId ?? null, ground);
    }),
    items: minutes.items.map((item) => ({
      bodyId: bodyMeant(item.group, bodies),
      heading: headingOf(item),
      text: item.text,
      kind: item.kind,
      decidedBy: item.decidedBy,
      decidedOn: item.decidedOn,
      owner: item.owner,
      due: item.due,
      deliverables: item.deliverables,
    })),
    noteTakers: minutes.noteTakers.map((name) => ({ name, person: personCalled(name, people) })),
  };
}

function attendeeOf(
  row: MinutesAttendance,
  group: number,
  bodyId: BodyId | null,
  { people, organisations, municipalities }: Ground,
): ProposedAttendee {
  const inRegister = row.organisation === null ? undefined : organisations.get(row.organisation);
  const place = row.municipality === null ? undefined : municipalities.get(row.municipality);
  return {
    group,
    name: row.name,
    role: roleOf(row, bodyId),
    organisation: inRegister ?? place ?? row.organisation,
    isOrganisationKnown: row.organisation === null ? null : (inRegister ?? place) !== undefined,
    represents: row.represents,
    state: row.excused ? "excused" : "present",
    person: personCalled(row.name, people),
  };
}

function roleOf({ group, title, organisation, guest, substituteFor }: MinutesAttendance, bodyId: BodyId | null) {
  if ([group, title, organisation].some((words) => words !== null && userRepresentative.test(words)))
    return "userRepresentative";
  if (substituteFor !== null) return "substitute";
  return guest === true || bodyId === null ? "guest" : "member";
}

/** The one who is called so, in whole or by the only first name there is; nobody when it may be two. */
function personCalled(written: string, people: readonly KnownPerson[]): KnownPerson | null {
  const said = folded(written);
  const whole = people.filter(({ name }) => folded(name) === said);
  const meant = whole.length > 0 ? whole : people.filter(({ name }) => folded(name).split(" ")[0] === said);
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

function folded(name: string): string {
  return name.normalize("NFC").toLocaleLowerCase("sv").replaceAll(/\s+/gu, " ").trim();
}

/** What an item is called: the heading above it, or how it begins. */
function headingOf({ topic, text }: MinutesItem): string {
  if (topic !== null && topic.trim() !== "") return topic.slice(0, 200);
  const [sentence = ""] = text.split(/(?<=[.?!:])\s/u);
  if (sentence.length <= 80) return sentence.replace(/[.:]$/u, "") || text.slice(0, 80);
  const cut = sentence.slice(0, 80).replace(/\s+\S*$/u, "");
  return `${cut}…`;
}
