import { IntlMessageFormat } from "intl-messageformat";

/** The sentences of one part of the product, in both languages. `home` is what its keys begin with. */
export type CataloguePair = {
  path: string;
  sv: Readonly<Record<string, string>>;
  en: Readonly<Record<string, string>>;
};

/** A sentence that something is wrong with. */
export type Fault = { key: string; says: string };

/** Both languages say the same things: no sentence stands in only one of them. */
export function untranslated({ sv, en }: CataloguePair): Fault[] {
  const missing = (from: object, to: object, language: string) =>
    Object.keys(from)
      .filter((key) => !(key in to))
      .map((key) => ({ key, says: `has no ${language} sentence` }));
  return [...missing(sv, en, "English"), ...missing(en, sv, "Swedish")];
}

/** Sentences are ICU messages with the same gaps to fill in both languages. */
export function differentGaps({ sv, en }: CataloguePair): Fault[] {
  return Object.keys(sv).flatMap((key) => {
    try {
      const swedish = gapsIn(sv[key] ?? "", "sv");
      const english = gapsIn(en[key] ?? "", "en");
      return swedish === english
        ? []
        : [{ key, says: `takes ${swedish || "nothing"} in Swedish, ${english || "nothing"} in English` }];
    } catch (error) {
      return [{ key, says: `cannot be read: ${error instanceof Error ? error.message : "unknown"}` }];
    }
  });
}

const unwanted: Record<"sv" | "en", readonly (readonly [RegExp, string])[]> = {
  sv: [
    [/hemuppgift/i, "write uppgift mellan träffarna"],
    [/samtyck/i, "write avstämt med chef: what a manager says is no consent"],
    [/vänligen|var god|var vänlig/i, "say what to do, without bowing"],
    [/klicka här|tryck här/i, "let the link say where it leads"],
    [/\b(?:ert?|era|ni)\b/i, "say du"],
    [/\b(?:erhålla|vidtaga?|samt|ävensom|påbörja|avseende|dylikt|beträffande)\b/i, "use the everyday word"],
  ],
  en: [
    [/click here/i, "let the link say where it leads"],
    [/\bconsent(?:ed|s)?\b/i, "a manager is consulted: consent is something else in law"],
  ],
};

/** Plain words, no shouting, nobody addressed from above. */
export function unwantedWords({ sv, en }: CataloguePair): Fault[] {
  return (["sv", "en"] as const).flatMap((language) =>
    Object.entries(language === "sv" ? sv : en).flatMap(([key, sentence]) => [
      ...(sentence.includes("!") ? [{ key, says: "shouts" }] : []),
      ...(/\s{2}|^\s|\s$/.test(sentence) ? [{ key, says: "has loose spaces" }] : []),
      ...unwanted[language]
        .filter(([word]) => word.test(sentence))
        .map(([word, says]) => ({ key, says: `${word.source}: ${says}` })),
    ]),
  );
}

/** Sentences nobody says any more. `spoken` holds every text and text pattern of the source. */
export function unspoken({ sv }: CataloguePair, spoken: Spoken): Fault[] {
  return Object.keys(sv)
    .filter((key) => !spoken.texts.has(key) && !spoken.patterns.some((pattern) => pattern.test(key)))
    .map((key) => ({ key, says: "is said nowhere" }));
}

export type Spoken = { texts: ReadonlySet<string>; patterns: readonly RegExp[] };

type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }>; children?: Part[] };

/** The names a sentence must be given values for, in alphabetical order. */
function gapsIn(sentence: string, locale: string): string {
  const names = new Set<string>();
  const look = (parts: readonly Part[]) => {
    for (const { type, value, options, children } of parts) {
      if (type >= 1 && type <= 6) names.add(String(value)); // 0 is text, 7 the # of a plural, 8 a tag
      for (const option of Object.values(options ?? {})) look(option.value);
      look(children ?? []);
    }
  };
  look(new IntlMessageFormat(sentence, locale, undefined, { ignoreTag: true }).getAst());
  return [...names].toSorted().join(", ");
}
