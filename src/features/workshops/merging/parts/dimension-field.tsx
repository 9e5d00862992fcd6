import type { Translate } from "#kernel/messages.ts";
import { dimensionSaid } from "#features/workshops/checklist/checklist-words.ts";
import { type Dimension, dimensions } from "#features/workshops/checklist/dimensions.ts";
import { Select } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type DimensionFieldProps = { t: Translate; filled: Filled; name?: string; value?: Dimension | null | undefined };

/** What a question is about. */
export function DimensionField({ t, filled, name = "dimension", value }: DimensionFieldProps) {
  return (
    <Select
      t={t}
      filled={filled}
      name={name}
      label={t("merging.field.dimension")}
      options={dimensions.map((dimension) => ({ value: dimension, label: t(dimensionSaid(dimension)) }))}
      value={value}
      empty={t("merging.no_dimension")}
      width="medium"
    />
  );
}
