/** How fresh what an item says is: looked over in time, past its day, without a day, or not to be followed any more. */
export type Freshness = "fresh" | "due" | "noDay" | "retired";

type Dated = { readonly reviewDue: Temporal.PlainDate | null; readonly retiredAt: Temporal.Instant | null };

/** An item is past its review from the day after it was to be looked over. */
export function freshnessOf({ reviewDue, retiredAt }: Dated, today: Temporal.PlainDate): Freshness {
  if (retiredAt) return "retired";
  if (!reviewDue) return "noDay";
  return Temporal.PlainDate.compare(reviewDue, today) < 0 ? "due" : "fresh";
}

/** The first sentence of a text: what a list has room for. */
export function firstSentence(text: string, most = 220): string {
  const line = text.trim().replaceAll(/\s+/gu, " ");
  const sentence = /^.+?[.!?](?=\s+\p{Lu}|$)/u.exec(line)?.[0] ?? line;
  if (sentence.length <= most) return sentence;
  const end = sentence.lastIndexOf(" ", most);
  return `${sentence.slice(0, end > most / 2 ? end : most)} …`;
}
