import type { Translate } from "#kernel/messages.ts";
import type { BodyRelation, RelatedBody } from "#features/meetings/body/relations/queries.ts";
import { measures, relationPicture } from "#features/meetings/body/relations/relation-picture.ts";
import { Table } from "#ui/table.tsx";

type DrawingProps = { t: Translate; bodies: readonly RelatedBody[]; relations: readonly BodyRelation[] };

/** How bodies hang together, drawn as bows beside their names: whole for people in both, broken for matters referred. */
export function RelationDrawing({ t, bodies, relations }: DrawingProps) {
  const { rows, arcs, height } = relationPicture(bodies, relations);
  const inText = (measure: number) => `${measure / 16}rem`;
  return (
    <figure class="relations">
      <div class="relation-picture">
        <ul class="relation-names">
          {rows.map((row) =>
            row.kind === "organisation" ? (
              <li class="relation-organisation">{row.name}</li>
            ) : (
              <li class="relation-body">
                <a href={`/grupper/${row.body.slug}`}>{row.body.name}</a>
              </li>
            ),
          )}
        </ul>
        <svg
          width={inText(measures.width)}
          height={inText(height)}
          viewBox={`0 0 ${measures.width} ${height}`}
          role="img"
          aria-label={t("body.relations_picture", { bodies: bodies.length, relations: relations.length })}
        >
          <defs>
            <marker
              id="relation-end"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
              markerUnits="userSpaceOnUse"
            >
              <path class="relation-arrow" d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {rows.map((row) =>
            row.kind === "body" ? <circle class="relation-dot" cx="4" cy={String(row.y)} r="4" /> : null,
          )}
          {arcs.map(({ kind, path, count, x, y }) => (
            <>
              <path
                class={`relation-${kind}`}
                d={path}
                stroke-width={kind === "shares" ? String(1.5 + Math.min(count, 8) * 0.6) : undefined}
                marker-end={kind === "refers" ? "url(#relation-end)" : undefined}
              />
              <text x={x.toFixed(1)} y={y.toFixed(1)} dy="0.35em" text-anchor="middle" aria-hidden="true">
                {count}
              </text>
            </>
          ))}
        </svg>
      </div>
      <figcaption>
        <ul class="relation-keys" aria-label={t("body.relation.keys")}>
          <li>
            <Key kind="shares" />
            {t("body.relation.key_shares")}
          </li>
          <li>
            <Key kind="refers" />
            {t("body.relation.key_refers")}
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}

function Key({ kind }: { kind: BodyRelation["kind"] }) {
  return (
    <svg width="36" height="12" viewBox="0 0 36 12" aria-hidden="true" focusable="false">
      <path
        class={`relation-${kind}`}
        d="M2 6H32"
        stroke-width={kind === "shares" ? "2.5" : undefined}
        marker-end={kind === "refers" ? "url(#relation-end)" : undefined}
      />
    </svg>
  );
}

/** The same in words, for each two bodies. */
export function RelationTable({ t, bodies, relations }: DrawingProps) {
  const known = new Map(bodies.map((body) => [body.id, body]));
  const linked = (id: BodyRelation["from"]) => {
    const body = known.get(id);
    return body ? <a href={`/grupper/${body.slug}`}>{body.name}</a> : null;
  };
  const how = ({ kind, count, names }: BodyRelation) => {
    if (kind === "refers") return t("body.relation.refers", { count });
    return names.length > 0
      ? t("body.relation.shares_names", { count, names: names.join(", ") })
      : t("body.relation.shares", { count });
  };
  return (
    <Table
      caption={t("body.relations_table")}
      rows={relations}
      columns={[
        { label: t("body.relation.one"), head: true, cell: ({ from }) => linked(from) },
        { label: t("body.relation.other"), cell: ({ to }) => linked(to) },
        { label: t("body.relation.how"), cell: how },
      ]}
    />
  );
}
