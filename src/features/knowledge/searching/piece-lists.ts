import { openFormTable, type Spelt, spell } from "#features/knowledge/searching/form-table.ts";
import { pieceCount, pieceLength } from "#features/knowledge/searching/tokens.ts";

/** The runs of letters that words share, each with the list of where it stands: wherever a word does that has it. */
export type PieceLists = {
  listOf(text: string): number | undefined;
  /** Calls `visit` with the list of each piece of a word that comes in, opened when the piece is new. */
  join(word: Spelt, visit: (list: number) => void): void;
  /** A word is gone: closes the list of each piece that no word has any more. */
  leave(lists: Iterable<number>): void;
};

export function openPieceLists(open: () => number, close: (list: number) => void): PieceLists {
  // By their lists: what they are, and how many words have them.
  const texts: string[] = [];
  const words: number[] = [];
  const table = openFormTable((list) => texts[list] ?? "");
  const letters = new Uint16Array(pieceLength);

  function make(text: string): number {
    const list = open();
    texts[list] = text;
    words[list] = 0;
    table.add(list);
    return list;
  }

  return {
    listOf(text) {
      if (text.length > pieceLength) return undefined;
      spell(text, letters);
      const list = table.find(letters, 0, text.length);
      return list < 0 ? undefined : list;
    },
    join(word, visit) {
      const length = Math.min(pieceLength, word.length);
      for (let at = 0; at < pieceCount(word.length); at++) {
        const known = table.find(word.letters, at, length);
        const list = known < 0 ? make(String.fromCharCode(...word.letters.subarray(at, at + length))) : known;
        words[list] = (words[list] ?? 0) + 1;
        visit(list);
      }
    },
    leave(lists) {
      for (const list of lists) {
        const left = (words[list] ?? 0) - 1;
        words[list] = left;
        if (left > 0) continue;
        table.remove(list);
        texts[list] = "";
        close(list);
      }
    },
  };
}
