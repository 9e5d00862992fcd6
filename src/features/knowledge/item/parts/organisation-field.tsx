import type { Translate } from "#kernel/messages.ts";
import { nameInPlace } from "#features/organisations/organisation-name.ts";
import type { Choice } from "#features/organisations/queries.ts";
import { Select, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type OrganisationFieldProps = {
  t: Translate;
  filled: Filled;
  label: string;
  help?: string | undefined;
  /** The organisations to choose from; nothing when there are too many, and one is written instead. */
  organisations: readonly Choice[] | undefined;
};

/** An organisation that somebody writes or keeps knowledge for: chosen, or written by whoever reaches more than a list holds. */
export function OrganisationField({ organisations, ...field }: OrganisationFieldProps) {
  if (!organisations) return <TextField {...field} name="organisation" required />;
  const [only] = organisations.length === 1 ? organisations : [];
  return (
    <Select
      {...field}
      name="organisation"
      required
      options={organisations.map(({ id, path }) => ({ value: id, label: nameInPlace(path) }))}
      value={only?.id}
      empty={only ? false : undefined}
    />
  );
}
