import { type Ending, entryFinder, type EntryOf } from "#features/knowledge/searching/word-forms.ts";

export type SpellingDictionary = {
  /** The flags of an entry written exactly so; nothing for a word the dictionary does not have. */
  flagsOf(word: string): string | undefined;
  readonly entryOf: EntryOf;
  /** Whether a word is an entry or a form of one. */
  knows(word: string): boolean;
  /** What may begin a compound, and the entry it is made of: `familje` of familj, `skol` of skola. */
  readonly beginnings: ReadonlyMap<string, string>;
  /** The entries that may end a compound. */
  readonly lastWords: Iterable<string>;
};

const forbidden = "%";
const onlyInCompounds = "Z";
const endsCompounds = "Y";
const beginsAsItIs = /[XUs]/;

/**
 * A Hunspell dictionary, read as far as words and their parts go: entries, endings, and what may begin a compound. Names are left out, since
 * short ones (Bo, Ada, Lo) are found in any word. See https://manpages.debian.org/hunspell.5 for what the files hold.
 */
export function readDictionary(affixes: string, words: string): SpellingDictionary {
  const flags = entriesIn(words);
  const { endings, beginning } = endingsIn(affixes);
  const entryOf = entryFinder(flags, endings);
  const knows = (word: string) => entryOf(word, () => true) !== undefined;
  return {
    flagsOf: (word) => flags.get(word),
    entryOf,
    knows,
    beginnings: beginningsOf(
      flags,
      Map.groupBy(beginning, ({ flag }) => flag),
      knows,
    ),
    lastWords: [...flags].flatMap(([entry, has]) => (has.includes(endsCompounds) ? [entry] : [])),
  };
}

/** Each form that may begin a compound, with the word it is taken for: rather a noun than a verb, rather a free word than a bound one. */
function beginningsOf(
  flags: ReadonlyMap<string, string>,
  byFlag: ReadonlyMap<string, readonly Ending[]>,
  isWord: (word: string) => boolean,
) {
  const made = new Map<string, string>();
  const free = new Map<string, string>();
  for (const [entry, has] of flags) {
    const isBound = has.includes(onlyInCompounds);
    if (beginsAsItIs.test(has)) free.set(entry, isBound ? freeWordOf(entry, flags) : entry);
    for (const flag of has) {
      for (const { goes, comes, fits } of byFlag.get(flag) ?? []) {
        if (!entry.endsWith(goes) || !fits.test(entry)) continue;
        const form = entry.slice(0, entry.length - goes.length) + comes;
        if (form === entry) free.set(form, isBound ? freeWordOf(form, flags) : entry);
        else if (!made.has(form) || made.get(form) === `${form.slice(0, -1)}a`) made.set(form, entry);
      }
    }
  }
  for (const [form, entry] of free) made.set(form, entry);
  for (const form of made.keys()) {
    const noun = form.slice(0, -1);
    if (form.endsWith("s") && flags.has(noun) && !free.has(form)) made.set(form, noun);
    // Who does something, rather than that it is done: forskar is of forskare.
    else if (form.endsWith("ar") && isWord(`${form}e`)) made.set(form, `${form}e`);
  }
  return made;
}

/** The word that a form found only in compounds comes from: kvinno from kvinna, arbets from arbete, brukar from brukare. */
function freeWordOf(form: string, flags: ReadonlyMap<string, string>): string {
  const cut = form.slice(0, -1);
  const candidates = form.endsWith("s")
    ? [cut, `${cut}e`, `${cut}a`]
    : /[ae]$/.test(form)
      ? [cut, `${cut}a`, `${cut}e`]
      : /[ouyåäö]$/.test(form)
        ? [`${cut}a`, cut]
        : [...(form.endsWith("ar") ? [`${form}e`] : []), `${form}a`, `${form}e`, cut];
  const free = candidates.find((word) => flags.has(word) && !flags.get(word)?.includes(onlyInCompounds));
  return free ?? (form.endsWith("s") ? cut : form);
}

function entriesIn(words: string): Map<string, string> {
  const flags = new Map<string, string>();
  for (const line of words.split("\n").slice(1)) {
    const [word = "", has = ""] = (line.split(/[\t ]/)[0] ?? "").split("/");
    if (word === "" || has.includes(forbidden) || word !== word.toLowerCase()) continue;
    flags.set(word, (flags.get(word) ?? "") + has);
  }
  return flags;
}

/** The endings that make a form of a word, and those that make the beginning of a compound. */
function endingsIn(affixes: string): { endings: Ending[]; beginning: Ending[] } {
  const endings: Ending[] = [];
  const beginning: Ending[] = [];
  for (const line of affixes.split("\n")) {
    const [kind, flag = "", goes = "", comes = "", when] = line.trim().split(/\s+/);
    // The line that opens a group of rules has no condition.
    if (kind !== "SFX" || when === undefined || when.startsWith("#")) continue;
    const [letters = "", then = ""] = comes.split("/");
    (/[XU]/.test(then) ? beginning : endings).push({
      flag,
      goes: goes === "0" ? "" : goes,
      comes: letters === "0" ? "" : letters,
      fits: new RegExp(`${when}$`),
    });
  }
  return { endings, beginning };
}
