type TaskColumns = { readonly what: number; readonly owner: number; readonly due: number };

const what =
  /^(?:vad|åtgärd(?:er)?|aktivitet(?:er)?|uppgift(?:er)?|uppdrag|att göra|fråga|punkt|what|task|action(?: item)?)$/iu;
const owner = /^(?:vem|ansvarig(?:a)?|ansvar|utförare|who|owner|responsible)$/iu;
const due = /^(?:när|klart(?: senast)?|datum|deadline|senast|tid|klar|when|due(?: date)?|by)$/iu;

/** Which columns hold the task, who has it and by when, when a row is the head of such a table. */
export function taskColumns(cells: readonly string[]): TaskColumns | undefined {
  const names = cells.map((cell) => cell.trim().replace(/[:?]$/u, ""));
  const columns = {
    what: names.findIndex((name) => what.test(name)),
    owner: names.findIndex((name) => owner.test(name)),
    due: names.findIndex((name) => due.test(name)),
  };
  return columns.what >= 0 && (columns.owner >= 0 || columns.due >= 0) ? columns : undefined;
}
