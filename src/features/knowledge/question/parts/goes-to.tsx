import type { Translate } from "#kernel/messages.ts";
import type { Contact } from "#features/knowledge/question/contacts/queries.ts";
import { listed } from "#features/knowledge/question/parts/listed.ts";

type GoesToProps = { t: Translate; contacts: readonly Contact[] };

/** Whom a question goes to: at home first, the region second. (R146) */
export function GoesTo({ t, contacts }: GoesToProps) {
  const [first, ...further] = contacts;
  if (!first) return <p>{t("ask.goes_to_nobody")}</p>;
  return (
    <p>
      {t("ask.goes_to")} <strong>{first.name}</strong>.{" "}
      {t("ask.goes_to_people", { people: listed(t, first.people.slice(0, 3)) })}
      {further.length > 0
        ? ` ${t("ask.then_region", {
            names: listed(
              t,
              further.slice(0, 2).map(({ name }) => name),
            ),
          })}`
        : null}
    </p>
  );
}
