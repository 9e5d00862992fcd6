import type { Translate } from "#kernel/messages.ts";
import { sayFileSize } from "#features/circles/material/parts/file-size.ts";
import type { Material } from "#features/circles/material/queries.ts";
import { Button } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { Form } from "#ui/form.tsx";
import { Tag } from "#ui/tag.tsx";

type MaterialListProps = { t: Translate; slug: string; material: readonly Material[]; mayRemove: boolean };

/** Files and links, each with what kind of file it is, so that nobody on a phone opens a large one unawares. */
export function MaterialList({ t, slug, material, mayRemove }: MaterialListProps) {
  return (
    <ul>
      {material.map(({ id, title, address, fileType, fileSize, isOpen }) => (
        <li>
          <a href={address ?? `/cirkel/${slug}/material/${id}/fil`}>{title}</a>
          {fileType && fileSize ? (
            <span class="muted">
              {dot}
              {fileType.toUpperCase()}, {sayFileSize(t, fileSize)}
            </span>
          ) : null}
          {isOpen ? null : <Tag tone="quiet">{t("material.not_yet")}</Tag>}
          {mayRemove ? (
            <Form t={t} action={`/cirkel/${slug}/material/${id}/ta-bort`} tight>
              <Button plain small label={t("material.remove_named", { title })}>
                {t("material.remove")}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
