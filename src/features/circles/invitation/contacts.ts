import { emailPattern, phoneAsWritten, phonePattern } from "./channels.ts";
import type { Doubt, Found, Span } from "./found.ts";
import { type InvitationText, lineAt, passageAt, passagesOfKind, sentenceAt } from "./invitation-text.ts";
import type { WarningCode } from "./invitation.ts";
import { type NamedPerson, peopleIn, soundOf } from "./people.ts";

export type Contact = {
  name: Found<string> | undefined;
  email: Found<string> | undefined;
  phone: Found<string> | undefined;
};

/**
 * Whom to ask: every e-mail address and phone number with the name nearest before it, and everybody named under
 * "Kontakt" or after "kontakta", also without a channel, which is told (R023, R034, R128).
 */
export function contactsIn(text: InvitationText): { contacts: Contact[]; doubts: Doubt<WarningCode>[] } {
  const everybody = peopleIn(text, [0, text.plain.length]).slice(0, 1_000);
  const contacts: Contact[] = [];
  for (const email of channels(text, emailPattern, (found) => found.replace(/\.$/u, ""))) {
    if (isReceiver(text, email.at)) continue;
    const name = ownerOf(text, email, everybody);
    place(contacts, text, { name, email, phone: undefined });
  }
  for (const phone of channels(text, phonePattern, phoneAsWritten)) {
    if (isSwitchboard(text, phone.at)) continue;
    const beside = besideEmail(text, phone, contacts, everybody);
    if (beside) beside.phone ??= phone;
    else place(contacts, text, { name: nearest(text, phone.at, everybody), email: undefined, phone });
  }
  for (const name of announced(text)) place(contacts, text, { name, email: undefined, phone: undefined });
  const sorted = turnedTo(text, contacts).toSorted((a, b) => startOf(a) - startOf(b));
  return { contacts: sorted, doubts: withoutChannel(sorted) };
}

/** Who forwarded a mail, and to whom, is nobody to ask when the mail itself names somebody. */
function turnedTo(text: InvitationText, contacts: readonly Contact[]): Contact[] {
  const inHead = ({ name, email, phone }: Contact) =>
    phone === undefined &&
    [name, email].every((found) => found === undefined || passageAt(text, found.at[0])?.kind === "mail");
  const own = contacts.filter((contact) => !inHead(contact));
  if (!isForwarded(text)) return [...contacts];
  return own.some(({ email, phone }) => email ?? phone) ? own : [...contacts];
}

function isForwarded(text: InvitationText): boolean {
  const heads = text.passages.filter(({ kind }) => kind === "mail" || kind === "subject");
  const labelled = heads.map(({ label, body }) => text.plain.slice(label[0], Math.min(body[1], label[1] + 12)));
  return (
    labelled.filter((head) => /^(?:från|from|avsändare)/iu.test(head)).length > 1 ||
    labelled.some((head) => /^(?:ämne|subject|ärende):?\s*(?:vb|vs|fw|fwd|sv|re)\s?:/iu.test(head))
  );
}

/** A mail's receivers are nobody to ask. */
function isReceiver(text: InvitationText, at: Span): boolean {
  const passage = passageAt(text, at[0]);
  return passage?.kind === "mail" && /^(?:till|to|kopia|cc)/iu.test(text.plain.slice(...passage.label));
}

/** More addresses than this are an address list. */
const mostChannels = 60;

/** The contact whose address stands before the number on its line, with no other name between. */
function besideEmail(
  text: InvitationText,
  phone: Found<string>,
  contacts: readonly Contact[],
  everybody: readonly NamedPerson[],
): Contact | undefined {
  const row = lineAt(text, phone.at[0]);
  const beside = contacts.findLast(
    ({ email }) => email && email.at[1] <= phone.at[0] && lineAt(text, email.at[0]) === row,
  );
  const from = beside?.email?.at[1] ?? 0;
  const named = everybody.some(({ at }) => at[0] >= from && at[1] <= phone.at[0]);
  return beside && !named && !beside.phone ? beside : undefined;
}

