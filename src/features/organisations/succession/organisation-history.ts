import type { FormerName, SuccessionKind } from "#features/organisations/succession/succession.ts";
import type { Validity } from "#features/organisations/validity.ts";

type Named = { readonly name: string; readonly slug: string };

/** One row of who became whom, as one of the two sees it. `out`: it is the one that became another. */
export type SuccessionRow = {
  readonly out: boolean;
  readonly kind: SuccessionKind;
  readonly day: Temporal.PlainDate;
  readonly inherits: boolean;
  readonly source: string | null;
  readonly other: Named;
};

/** Something that happened to an organisation: what, from which day, and where it is written. */
export type HistoryEvent = {
  readonly what: "began" | "renamed" | "mergedInto" | "tookOver" | "split" | "gaveAway" | "cameFrom" | "ended";
  readonly day: Temporal.PlainDate;
  readonly source: string | null;
  readonly others: readonly Named[];
  /** Where what was written on a divided organisation is counted now. */
  readonly heir?: Named | undefined;
  /** The two names of a change of name. */
  readonly names?: { readonly before: string; readonly after: string };
};

/**
 * What has happened to an organisation, from first to last. Its beginning is left out where it is a succession's day
 * too, and its end where it became something: that is said once.
 */
export function historyOf(
  organisation: Validity & { readonly name: string },
  formerNames: readonly FormerName[],
  successions: readonly SuccessionRow[],
): HistoryEvent[] {
  const { validFrom, validTo } = organisation;
  const endDay = validTo?.add({ days: 1 });
  const became = groupsOf(successions, endDay);
  const isTold = (day: Temporal.PlainDate) => became.some((event) => event.day.equals(day));
  const plain = (what: "began" | "ended", day: Temporal.PlainDate | null | undefined): HistoryEvent[] =>
    !day || isTold(day) ? [] : [{ what, day, source: null, others: [] }];
  return [
    ...plain("began", validFrom),
    ...renamings(organisation.name, formerNames),
    ...became,
    ...plain("ended", endDay),
  ].toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day));
}

function renamings(nameNow: string, formerNames: readonly FormerName[]): HistoryEvent[] {
  const inOrder = formerNames.toSorted((a, b) => Temporal.PlainDate.compare(a.lastDay, b.lastDay));
  return inOrder.map(({ name, lastDay, source }, at) => ({
    what: "renamed",
    day: lastDay.add({ days: 1 }),
    source,
    others: [],
    names: { before: name, after: inOrder[at + 1]?.name ?? nameNow },
  }));
}

/** What happened with several others on one day is one event. */
function groupsOf(successions: readonly SuccessionRow[], endDay: Temporal.PlainDate | undefined): HistoryEvent[] {
  const groups = Map.groupBy(successions, ({ out, kind, day }) => `${day.toString()} ${kind} ${out}`);
  return [...groups.values()].map((rows) => {
    const [first] = rows as [SuccessionRow, ...SuccessionRow[]];
    return {
      what: whatOf(first, endDay?.equals(first.day) ?? false),
      day: first.day,
      source: rows.find(({ source }) => source !== null)?.source ?? null,
      others: rows.map(({ other }) => other),
      heir: first.out && first.kind === "split" ? rows.find(({ inherits }) => inherits)?.other : undefined,
    };
  });
}

function whatOf({ out, kind }: SuccessionRow, isEnd: boolean): HistoryEvent["what"] {
  if (kind === "merged") return out ? "mergedInto" : "tookOver";
  if (!out) return "cameFrom";
  return isEnd ? "split" : "gaveAway";
}
