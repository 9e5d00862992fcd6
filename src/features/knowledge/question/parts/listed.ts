import type { Translate } from "#kernel/messages.ts";

/** Names after each other as they are said: "Eva, Nils och Bo". */
export function listed(t: Translate, names: readonly string[]): string {
  return new Intl.ListFormat(t.language, { type: "conjunction" }).format(names);
}
