import { nowhere, openLetterTree, putAt } from "#features/knowledge/searching/letter-tree.ts";

/** A way an ending is put to a word: what goes, what comes, and which words take it. */
export type Ending = { flag: string; goes: string; comes: string; fits: RegExp };

/** The first entry that a word can be a form of and that fits; the word itself before any other. */
export type EntryOf = (word: string, isFit: (entry: string, flags: string) => boolean) => string | undefined;

/** What goes where an ending comes, and the endings that do so. */
type Way = { goes: string; endings: Ending[] };

/**
 * Finds what words are forms of. An entry is looked for only where the word has an ending, and begins as some entry does: two walks through
 * trees of letters say so of nearly every word before anything else is done.
 */
export function entryFinder(flags: ReadonlyMap<string, string>, endings: readonly Ending[]): EntryOf {
  const entries = openLetterTree();
  const entryAt: (string | undefined)[] = [];
  for (const entry of flags.keys()) putAt(entryAt, entries.add(entry), entry);
  const comings = openLetterTree();
  const waysAt: (Way[] | undefined)[] = [];
  for (const ending of endings) {
    const place = comings.add(ending.comes.split("").reverse().join(""));
    const ways = waysAt[place] ?? [];
    putAt(waysAt, place, ways);
    const known = ways.find(({ goes }) => goes === ending.goes);
    if (known) known.endings.push(ending);
    else ways.push({ goes: ending.goes, endings: [ending] });
  }
  let places = new Int32Array(64);

  /** Walks as far as some entry goes on as the word does, and says how far; `places` holds where one comes to. */
  function walk(word: string): number {
    if (places.length <= word.length) places = new Int32Array(2 * word.length);
    let place = 0;
    for (let at = 0; at < word.length; at++) {
      place = entries.step(place, word.charCodeAt(at));
      if (place === nowhere) return at;
      places[at + 1] = place;
    }
    return word.length;
  }

  function entryFrom(from: number, goes: string): string | undefined {
    let place = from;
    for (let at = 0; at < goes.length && place !== nowhere; at++) place = entries.step(place, goes.charCodeAt(at));
    return place === nowhere ? undefined : entryAt[place];
  }

  return (word, isFit) => {
    const reach = walk(word);
    const own = reach === word.length ? entryAt[places[reach] ?? 0] : undefined;
    if (own !== undefined && isFit(own, flags.get(own) ?? "")) return own;
    let ending = 0;
    for (let stem = word.length; stem > 0 && ending !== nowhere; stem--) {
      for (const { goes, endings: those } of stem <= reach ? (waysAt[ending] ?? []) : []) {
        const entry = entryFrom(places[stem] ?? 0, goes);
        const has = entry === undefined ? "" : (flags.get(entry) ?? "");
        if (entry === undefined || !isFit(entry, has)) continue;
        for (const { flag, fits } of those) if (has.includes(flag) && fits.test(entry)) return entry;
      }
      ending = comings.step(ending, word.charCodeAt(stem - 1));
    }
    return undefined;
  };
}
