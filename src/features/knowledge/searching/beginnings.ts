import { nowhere, openLetterTree, putAt } from "#features/knowledge/searching/letter-tree.ts";

/** Forms told apart from their beginnings, so that all that begin at a place of a word are found in one walk. */
export type Beginnings = {
  /** Calls `visit` with each place where something ends that begins at `from`, and what it stands for; the shortest first. */
  eachAt(word: string, from: number, visit: (end: number, meaning: string) => void): void;
};

export function beginningsOf(forms: ReadonlyMap<string, string>): Beginnings {
  const tree = openLetterTree();
  const meanings: (string | undefined)[] = [];
  for (const [form, meaning] of forms) {
    putAt(meanings, tree.add(form), meaning);
  }
  return {
    eachAt(word, from, visit) {
      let place = 0;
      for (let at = from; at < word.length; at++) {
        place = tree.step(place, word.charCodeAt(at));
        if (place === nowhere) return;
        const meaning = meanings[place];
        if (meaning !== undefined) visit(at + 1, meaning);
      }
    },
  };
}
