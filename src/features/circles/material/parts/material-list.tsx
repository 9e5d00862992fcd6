import type { Translate } from "#kernel/messages.ts";
import { sayFileSize } from "#features/circles/material/parts/file-size.ts";
import { sayLength } from "#features/circles/attendance/parts/time-words.ts";
import type { Material } from "#features/circles/material/queries.ts";
import { dot } from "#ui/dot.ts";
import { Tag } from "#ui/tag.tsx";

type MaterialListProps = { t: Translate; slug: string; material: readonly Material[]; mayChange: boolean };

/** Files and links, each with what kind of file it is, so that nobody on a phone opens a large one unawares. */
export function MaterialList({ t, slug, material, mayChange }: MaterialListProps) {
  return (
    <ul>
      {material.map(({ id, title, address, fileType, fileSize, minutes, opened, isOpen }) => (
        <li>
          <a href={`/cirkel/${slug}/material/${id}/${address === null ? "fil" : "oppna"}`}>{title}</a>
          {fileType && fileSize ? (
            <span class="muted">
              {dot}
              {fileType.toUpperCase()}, {sayFileSize(t, fileSize)}
            </span>
          ) : null}
          {address === null ? null : (
            <span class="muted">
              {dot}
              {new URL(address).hostname}
            </span>
          )}
          {minutes === null ? null : (
            <span class="muted">
              {dot}
              {sayLength(t, minutes)}
            </span>
          )}
          {opened === undefined ? null : (
            <span class="muted">
              {dot}
              {opened === "few" ? t("material.opened_few") : t("material.opened", { count: opened })}
            </span>
          )}
          {isOpen ? null : <Tag tone="quiet">{t("material.not_yet")}</Tag>}
          {mayChange ? (
            <>
              {dot}
              <a href={`/cirkel/${slug}/material/${id}/andra`} aria-label={t("material.change_named", { title })}>
                {t("material.change_short")}
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
