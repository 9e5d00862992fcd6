import type { Translate } from "#kernel/messages.ts";
import { sides } from "#features/knowledge/lineage/lineage.ts";
import type { LineageLine } from "#features/knowledge/lineage/queries.ts";
import { Tag } from "#ui/tag.tsx";

/** The same as the picture, in words, each leading on. Short: the page of its own has the whole in tables. */
export function LineageList({ t, lines }: { t: Translate; lines: readonly LineageLine[] }) {
  return (
    <div>
      {sides.map((side) => {
        const of = lines.filter((line) => line.side === side);
        return of.length === 0 ? null : (
          <>
            <h3>{t(`lineage.side.${side}`)}</h3>
            <ul class="lineage-list">
              {of.map(({ href, title, kind, isRetired }) => (
                <li>
                  <a href={href}>{title}</a> <span class="muted">{t(`lineage.kind.${kind}`)}</span>{" "}
                  {isRetired ? <Tag tone="error">{t("lineage.is_retired")}</Tag> : null}
                </li>
              ))}
            </ul>
          </>
        );
      })}
    </div>
  );
}
