import type { PersonId } from "#kernel/ids.ts";
import {
  maySpellTheSame,
  soundingKeys,
  soundingOf,
  soundsAlike,
} from "#features/organisations/people/name-spelling.ts";

/** Somebody as the search for duplicates sees them: only what whoever searches may see. */
export type Known = {
  readonly id: PersonId;
  readonly name: string;
  /** The address they sign in with and those they have applied with. */
  readonly addresses: readonly string[];
  readonly phone: string | null;
  /** Where they have or have had a role, applied, or been employed. */
  readonly organisations: readonly string[];
};

/** What speaks for two entries being one person. */
export const likenesses = ["address", "phone", "name", "spelling", "mailbox", "organisation"] as const;
export type Likeness = (typeof likenesses)[number];

export type Pair = { readonly one: PersonId; readonly other: PersonId; readonly likenesses: readonly Likeness[] };

/**
 * Who may be one person: those who share an address, and those whose names may be spelled the same and who share an
 * organisation or a telephone. The strongest first. It only proposes; whoever looks at the pair knows more. (R033)
 */
export function pairsAlike(people: readonly Known[]): Pair[] {
  const found = new Map<string, Pair>();
  const consider = (a: Known, b: Known) => {
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    const key = `${one.id} ${other.id}`;
    if (one.id === other.id || found.has(key)) return;
    const likenesses = likenessesOf(one, other);
    if (isProposed(likenesses)) found.set(key, { one: one.id, other: other.id, likenesses });
  };
  const sounding = people.map((person) => ({ person, ...soundingOf(person.name) }));
  withinBlocks(people, ({ addresses }) => addresses, consider);
  withinBlocks(
    sounding,
    ({ person: { phone, organisations }, ...name }) =>
      [...(phone === null ? [] : [digitsOf(phone)]), ...organisations].flatMap((shared) =>
        soundingKeys(name).map((key) => `${shared} ${key}`),
      ),
    (one, other) => {
      if (soundsAlike(one, other)) consider(one.person, other.person);
    },
  );
  return [...found.values()].toSorted(
    (a, b) => weightOf(b) - weightOf(a) || a.one.localeCompare(b.one) || a.other.localeCompare(b.other),
  );
}

/** What speaks for two entries being one person, the strongest first. */
export function likenessesOf(one: Known, other: Known): Likeness[] {
  const holds: Readonly<Record<Likeness, boolean>> = {
    address: share(one.addresses, other.addresses),
    phone: one.phone !== null && other.phone !== null && digitsOf(one.phone) === digitsOf(other.phone),
    name: isSameName(one, other),
    spelling: !isSameName(one, other) && maySpellTheSame(one.name, other.name),
    mailbox: share(one.addresses.map(mailboxOf), other.addresses.map(mailboxOf)),
    organisation: share(one.organisations, other.organisations),
  };
  return likenesses.filter((each) => holds[each]);
}

function isProposed(all: readonly Likeness[]): boolean {
  const isAlike = all.includes("name") || all.includes("spelling");
  return all.includes("address") || (isAlike && (all.includes("organisation") || all.includes("phone")));
}

function weightOf({ likenesses: all }: Pair): number {
  return all.reduce((sum, each) => sum + 2 ** (likenesses.length - likenesses.indexOf(each)), 0);
}

/** The telephone without what people put between the digits, and with a zero for the country. */
export function digitsOf(phone: string): string {
  return phone.replaceAll(/[^\d+]/gu, "").replace(/^(\+|00)46/u, "0");
}

/** What stands before the @, when it holds a whole name: anna.berg, in whatever domain and with whatever tag. */
function mailboxOf(address: string): string {
  const [mailbox = ""] = (address.split("@")[0] ?? "").split("+");
  return /[a-zåäö]{2,}[._-][a-zåäö]{2,}/u.test(mailbox) ? mailbox : address;
}

function isSameName(one: Known, other: Known): boolean {
  const plain = ({ name }: Known) => name.normalize("NFC").toLocaleLowerCase("sv").trim().replaceAll(/\s+/gu, " ");
  return plain(one) === plain(other);
}

function share(one: readonly string[], other: readonly string[]): boolean {
  return one.some((each) => other.includes(each));
}

/** Compares only those who share a key. */
function withinBlocks<Each>(
  all: readonly Each[],
  keysOf: (each: Each) => readonly string[],
  compare: (one: Each, other: Each) => void,
): void {
  const blocks = new Map<string, Each[]>();
  for (const each of all) {
    for (const key of new Set(keysOf(each))) {
      const block = blocks.get(key) ?? [];
      for (const other of block) compare(each, other);
      block.push(each);
      blocks.set(key, block);
    }
  }
}
