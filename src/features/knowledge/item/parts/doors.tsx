type Door = { readonly href: string; readonly name: string; readonly help?: string; readonly count: number };

type DoorsProps = {
  id: string;
  heading: string;
  doors: readonly Door[];
  /** Many short ones, in columns. */
  brief?: boolean | undefined;
};

/** Ways into the base, each with how much is behind it. One with nothing behind it is no way, and is still told. */
export function Doors({ id, heading, doors, brief }: DoorsProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul class={brief ? "ways brief" : "ways"}>
        {doors.map(({ href, name, help, count }) => (
          <li>
            {count > 0 ? <a href={href}>{name}</a> : <span class="unknown">{name}</span>}{" "}
            <span class="count">{count}</span>
            {help ? <p class="muted">{help}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
