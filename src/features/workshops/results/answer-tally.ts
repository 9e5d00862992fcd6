import type { QuestionKind } from "#features/workshops/workshop/workshop.ts";

/** What is counted of a question: its kind and what there is to choose from. */
export type Counted = {
  readonly kind: QuestionKind;
  readonly scaleLow: number | null;
  readonly scaleHigh: number | null;
  readonly options: readonly { readonly id: string; readonly text: string }[];
};

/** An answer as it came: a text, a number, options chosen or in order, or points for each option. */
export type Answered = {
  readonly text: string | null;
  readonly number: number | null;
  readonly options: readonly string[] | null;
  readonly points: Readonly<Record<string, number>> | null;
  readonly group: string | null;
};

/** One bar of a count. */
export type Bar = { readonly label: string; readonly count: number };

/** How an option came out when it was ranked: its mean place, one the best, and how many placed it. */
export type Place = { readonly label: string; readonly mean: number | null; readonly placed: number };

/** What a question's answers come to. */
export type Tally =
  | {
      readonly what: "said";
      readonly groups: readonly { readonly group: string | null; readonly texts: readonly string[] }[];
    }
  | { readonly what: "counted"; readonly measure: "answers" | "points" | "words"; readonly bars: readonly Bar[] }
  | { readonly what: "scale"; readonly bars: readonly Bar[]; readonly mean: number | null }
  | { readonly what: "ranked"; readonly places: readonly Place[] };

/** What the answers to a question come to: those in words by group, word for word; others counted. */
export function tallyOf(question: Counted, answers: readonly Answered[]): Tally {
  switch (question.kind) {
    case "open":
      return { what: "said", groups: byGroup(answers) };
    case "wordList":
      return { what: "counted", measure: "words", bars: countWords(answers) };
    case "scale":
      return { what: "scale", ...onScale(question, answers) };
    case "ranking":
      return { what: "ranked", places: ranked(question, answers) };
    case "points":
      return { what: "counted", measure: "points", bars: pointsOf(question, answers) };
    case "single":
    case "multiple":
      return { what: "counted", measure: "answers", bars: chosen(question, answers) };
  }
}

/** Answers in words, by group in the order the groups first answered; as they were written. */
function byGroup(answers: readonly Answered[]) {
  const groups = Map.groupBy(answers, ({ group }) => group);
  return [...groups].map(([group, own]) => ({ group, texts: own.flatMap(({ text }) => text ?? []) }));
}

/** Words that are written alike but for capitals are one; it is shown as it was first written. The commonest first. */
function countWords(answers: readonly Answered[]): Bar[] {
  const words = new Map<string, { label: string; count: number }>();
  for (const { text } of answers) {
    if (text === null) continue;
    const label = text.trim().replaceAll(/\s+/gu, " ");
    const key = label.toLocaleLowerCase("sv");
    const known = words.get(key);
    if (known) known.count += 1;
    else words.set(key, { label, count: 1 });
  }
  return [...words.values()].toSorted((a, b) => b.count - a.count);
}

/** How many chose each step of a scale, and the mean. */
function onScale({ scaleLow, scaleHigh }: Counted, answers: readonly Answered[]) {
  const low = scaleLow ?? 1;
  const numbers = answers.flatMap(({ number }) => number ?? []);
  const steps = Array.from({ length: (scaleHigh ?? 5) - low + 1 }, (_, step) => low + step);
  const sum = numbers.reduce((total, each) => total + each, 0);
  return {
    bars: steps.map((step) => ({ label: String(step), count: numbers.filter((each) => each === step).length })),
    mean: numbers.length === 0 ? null : sum / numbers.length,
  };
}

/** The mean place of each option among those who placed it, the best first; what nobody placed stands last. */
function ranked({ options }: Counted, answers: readonly Answered[]): Place[] {
  const places = options.map(({ id, text }) => {
    const given = answers.flatMap(({ options: order }) => {
      const place = order?.indexOf(id) ?? -1;
      return place < 0 ? [] : [place + 1];
    });
    const sum = given.reduce((total, each) => total + each, 0);
    return { label: text, mean: given.length === 0 ? null : sum / given.length, placed: given.length };
  });
  return places.toSorted(
    (a, b) => (a.mean ?? Number.POSITIVE_INFINITY) - (b.mean ?? Number.POSITIVE_INFINITY) || b.placed - a.placed,
  );
}

function pointsOf({ options }: Counted, answers: readonly Answered[]): Bar[] {
  return options.map(({ id, text }) => ({
    label: text,
    count: answers.reduce((total, { points }) => total + (points?.[id] ?? 0), 0),
  }));
}

function chosen({ options }: Counted, answers: readonly Answered[]): Bar[] {
  return options.map(({ id, text }) => ({
    label: text,
    count: answers.filter((answer) => answer.options?.includes(id)).length,
  }));
}
