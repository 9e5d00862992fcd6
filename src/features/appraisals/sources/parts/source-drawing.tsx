import type { Translate } from "#kernel/messages.ts";
import {
  agreementWords,
  gapWords,
  headlineOf,
  scaleOf,
  sourceTone,
  voiceOf,
} from "#features/appraisals/sources/parts/source-sayings.ts";
import type { AllSources, AnySource } from "#features/appraisals/sources/sources.ts";
import { gapsOf, type Strength, strengthOf } from "#features/appraisals/sources/strength.ts";
import { Table } from "#ui/table.tsx";

const wide = 320;
const high = 14;
const between = 5;

/** How far a source has come on its own scale: full boxes are well founded, half ones only partly, empty ones missing. */
export function Meter({ source }: { source: AnySource }) {
  return (
    <svg class="source-meter" viewBox={`0 0 ${wide} ${high}`} aria-hidden="true" focusable="false">
      <Boxes {...boxesOf(source)} y={0} />
    </svg>
  );
}

/** How well one criterion is shown, of three; dashed where nobody has said. */
export function ScoreMeter({ score }: { score: number | null }) {
  const strength = { least: score ?? 0, most: score ?? 0, of: 3 };
  return (
    <svg class="score-meter" viewBox={`0 0 90 ${high}`} width="90" height={high} aria-hidden="true" focusable="false">
      <Boxes strength={strength} isUnknown={score === null} tone="profession" y={0} width={90} />
    </svg>
  );
}

type BoxesProps = {
  strength: Strength;
  /** Nobody has looked yet: dashed, which is not the same as empty. */
  isUnknown: boolean;
  tone: (typeof sourceTone)[keyof typeof sourceTone];
  y: number;
  width?: number;
};

const boxesOf = (source: AnySource) => ({
  strength: strengthOf(source),
  isUnknown: source.standing === "notSought",
  tone: sourceTone[source.source],
});

function Boxes({ strength: { least, most, of }, isUnknown, tone, y, width = wide }: BoxesProps) {
  const each = (width - between * (of - 1)) / of;
  return (
    <g class={tone}>
      {Array.from({ length: of }, (_, at) => {
        const x = at * (each + between);
        return (
          <>
            <rect
              class={isUnknown ? "box unknown" : "box"}
              x={x + 1}
              y={y + 1}
              width={each - 2}
              height={high - 2}
              rx="2"
            />
            {at < least ? <rect class="full" x={x} y={y} width={each} height={high} rx="3" /> : null}
            {at >= least && at < most ? (
              <rect class="full" x={x} y={y + high / 2} width={each} height={high / 2} rx="2" />
            ) : null}
          </>
        );
      })}
    </g>
  );
}

const rowHeight = 88;
const threadX = 346;
const voiceAt = (row: number) => row * rowHeight + 34;

/**
 * The three sources in one picture: how strong each stands, what it lacks and whether they disagree, with the same as a
 * table beside it. Each has as much room as the others. Shape and words say everything, colour only helps.
 */
export function SourcesPicture({ t, sources }: { t: Translate; sources: AllSources }) {
  const { heading } = agreementWords(t, sources);
  const [research, profession, serviceUsers] = sources.map(
    (source) => `${t(`source.${source.source}`)}: ${headlineOf(t, source)}, ${voiceOf(t, source)}`,
  );
  return (
    <figure class="sources-picture">
      <div>
        <svg
          viewBox={`0 0 360 ${rowHeight * 3}`}
          role="img"
          aria-label={t("source.picture_says", {
            research: research ?? "",
            profession: profession ?? "",
            serviceUsers: serviceUsers ?? "",
            agreement: heading,
          })}
        >
          <Thread sources={sources} />
          {sources.map((source, at) => (
            <g>
              <text class={`name ${sourceTone[source.source]}`} x="0" y={at * rowHeight + 18}>
                {t(`source.${source.source}`)}
              </text>
              <Boxes {...boxesOf(source)} y={at * rowHeight + 27} />
              <text x="0" y={at * rowHeight + 58}>
                {headlineOf(t, source)}
              </text>
              <text class="soft" x="0" y={at * rowHeight + 75}>
                {t("source.gaps_count", { count: gapsOf(source).length })}
              </text>
              <text x={wide} y={at * rowHeight + 18} text-anchor="end">
                {source.standing === "found"
                  ? t(`source.voice_short.${source.speaks ?? "unsaid"}`)
                  : t("source.voice.none")}
              </text>
              <Voice source={source} y={voiceAt(at)} />
            </g>
          ))}
        </svg>
        <p class="picture-agreement">{heading}</p>
      </div>
      <SourcesTable t={t} sources={sources} />
      <figcaption>{t("source.picture_legend")}</figcaption>
    </figure>
  );
}

/** What binds the voices together: straight between two that say the same, jagged between two that do not. */
function Thread({ sources }: { sources: AllSources }) {
  const spoken = sources.flatMap(({ standing, speaks }, at) =>
    standing === "found" && speaks !== null ? [{ speaks, y: voiceAt(at) }] : [],
  );
  return (
    <>
      {spoken.slice(1).map((to, at) => {
        const from = spoken[at] ?? to;
        return from.speaks === to.speaks ? (
          <path class="thread" d={`M${threadX} ${from.y}V${to.y}`} />
        ) : (
          <path class="thread jagged" d={jaggedWay(from.y, to.y)} />
        );
      })}
    </>
  );
}

function jaggedWay(from: number, to: number): string {
  const turns = Math.round((to - from) / 11);
  const way = Array.from({ length: turns - 1 }, (_, at) => {
    const y = from + ((to - from) * (at + 1)) / turns;
    return `L${threadX + (at % 2 === 0 ? 5 : -5)} ${y.toFixed(1)}`;
  });
  return `M${threadX} ${from}${way.join("")}L${threadX} ${to}`;
}

/** Which way a source speaks, by its shape: up for, down against, a diamond both, an empty ring nobody has said. */
function Voice({ source: { standing, speaks }, y }: { source: AnySource; y: number }) {
  const x = threadX;
  if (standing !== "found" || speaks === null) return <circle class="voice unsaid" cx={x} cy={y} r="9" />;
  const shapes = {
    for: `M${x} ${y - 11}L${x + 11} ${y + 8}H${x - 11}Z`,
    against: `M${x} ${y + 11}L${x + 11} ${y - 8}H${x - 11}Z`,
    mixed: `M${x} ${y - 12}L${x + 12} ${y}L${x} ${y + 12}L${x - 12} ${y}Z`,
  } as const;
  return <path class="voice" d={shapes[speaks]} />;
}

/** The same as in the picture, to read. */
export function SourcesTable({ t, sources }: { t: Translate; sources: AllSources }) {
  return (
    <div>
      <Table
        caption={t("source.table")}
        rows={sources}
        columns={[
          { label: t("source.name"), head: true, cell: (source) => t(`source.${source.source}`) },
          { label: t("source.standing"), cell: (source) => headlineOf(t, source) },
          { label: t("source.scale"), cell: (source) => scaleOf(t, source) },
          { label: t("source.voice"), cell: (source) => voiceOf(t, source) },
          {
            label: t("source.gaps"),
            cell: (source) =>
              gapsOf(source)
                .map((gap) => gapWords(t, gap))
                .join(". ") || t("source.gaps_none"),
          },
        ]}
      />
      <p class="muted">{t("source.scale_note")}</p>
    </div>
  );
}