const startOf = ({ name, email, phone }: Contact) =>
  Math.min(...[name, email, phone].map((found) => found?.at[0] ?? Infinity));

function channels(
  text: InvitationText,
  pattern: RegExp,
  clean: (found: string) => string | undefined,
): Found<string>[] {
  const seen = new Set<string>();
  return [...text.plain.matchAll(pattern).take(mostChannels)].flatMap((match) => {
    const value = clean(match[0]);
    const key = value?.toLowerCase().replaceAll(/\D/gu, pattern === phonePattern ? "" : "$&");
    if (value === undefined || key === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ value, at: [match.index, match.index + match[0].length] as const }];
  });
}

/** The person an address belongs to: by its spelling wherever the name stands, else the nearest name before it. */
function ownerOf(
  text: InvitationText,
  email: Found<string>,
  everybody: readonly NamedPerson[],
): NamedPerson | undefined {
  const local = soundOf(asciiOf(email.value.split("@")[0] ?? "").replaceAll(/[._\d]/gu, ""));
  const spelled = everybody
    .filter(({ value }) => {
      const parts = value.split(" ").map((part) => soundOf(asciiOf(part)));
      const [first, last] = [parts[0] ?? "", parts.at(-1) ?? ""];
      return local.includes(last) ? local.startsWith(first) || local.startsWith(first.slice(0, 1)) : local === first;
    })
    .toSorted((a, b) => distance(a.at, email.at) - distance(b.at, email.at));
  const best = spelled[0];
  if (best) return best;
  const generic =
    /^(?:info|fou|kontakt|anmal|kurs|utbildning|registrator|kansli|post|social|region|konferens|admin)/iu.test(
      email.value,
    );
  const beside = generic ? undefined : nearest(text, email.at, everybody);
  return beside && isAnothers(email.value, beside) ? undefined : beside;
}

/** "leif.ost@" beside "Sanna Ivarsson" is somebody else's address. */
function isAnothers(email: string, { value }: NamedPerson): boolean {
  const parts = /^(\p{L}{2,})\.(\p{L}{2,})@/u.exec(email)?.slice(1).map(soundOf) ?? [];
  const names = value.split(/[ -]/u).map((part) => soundOf(asciiOf(part)));
  return parts.length === 2 && parts.every((part) => names.every((name) => name[0] !== part[0]));
}

const asciiOf = (name: string) =>
  name.toLowerCase().replaceAll(/[åä]/gu, "a").replaceAll("ö", "o").replaceAll("é", "e").replaceAll("ü", "u");

const distance = (a: Span, b: Span) => Math.abs(a[0] - b[0]);

/** The last name before, on the same line or at most three lines up without an empty line between. */
function nearest(text: InvitationText, at: Span, everybody: readonly NamedPerson[]): NamedPerson | undefined {
  const row = lineAt(text, at[0]);
  const before = everybody.findLast((person) => person.at[1] <= at[0]);
  if (!before) return afterOnLine(text, at, row, everybody);
  const from = lineAt(text, before.at[0]);
  const gap = text.lines.slice(from, row).some(({ text: line }) => line === "");
  const labelled = text.passages.some(
    ({ kind, label }) => kind !== "other" && kind !== "mail" && label[0] >= before.at[1] && label[0] <= at[0],
  );
  const near = !labelled && row - from <= 5 && !gap && at[0] - before.at[1] <= 250;
  const between = text.plain.slice(before.at[1], at[0]);
  const ended =
    from === row &&
    /[.!?]\s+\p{Lu}/u.test(between) &&
    !/(?:tel|tfn|telefon|mobil|e-?post|mejl|mail|nås|ring)/iu.test(between);
  return near && !ended ? before : afterOnLine(text, at, row, everybody);
}

