/** A body in the picture, and who keeps it: bodies of one organisation stand together. */
export type PlacedBody = { readonly id: string; readonly organisation: string };

/** That two bodies hang together: they share people, or one has referred matters to the other. */
export type Relation = {
  readonly kind: "shares" | "refers";
  readonly from: string;
  readonly to: string;
  readonly count: number;
};

/** A line of the picture's list: an organisation, or a body of it. `y` is its middle. */
export type PictureRow<Body> =
  | { readonly kind: "organisation"; readonly name: string; readonly y: number }
  | { readonly kind: "body"; readonly body: Body; readonly y: number };

export type Arc = {
  readonly kind: Relation["kind"];
  readonly path: string;
  /** How many it stands for, and where that is written. */
  readonly count: number;
  readonly x: number;
  readonly y: number;
};

/** The measures of the picture, in sixteenths of the size of the text: the list beside it is as high. */
export const measures = { body: 64, organisation: 44, width: 136 };

/**
 * Places bodies under each other, those of one organisation together, and the relations as bows between them: the
 * further apart the wider, so that no bow lies on another with the same ends. What refers bows from a little lower, so
 * that both ways and what is shared are told apart. Ordered by name within an organisation as they came.
 */
export function relationPicture<Body extends PlacedBody>(
  bodies: readonly Body[],
  relations: readonly Relation[],
): { readonly rows: readonly PictureRow<Body>[]; readonly arcs: readonly Arc[]; readonly height: number } {
  const rows: PictureRow<Body>[] = [];
  let height = 0;
  for (const name of new Set(bodies.map(({ organisation }) => organisation))) {
    rows.push({ kind: "organisation", name, y: height + measures.organisation / 2 });
    height += measures.organisation;
    for (const body of bodies.filter(({ organisation }) => organisation === name)) {
      rows.push({ kind: "body", body, y: height + measures.body / 2 });
      height += measures.body;
    }
  }
  const heights = new Map(rows.flatMap((row) => (row.kind === "body" ? [[row.body.id, row.y] as const] : [])));
  const arcs = relations.flatMap(({ kind, from, to, count }): Arc[] => {
    const [start, end] = [heights.get(from), heights.get(to)];
    if (start === undefined || end === undefined || from === to) return [];
    const lower = kind === "refers" ? 10 : 0;
    // The two ways of referring lie apart as well.
    const aside = kind === "refers" && start > end ? 5 : 0;
    const [one, other] = [start + lower + aside, end + lower + aside];
    const widest = measures.width - 26;
    const reach = Math.min(widest, 26 + Math.abs(end - start) / 3 + lower * 1.6 + aside * 3);
    // A bow of this kind is at its widest three quarters of the way to where its handles point.
    const [a, b, h] = [one, other, (reach * 4) / 3].map((each) => Math.round(each * 10) / 10) as [
      number,
      number,
      number,
    ];
    // How many stands on the bow: in its middle, and nearer where it comes from when it leads one way.
    const along = kind === "shares" ? 0.5 : 0.3;
    const near = (1 - along) ** 3 + 3 * along * (1 - along) ** 2;
    const out = 3 * along * (1 - along);
    return [
      {
        kind,
        path: `M6 ${a} C${h} ${a} ${h} ${b} 6 ${b}`,
        count,
        x: h * out + 6 * (1 - out),
        y: a * near + b * (1 - near),
      },
    ];
  });
  return { rows, arcs, height };
}
