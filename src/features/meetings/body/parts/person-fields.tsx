import type { Translate } from "#kernel/messages.ts";
import { Select, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type PersonFieldsProps = {
  t: Translate;
  filled: Filled;
  /** Those who can be chosen by name. */
  people: readonly { readonly id: string; readonly name: string }[];
};

/** Who somebody is: chosen among those who are known, or by name and mail address. */
export function PersonFields({ t, filled, people }: PersonFieldsProps) {
  return (
    <>
      {people.length > 0 ? (
        <Select
          t={t}
          filled={filled}
          name="personId"
          label={t("body.known_person")}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t("body.known_person_none")}
          width="medium"
        />
      ) : null}
      <TextField
        t={t}
        filled={filled}
        name="name"
        label={t("body.person_name")}
        help={people.length > 0 ? t("body.person_name_help") : undefined}
      />
      <TextField
        t={t}
        filled={filled}
        name="email"
        type="email"
        label={t("body.person_email")}
        help={t("body.person_email_help")}
      />
    </>
  );
}
