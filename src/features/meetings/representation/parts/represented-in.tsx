import type { Translate } from "#kernel/messages.ts";
import type { Representation } from "#features/meetings/representation/queries.ts";

/** Those who sit in a body for others, with the way to what they have told at home. */
export function RepresentedIn({ t, representations }: { t: Translate; representations: readonly Representation[] }) {
  if (representations.length === 0) return null;
  return (
    <section aria-labelledby="foretradare">
      <h2 id="foretradare">{t("body.represents")}</h2>
      <ul>
        {representations.map(({ id, name, organisation }) => (
          <li>
            <a href={`/foretradare/${id}`}>{name ?? t("representation.nameless")}</a>{" "}
            {t("body.seat_speaks_for", { organisation })}
          </li>
        ))}
      </ul>
    </section>
  );
}
