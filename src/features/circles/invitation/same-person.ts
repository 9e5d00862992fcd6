import type { Doubt, Span } from "./found.ts";
import type { InvitationText } from "./invitation-text.ts";
import type { WarningCode } from "./invitation.ts";
import { type NamedPerson, peopleIn, soundOf } from "./people.ts";

/**
 * People whose names sound the same but are spelled two ways ("Kristina" and "Christina Ek"): most likely one person,
 * never made one silently (R033). Only people who matter are told of: leaders and contacts, against anybody.
 */
export function spelledTwoWays(text: InvitationText, mattering: readonly NamedPerson[]): Doubt<WarningCode>[] {
  const sounds = new Set(mattering.map(({ value }) => soundOf(value)));
  const bySound = new Map<string, NamedPerson[]>();
  for (const person of peopleIn(text, [0, text.plain.length])) {
    const sound = soundOf(person.value);
    const genitive = sound.endsWith("s") && sounds.has(sound.slice(0, -1)) ? sound.slice(0, -1) : sound;
    if (!sounds.has(genitive)) continue;
    bySound.set(genitive, [...(bySound.get(genitive) ?? []), person]);
  }
  return [...bySound.values()].flatMap((spellings) => {
    const first = spellings[0];
    const other = first && spellings.find(({ value }) => !sameSpelling(value, first.value));
    if (!first || !other) return [];
    const at: Span = other.at;
    return [{ code: "duplicate_person" as const, at, values: { one: first.value, other: other.value } }];
  });
}

function sameSpelling(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || a === `${b}s` || `${a}s` === b;
}
