/** The value below which 95 of 100 lie. */
export function p95(values: readonly number[]): number {
  return percentile(values, 0.95);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function rounded(value: number, decimals = 1): number {
  return Number(value.toFixed(decimals));
}

/** A line for a person; the line of JSON for machines is the only thing on standard output. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
