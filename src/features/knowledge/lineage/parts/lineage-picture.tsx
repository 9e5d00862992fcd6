import type { Translate } from "#kernel/messages.ts";
import { drawnLineage } from "#features/knowledge/lineage/picture.ts";
import type { LineageLine } from "#features/knowledge/lineage/queries.ts";

type Drawn = Pick<LineageLine, "side" | "title" | "isRetired">;

/**
 * What an item builds on above it, what builds on it below, and lines between. The same stands in words beside it, where
 * each leads on.
 */
export function LineagePicture({ t, title, lines }: { t: Translate; title: string; lines: readonly Drawn[] }) {
  const { width, height, nodes, item, ways, headings } = drawnLineage(lines);
  const counts = { under: 0, over: 0 };
  for (const { side } of lines) counts[side] += 1;
  return (
    <svg
      class="lineage-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t("lineage.picture", { title, ...counts })}
      focusable="false"
    >
      {ways.map((way) => (
        <path class="way" d={way} />
      ))}
      {headings.map(({ side, x, y }) => (
        <text class="side" x={x} y={y}>
          {t(`lineage.side.${side}`)}
        </text>
      ))}
      {nodes.map(({ x, y, text, more, isRetired }) => (
        <g class={isRetired ? "node retired" : "node"}>
          <circle cx={x} cy={y} r="5" />
          <text x={x + 14} y={y + 4.5}>
            {more > 0 ? t("lineage.and_more", { count: more }) : text}
          </text>
        </g>
      ))}
      <rect class="item" x="0.5" y={item.y} width={width - 1} height={item.height} rx="6" />
      <text class="item" x="14" y={item.y + item.height / 2 + 4.5}>
        {t("lineage.this_text")}
      </text>
    </svg>
  );
}
