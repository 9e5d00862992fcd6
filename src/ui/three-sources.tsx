import type { Child } from "#kernel/jsx-runtime.ts";

export type SourceName = "research" | "profession" | "user";

type ThreeSourcesProps = {
  /** What is said of each source, in the order research, profession, user. */
  sources: readonly { readonly source: SourceName; readonly heading: string; readonly text: Child }[];
  /** What the three have in common, in the middle: "Beslut". */
  meeting: string;
};

/** The idea of the product in one picture: three sources of knowledge, and what stands where they meet. */
export function ThreeSources({ sources, meeting }: ThreeSourcesProps) {
  return (
    <div class="three-sources">
      <svg viewBox="0 0 240 226" aria-hidden="true" focusable="false">
        {sources.map(({ source }) => (
          <circle class={`mark-${source}`} cx={centre[source].x} cy={centre[source].y} r="71" />
        ))}
        <path class="mark-decision" d={overlap} />
        <text class={meeting.length > 7 ? "long" : undefined} x="120" y="125" text-anchor="middle">
          {meeting}
        </text>
      </svg>
      <ul class="sources">
        {sources.map(({ source, heading, text }) => (
          <li class={source}>
            <h3>{heading}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

const centre: Record<SourceName, { x: number; y: number }> = {
  research: { x: 120, y: 75 },
  profession: { x: 78, y: 148 },
  user: { x: 162, y: 148 },
};

// Where all three circles overlap, by their own arcs.
const overlap = "M120 91A71 71 0 0 1 148.7 140.7A71 71 0 0 1 91.3 140.7A71 71 0 0 1 120 91Z";
