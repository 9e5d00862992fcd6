import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { FoundKind } from "#features/knowledge/search/found.ts";
import type { Standing } from "#features/knowledge/search/kinds/queries.ts";
import type { Piece, ShownHit } from "#features/knowledge/search/queries.ts";
import { dot } from "#ui/dot.ts";
import { type Entry, EntryList } from "#ui/entry-list.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tag, type Tone } from "#ui/tag.tsx";

/** The three sources have their colours; nothing else has. */
const tones: Readonly<Partial<Record<FoundKind, Tone>>> = {
  research: "research",
  professional: "profession",
  serviceUsers: "user",
};

const standingTones: Readonly<Record<Standing, Tone>> = {
  draft: "open",
  workingNote: "open",
  weighing: "open",
  due: "open",
  retired: "error",
};

/** What was found, each with where it comes from, the piece it was found in, and why. */
export function HitList({ t, hits, today }: { t: Translate; hits: readonly ShownHit[]; today: Temporal.PlainDate }) {
  return <EntryList label={t("search.results")} entries={hits.map((hit) => entryOf(t, hit, today))} />;
}

function entryOf(t: Translate, hit: ShownHit, today: Temporal.PlainDate): Entry {
  const { kind, standing, whose, year, day } = hit;
  return {
    href: hit.href,
    title: <Marked pieces={hit.titlePieces} />,
    detail: <Marked pieces={hit.pieces} />,
    tags: (
      <>
        <Tag tone={tones[kind] ?? "plain"}>{t(`search.kind.${kind}`)}</Tag>
        {standing ? <Tag tone={standingTones[standing]}>{t(`search.standing.${standing}`)}</Tag> : null}
      </>
    ),
    facts: [
      [whose, day ? sayDate(t.language, day, { today }) : year].filter((fact) => fact !== null).join(dot),
      whyOf(t, hit),
    ].filter((fact) => fact !== null && fact !== ""),
  };
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : text))}</>;
}

/**
 * Why something was a hit although the words do not stand there as they were asked: once for each word in each way. A part
 * that both words have makes neither a part of the other, and is told as what it is.
 */
function whyOf(t: Translate, { why }: ShownHit): Child {
  const told = new Map<string, string>();
  for (const { kind, asked, found } of why) {
    if (kind === "word") continue;
    const isPart = found.toLowerCase().includes(asked.toLowerCase());
    const way = kind === "part" && !isPart ? "shared" : kind;
    const key = `${way} ${asked}`;
    if (!told.has(key)) told.set(key, t(`search.why.${way}`, { asked, found }));
  }
  return told.size === 0 ? null : <span class="why">{[...told.values()].slice(0, 3).join(dot)}</span>;
}
