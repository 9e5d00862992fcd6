import type { Translate } from "#kernel/messages.ts";
import { nameInPlace } from "#features/organisations/organisation-name.ts";
import type { Choice } from "#features/organisations/queries.ts";
import { Select, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type KeeperFieldProps = {
  t: Translate;
  filled: Filled;
  label: string;
  /** The organisations to choose from; nothing when there are too many, and one is written instead. */
  keepers: readonly Choice[] | undefined;
};

/** Which organisation looks after it: chosen from a list, or written by whoever reaches more than a list can hold. */
export function KeeperField({ t, filled, label, keepers }: KeeperFieldProps) {
  if (!keepers) return <TextField t={t} filled={filled} name="keeper" required label={label} />;
  const [only] = keepers.length === 1 ? keepers : [];
  return (
    <Select
      t={t}
      filled={filled}
      name="keeper"
      required
      label={label}
      options={keepers.map(({ id, path }) => ({ value: id, label: nameInPlace(path) }))}
      value={only?.id}
      empty={only ? false : undefined}
    />
  );
}
