type DotsProps = {
  /** One for each, in order: filled, or a ring. */
  filled: readonly boolean[];
  /** What they show, for those who hear the page: "2 av 6 träffar". */
  label: string;
};

/** Which of a few are meant, drawn as dots in a row: filled ones are, rings are not. With too many to tell apart, nothing is drawn. */
export function Dots({ filled, label }: DotsProps) {
  if (filled.length === 0 || filled.length > mostDrawn) return null;
  return (
    <svg
      class="ring dots"
      viewBox={`0 0 ${filled.length * step} ${step}`}
      width={String(filled.length * step)}
      height={String(step)}
      role="img"
      aria-label={label}
    >
      {filled.map((isFilled, place) => (
        <circle
          class={isFilled ? "taken" : "free"}
          cx={String(place * step + step / 2)}
          cy={String(step / 2)}
          r={isFilled ? "5.5" : "4.5"}
        />
      ))}
    </svg>
  );
}

const step = 16;
const mostDrawn = 16;
