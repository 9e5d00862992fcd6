import { type Side, sides } from "#features/knowledge/lineage/lineage.ts";

type Line = { readonly side: Side; readonly title: string; readonly isRetired: boolean };

type Node = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** How many more there are than the picture has room for. */
  readonly more: number;
  readonly isRetired: boolean;
};

export type DrawnLineage = {
  readonly width: number;
  readonly height: number;
  readonly headings: readonly { readonly side: Side; readonly x: number; readonly y: number }[];
  readonly nodes: readonly Node[];
  readonly item: { readonly y: number; readonly height: number };
  /** A line from each node to the item, as the path of it. */
  readonly ways: readonly string[];
};

const width = 360;
const row = 30;
const most = 6;
const longest = 40;
const spine = 14;
const itemHeight = 40;

/** Where everything in the picture stands: what an item builds on above it, the item, and what builds on it below. */
export function drawnLineage(lines: readonly Line[]): DrawnLineage {
  const headings: { side: Side; x: number; y: number }[] = [];
  const nodes: Node[] = [];
  const ways: string[] = [];
  let item = { y: 0, height: itemHeight };
  let y = 0;
  for (const side of sides) {
    const shown = shownOf(lines.filter((line) => line.side === side));
    if (side === "over") {
      item = { y: y + 0.5, height: itemHeight };
      y += itemHeight;
    }
    if (shown.length === 0) continue;
    // Beside the lines down from the item, never across them.
    headings.push({ side, x: spine + 14, y: y + 22 });
    y += 28;
    for (const node of shown) {
      nodes.push({ ...node, x: spine + 22, y: y + row / 2 });
      y += row;
    }
    y += 8;
  }
  for (const { x, y: at } of nodes) {
    const end = at < item.y ? item.y : item.y + item.height;
    const bend = at < end ? 10 : -10;
    ways.push(`M${x - 5} ${at}H${spine + 10}Q${spine} ${at} ${spine} ${at + bend}V${end}`);
  }
  return { width, height: y + 1, headings, nodes, item, ways };
}

function shownOf(lines: readonly Line[]): Omit<Node, "x" | "y">[] {
  const isAll = lines.length <= most;
  const shown = lines
    .slice(0, isAll ? most : most - 1)
    .map(({ title, isRetired }) => ({ text: shortened(title), more: 0, isRetired }));
  return isAll ? shown : [...shown, { text: "", more: lines.length - shown.length, isRetired: false }];
}

/** As much of a title as a line has room for, cut between words. */
export function shortened(title: string): string {
  if (title.length <= longest) return title;
  const end = title.lastIndexOf(" ", longest - 1);
  return `${title.slice(0, end > longest / 2 ? end : longest - 1)} …`;
}
