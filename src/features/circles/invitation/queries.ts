import type { Language } from "#kernel/messages.ts";
import { translators } from "#platform/web/translate.ts";
import { type Reading, readingOf } from "./invitation-reading.ts";
import type { Invitation } from "./invitation.ts";
import { en } from "./messages.en.ts";
import { sv } from "./messages.sv.ts";

/** How to read: `today` narrows the years that are thought of; `language` is that of warnings and reasons. */
export type ReadingOptions = { readonly today?: Temporal.PlainDate; readonly language?: Language };

const say = translators({ sv, en });

/** An invitation beside the words it was read from, for a person to compare and correct. Writes nothing, asks no clock. */
export function readInvitation(text: string, { today, language = "sv" }: ReadingOptions = {}): Reading {
  return readingOf(text, { today, say: say[language] });
}

/** The contract's JSON of an invitation in plain text, and nothing else. */
export function parseInvitation(text: string, options: ReadingOptions = {}): Invitation {
  return readInvitation(text, options).invitation;
}