function afterOnLine(
  text: InvitationText,
  at: Span,
  row: number,
  everybody: readonly NamedPerson[],
): NamedPerson | undefined {
  const after = everybody.find((person) => person.at[0] >= at[1] && person.at[0] - at[1] < 30);
  return after && lineAt(text, after.at[0]) === row && /^[\s,(<>/-]*$/u.test(text.plain.slice(at[1], after.at[0]))
    ? after
    : undefined;
}

function isSwitchboard(text: InvitationText, at: Span): boolean {
  return /(?<!\p{L})(?:växel(?:n)?|fax|org(?:anisations)?\.?\s?n|bankgiro|bg|plusgiro|postgiro|pg|kundtjänst|kontaktcenter|swish|dnr|id|mötes-?id|meeting id)(?!\p{L})[^\n\p{L}]{0,6}(?:nr|nummer)?[^\n\p{L}]{0,6}$/iu.test(
    text.plain.slice(Math.max(0, at[0] - 40), at[0]),
  );
}

const asks =
  /(?<!\p{L})(?:kontakta|kontakt:|hör av dig till|hör av er till|vänd (?:dig|er) till|ring(?: eller mejla)?|mejla(?: eller ring)?|mejl(?: till)?|maila|frågor (?:besvaras av|kan ställas till|ställs till|till)|besvaras av|kontaktperson(?:er)?(?: är|:)?|upplysningar lämnas av|information lämnas av|anmälan (?:görs|skickas|sker|mejlas) till|anmäl (?:dig|er|ditt intresse) till|osa till)(?!\p{L})/giu;

/** Everybody the reader is told to turn to. */
function announced(text: InvitationText): NamedPerson[] {
  const stretches: Span[] = passagesOfKind(text, "contact").map(({ body }) => [
    body[0],
    Math.min(body[1], body[0] + 900),
  ]);
  for (const match of text.plain.matchAll(asks)) {
    const [, end] = sentenceAt(text, match.index);
    stretches.push([
      match.index + match[0].length,
      Math.min(Math.max(end, match.index + match[0].length), match.index + 250),
    ]);
  }
  return stretches
    .flatMap((stretch) => peopleIn(text, stretch))
    .filter(({ at }) => passageAt(text, at[0])?.kind !== "leader");
}

/** On the same line, or on the line directly below. */
function isNextTo(text: InvitationText, email: Span, phone: Span): boolean {
  const rows = lineAt(text, phone[0]) - lineAt(text, email[0]);
  return rows === 0 || rows === 1;
}

/** Adds what is known of a contact to the one it belongs to, or as a new one. */
function place(contacts: Contact[], text: InvitationText, fresh: Contact) {
  const same =
    fresh.name && contacts.find(({ name }) => name && soundOf(name.value) === soundOf(fresh.name?.value ?? ""));
  if (same && ((fresh.email && same.email && fresh.phone === undefined) || (fresh.phone && same.phone))) {
    // A second address or number of the same person: the first one stays.
    return;
  }
  const nameless =
    fresh.phone && !fresh.name
      ? contacts.findLast(
          ({ email, phone }) => email && !phone && isNextTo(text, email.at, fresh.phone?.at ?? email.at),
        )
      : undefined;
  const target = same ?? nameless;
  if (!target) {
    contacts.push({ ...fresh });
    return;
  }
  target.email ??= fresh.email;
  target.phone ??= fresh.phone;
}

function withoutChannel(contacts: readonly Contact[]): Doubt<WarningCode>[] {
  const silent = contacts.filter(({ email, phone }) => !email && !phone);
  if (contacts.length === 0) return [{ code: "no_contact_channel", at: null, values: { kind: "nobody" } }];
  return silent.map(({ name }) => ({
    code: "no_contact_channel",
    at: name?.at ?? null,
    values: { kind: "person", name: name?.value ?? "" },
  }));
}
