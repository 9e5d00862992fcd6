export type CountedWay = {
  readonly label: string;
  readonly count: number;
  readonly href: string;
  readonly isHere: boolean;
};

/** Each kind with how many are of it, as a way to see only those. */
export function CountedWays({ label, ways }: { label: string; ways: readonly CountedWay[] }) {
  return (
    <nav class="counts" aria-label={label}>
      <ul>
        {ways.map((way) => (
          <li>
            <a href={way.href} aria-current={way.isHere ? "true" : undefined}>
              {way.label} <span class="tab-count">{way.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
