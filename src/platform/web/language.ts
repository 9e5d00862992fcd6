import type { Language } from "#kernel/messages.ts";

/** The cookie that remembers which language somebody chose. */
export const languageCookie = "language";

const english = new RegExp(`(?:^|;\\s*)${languageCookie}=en(?:;|$)`, "u");

/** The language somebody has chosen before; Swedish for those who have not. */
export function rememberedLanguage(cookies: string | undefined): Language {
  return cookies !== undefined && english.test(cookies) ? "en" : "sv";
}
