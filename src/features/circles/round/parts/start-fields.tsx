import type { Translate } from "#kernel/messages.ts";
import { Select } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type Choices = {
  readonly organisations: readonly { readonly id: string; readonly path: readonly string[] }[];
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
};
type StartFieldsProps = { t: Translate; filled: Filled; choices: Choices };

/** Who holds a round, and in which series. With one organiser to choose among there is no question. */
export function StartFields({ t, filled, choices: { organisations, programmes } }: StartFieldsProps) {
  const [only] = organisations;
  return (
    <>
      {organisations.length === 1 && only ? (
        <input type="hidden" name="organisationId" value={only.id} />
      ) : (
        <Select
          t={t}
          filled={filled}
          name="organisationId"
          label={t("round.new.organiser")}
          options={organisations.map(({ id, path }) => ({ value: id, label: path.join(" › ") }))}
          required
        />
      )}
      {programmes.length > 0 ? (
        <Select
          t={t}
          filled={filled}
          name="programmeId"
          label={t("round.new.series")}
          help={t("round.new.series_help")}
          options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t("round.new.series_new")}
        />
      ) : null}
    </>
  );
}
