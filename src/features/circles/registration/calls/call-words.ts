import type { Translate } from "#kernel/messages.ts";
import type { WaitingCall } from "#features/circles/registration/calls/queries.ts";

/** What is to be said in a call: a mail's subject, or the words of a message. */
export function callWords(
  t: Translate,
  { kind, words, title, waitingNumber }: Pick<WaitingCall, "kind" | "words" | "title" | "waitingNumber">,
): string {
  return kind ? t(`registration.mail.${kind}.subject`, { title, number: waitingNumber }) : (words ?? "");
}
