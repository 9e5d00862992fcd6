import type { MessageKey, MessageValues } from "#kernel/messages.ts";
import type { RegistrationMailKind } from "#features/circles/registration/registration-jobs.ts";

type Call = {
  /** The mail that somebody with an address would have got; without one, `words` were written for the occasion. */
  readonly kind: RegistrationMailKind | undefined;
  readonly words: string | null;
  readonly title: string;
  readonly waitingNumber: number;
};

/** What is to be said in a call: what the mail would have had for a subject, or the words of a message. */
export function callSays({ kind, words, title, waitingNumber }: Call): {
  readonly code: MessageKey;
  readonly values: MessageValues;
} {
  return kind
    ? { code: `registration.mail.${kind}.subject`, values: { title, number: waitingNumber } }
    : { code: "registration.call.words", values: { words: words ?? "" } };
}
