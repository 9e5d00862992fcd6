import type { Translate } from "#kernel/messages.ts";
import type { PartDifference } from "#features/knowledge/item/version-differences.ts";
import { Tag } from "#ui/tag.tsx";

type DifferencesProps = { t: Translate; differences: readonly PartDifference[] };

/** What differs between two versions: what is new, what says something else now, and what is gone. */
export function VersionDifferences({ t, differences }: DifferencesProps) {
  if (differences.length === 0) return <p>{t("item.no_differences")}</p>;
  return (
    <ul class="checklist">
      {differences.map((difference) => (
        <li>
          <p>
            <strong>{t(`item.part.${difference.part}`)}</strong>{" "}
            <Tag tone={difference.kind === "removed" ? "quiet" : "plain"}>
              {t(`item.difference.${difference.kind}`)}
            </Tag>
          </p>
          {difference.kind === "changed" ? (
            <div class="side-by-side">
              <figure>
                <figcaption>{t("item.before")}</figcaption>
                <blockquote class="as-written">{sayPart(t, difference.part, difference.before)}</blockquote>
              </figure>
              <figure>
                <figcaption>{t("item.after")}</figcaption>
                <blockquote class="as-written">{sayPart(t, difference.part, difference.after)}</blockquote>
              </figure>
            </div>
          ) : (
            <blockquote class="as-written">
              {sayPart(t, difference.part, difference.after ?? difference.before)}
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}

function sayPart(t: Translate, part: PartDifference["part"], text: string | null): string | null {
  const key = `source.participation.${text ?? ""}`;
  return part === "participation" && t.knows(key) ? t(key) : text;
}
