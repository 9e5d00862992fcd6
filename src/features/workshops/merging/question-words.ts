/** What a question is called until somebody words it: the answer as it was written, on one line and no longer than may be. */
export function wordsFrom(answer: string, most: number): string {
  const line = answer.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const end = cut.lastIndexOf(" ");
  return `${(end > most / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}
