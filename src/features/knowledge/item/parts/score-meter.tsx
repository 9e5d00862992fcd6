const width = 90;
const high = 14;
const between = 5;
const most = 3;

/** How well one criterion is shown, of three; dashed where nobody has said. The words stand beside it. */
export function ScoreMeter({ score }: { score: number | null }) {
  const each = (width - between * (most - 1)) / most;
  return (
    <svg
      class="score-meter"
      viewBox={`0 0 ${width} ${high}`}
      width={String(width)}
      height={String(high)}
      aria-hidden="true"
      focusable="false"
    >
      <g class="profession">
        {Array.from({ length: most }, (_, at) => {
          const x = at * (each + between);
          return (
            <>
              <rect
                class={score === null ? "box unknown" : "box"}
                x={x + 1}
                y="1"
                width={each - 2}
                height={high - 2}
                rx="2"
              />
              {at < (score ?? 0) ? <rect class="full" x={x} y="0" width={each} height={high} rx="3" /> : null}
            </>
          );
        })}
      </g>
    </svg>
  );
}
