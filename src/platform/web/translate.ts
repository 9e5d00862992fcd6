import { IntlMessageFormat } from "intl-messageformat";
import type { Catalogue, Language, MessageKey, MessageValues, Translate } from "#kernel/messages.ts";
import { stockholm } from "#kernel/clock.ts";

/** Catalogues of every part of the product, per language. */
export type Catalogues = Readonly<Record<Language, Catalogue>>;

const locale = { sv: "sv-SE", en: "en-GB" } as const;

/**
 * The sentences of one language. Plain sentences are returned as they stand; those with values are read as ICU
 * messages once and kept.
 */
export function translator(catalogues: Catalogues, language: Language): Translate {
  const catalogue = catalogues[language];
  const formats = new Map<string, IntlMessageFormat>();

  const translate = (key: MessageKey, values?: MessageValues): string => {
    const message = catalogue[key];
    if (message === undefined) throw new Error(`No ${language} sentence for ${String(key)}`);
    if (values === undefined && !message.includes("{") && !message.includes("'")) return message;
    let format = formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(
        message,
        locale[language],
        { date: { short: { timeZone: stockholm } } },
        { ignoreTag: true },
      );
      formats.set(key, format);
    }
    return String(format.format(values));
  };
  const knows = (key: string): key is MessageKey => Object.hasOwn(catalogue, key);
  return Object.assign(translate, { language, knows });
}

/** Both languages' sentences, ready to use. */
export function translators(catalogues: Catalogues): Readonly<Record<Language, Translate>> {
  return { sv: translator(catalogues, "sv"), en: translator(catalogues, "en") };
}
