import {
  Audience,
  Basics,
  Frame,
  People,
  Questions,
  type Section,
  Story,
  Term,
  WayIn,
} from "#features/circles/round/round-sections.ts";

const shapes = {
  basics: Basics.shape,
  story: Story.shape,
  questions: Questions.shape,
  sessions: { ...Term.shape, sessions: true },
  people: People.shape,
  audience: Audience.shape,
  frame: Frame.shape,
  wayIn: WayIn.shape,
} as const satisfies Record<Section, object>;

/** The part of a round that one section of the editor is about, in the section's own order. */
export function sectionValues(round: object, section: Section): Record<string, unknown> {
  const all: Record<string, unknown> = { ...round };
  return Object.fromEntries(Object.keys(shapes[section]).map((name) => [name, all[name] ?? null]));
}

/**
 * A short mark of what a section says. A form carries the mark it was opened with, so that two people who change the
 * same section of a round do not overwrite each other unseen, while changes of different sections never collide.
 */
export function sectionMark(round: object, section: Section): string {
  return fingerprint(JSON.stringify(sectionValues(round, section)));
}

/** What differs between two versions of the same things, for the audit: only the fields that changed. */
export function changedFields<T extends object>(before: T, after: T): { before: Partial<T>; after: Partial<T> } {
  const names = (Object.keys(after) as (keyof T)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const only = (from: T) => Object.fromEntries(names.map((name) => [name, from[name] ?? null])) as Partial<T>;
  return { before: only(before), after: only(after) };
}

/** 64 bits of FNV-1a: enough to see that a text has changed; no secret. */
export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(36);
}
