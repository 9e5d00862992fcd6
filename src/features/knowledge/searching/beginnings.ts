/** Words told apart letter by letter from their beginnings, so that all that begin at a place of a word are found in one walk. */
export type Beginnings = {
  /** Calls `visit` with each place where something ends that begins at `from`, and what it stands for; the shortest first. */
  eachAt(word: string, from: number, visit: (end: number, meaning: string) => void): void;
};

const letters = 65_536;

/** A tree of letters: for each step a number, found by the step before and the letter. */
export function beginningsOf(forms: ReadonlyMap<string, string>): Beginnings {
  const steps = new Map<number, number>();
  const meanings: (string | undefined)[] = [undefined];
  for (const [form, meaning] of forms) {
    let step = 0;
    for (let at = 0; at < form.length; at++) {
      const key = step * letters + form.charCodeAt(at);
      const next = steps.get(key);
      if (next === undefined) {
        steps.set(key, meanings.length);
        step = meanings.length;
        meanings.push(undefined);
      } else step = next;
    }
    meanings[step] = meaning;
  }
  return {
    eachAt(word, from, visit) {
      let step: number | undefined = 0;
      for (let at = from; at < word.length; at++) {
        step = steps.get(step * letters + word.charCodeAt(at));
        if (step === undefined) return;
        const meaning = meanings[step];
        if (meaning !== undefined) visit(at + 1, meaning);
      }
    },
  };
}
