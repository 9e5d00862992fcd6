import type { OrganisationId } from "#kernel/ids.ts";
import type { Translate } from "#kernel/messages.ts";
import { Select } from "#ui/fields.tsx";

type KeeperFilterProps = {
  t: Translate;
  keepers: readonly { readonly id: OrganisationId; readonly name: string }[];
  chosen: OrganisationId | undefined;
};

/** Narrows a list of bodies to those that one organisation keeps. */
export function KeeperFilter({ t, keepers, chosen }: KeeperFilterProps) {
  return (
    <Select
      t={t}
      name="hos"
      required
      label={t("body.keeper")}
      options={keepers.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen}
      empty={t("body.every")}
      width="medium"
    />
  );
}
