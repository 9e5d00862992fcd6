import type { Actor } from "#kernel/actor.ts";
import type { Language } from "#kernel/messages.ts";
import { freeSlug } from "#kernel/slug.ts";
import type { Reader } from "#platform/database/database.ts";
import { readInvitation } from "#features/circles/invitation/queries.ts";
import type { Reading } from "#features/circles/invitation/invitation-reading.ts";
import { draftFromInvitation, kindSaidIn } from "#features/circles/round/draft/draft-from-invitation.ts";
import { roundFacts, roundIdOf } from "#features/circles/round/queries.ts";
import { mayEditRound } from "#features/circles/round/round-policy.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Addresses that are pages of their own. */
const reserved = ["ny", "serie", "rapport"];

/** A readable address like the wanted one that is nobody else's. What a round is called until now (`own`) is its own. */
export async function slugFor(db: Reader, table: "round" | "programme", wanted: string, own?: string): Promise<string> {
  const rows = await db.selectFrom(table).where("slug", "like", `${wanted}%`).select("slug").execute();
  const taken = new Set([...reserved, ...rows.map(({ slug }) => slug)]);
  if (own !== undefined) taken.delete(own);
  return freeSlug(wanted, taken);
}

/** What a draft was read from. `read` is as it was kept, so a reading made by an earlier release is still a reading. */
export type KeptSource = {
  readonly text: string;
  readonly fileName: string | null;
  readonly read: Omit<Reading, "text">;
  readonly isConfirmed: boolean;
};

/** The text a round was read from, for somebody who may change the round. */
export async function sourceOf(db: Reader, id: RoundId): Promise<KeptSource | undefined> {
  const row = await db.selectFrom("round_source").where("round_id", "=", id).selectAll().executeTakeFirst();
  return (
    row && {
      text: row.text,
      fileName: row.file_name,
      read: row.read as unknown as KeptSource["read"],
      isConfirmed: row.confirmed_at !== null,
    }
  );
}

/** A draft with the text it was read from, for the page where the two are compared. */
export async function draftWithSource(db: Reader, actor: Actor, slug: string) {
  const id = await roundIdOf(db, slug);
  const round = id && (await roundFacts(db, id));
  if (!round || !mayEditRound(actor, round)) return undefined;
  const source = await sourceOf(db, round.id);
  return source && { round, source };
}

/** How a text is read: the day decides which years are thought of, the language that of the warnings. */
export type ReadingManner = {
  readonly today: Temporal.PlainDate;
  readonly language: Language;
  readonly untitled: string;
};

/**
 * What a round begins with when it is read from a text: its name and kind, its content, and the source as it is kept.
 * The text stands once, beside what was read from it. A text without a title is named by its theme, or says that it
 * has none; one that does not say its kind is taken for a research circle, which the page where it is compared asks.
 */
export function startFromText(text: string, fileName: string | null, { today, language, untitled }: ReadingManner) {
  const { text: _text, ...read } = readInvitation(text, { today, language });
  const { title, ...content } = draftFromInvitation(read.invitation);
  const start = { kind: kindSaidIn(title, text) ?? "researchCircle", title: title ?? content.theme ?? untitled };
  return { start, content: { ...content, ...start }, source: { text, fileName, read } };
}
