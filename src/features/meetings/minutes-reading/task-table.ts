import { headingKind } from "./item-kinds.ts";

/** The columns of a table of points or tasks; -1 is one it has not. Each of `texts` says something of the topic. */
export type TaskColumns = {
  readonly topic: number;
  readonly texts: readonly number[];
  readonly owner: number;
  readonly due: number;
};

const topic = /^(?:punkt|ärende|fråga|rubrik|ämne|område|item|topic|subject|matter)$/iu;
const note = /^(?:anteckning(?:ar)?|notering(?:ar)?|sammanfattning|kommentar(?:er)?|innehåll|notes?|comments?)$/iu;
const what =
  /^(?:vad|åtgärd(?:er)?|aktivitet(?:er)?|uppgift(?:er)?|uppdrag|att göra|fråga|punkt|what|task|action(?: item)?)$/iu;
const owner = /^(?:vem|ansvarig(?:a)?|ansvar|utförare|who|owner|responsible)$/iu;
const due = /^(?:när|klart(?: senast)?|datum|deadline|senast|tid|klar|when|due(?: date)?|by)$/iu;

/** Which columns hold the task, who has it and by when, when a row is the head of such a table. */
export function taskColumns(cells: readonly string[]): TaskColumns | undefined {
  const names = cells.map((cell) => cell.trim().replace(/[:?]$/u, ""));
  const [ownerAt, dueAt] = [names.findIndex((name) => owner.test(name)), names.findIndex((name) => due.test(name))];
  if (ownerAt < 0 && dueAt < 0) return undefined;
  const topicAt = names.findIndex((name) => topic.test(name));
  const said = [...names.keys()].filter(
    (at) => at !== topicAt && (note.test(names[at] ?? "") || headingKind(names[at] ?? "") !== undefined),
  );
  if (topicAt >= 0 && said.length > 0) return { topic: topicAt, texts: said, owner: ownerAt, due: dueAt };
  const whatAt = names.findIndex((name) => what.test(name));
  return whatAt < 0 ? undefined : { topic: -1, texts: [whatAt], owner: ownerAt, due: dueAt };
}
