import type { Translate } from "#kernel/messages.ts";

type Door = { readonly href: string; readonly name: string; readonly help?: string; readonly count: number };

type DoorsProps = {
  t: Translate;
  id: string;
  heading: string;
  doors: readonly Door[];
  /** Many short ones, close together. What has nothing behind it is told in one sentence. */
  brief?: boolean | undefined;
};

/** Ways into the base, each with how much is behind it. One with nothing behind it is no way, and is still told. */
export function Doors({ t, id, heading, doors, brief }: DoorsProps) {
  const shown = brief ? doors.filter(({ count }) => count > 0) : doors;
  const empty = doors.filter((door) => !shown.includes(door));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {shown.length > 0 ? (
        <ul class={brief ? "ways-in brief" : "ways-in"}>
          {shown.map(({ href, name, help, count }) => (
            <li>
              <div class="way">
                {count > 0 ? <a href={href}>{name}</a> : <span class="muted">{name}</span>}
                <span class="how-many">{count}</span>
              </div>
              {help ? <p class="muted">{help}</p> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {empty.length > 0 ? (
        <p class="muted">{t("item.nothing_yet", { names: empty.map(({ name }) => name).join(", ") })}</p>
      ) : null}
    </section>
  );
}
