import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { personWords } from "#features/meetings/distribution/parts/minutes-words.ts";
import type { Guest, ToBeSent } from "#features/meetings/distribution/queries.ts";
import { Details } from "#ui/details.tsx";

/** More names than these are folded: the page is about those who get the minutes. */
const mostShown = 5;

type NotReceivingProps = {
  t: Translate;
  receivers: readonly ToBeSent[];
  guests: readonly Guest[];
  address: string;
};

/** Those who get no mail, gathered by why; a guest is added by pressing the name. */
export function NotReceiving({ t, receivers, guests, address }: NotReceivingProps) {
  const add = ({ id, name }: Guest) => (
    <a href={`${address}/mottagare?narvaro=${id}`} aria-label={t("distribution.guest_add", { name })}>
      {name}
    </a>
  );
  const known = guests.filter(({ email }) => email !== null);
  const unknown = guests.filter(({ email }) => email === null);
  const reasons = [
    {
      why: "seated" as const,
      names: receivers.filter(({ email }) => email === null).map((each): Child => personWords(t, each)),
    },
    { why: "known" as const, names: known.map(add) },
    { why: "unknown" as const, names: unknown.map(add) },
  ].filter(({ names }) => names.length > 0);
  if (reasons.length === 0) return null;
  return (
    <section class="stack" id="far-inget">
      <h2>{t("distribution.outside")}</h2>
      {guests.length > 0 ? <p class="muted">{t("distribution.outside_lead")}</p> : null}
      {reasons.map(({ why, names }) => (
        <Details summary={t(`distribution.outside.${why}`, { count: names.length })} open={names.length <= mostShown}>
          <ul>
            {names.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        </Details>
      ))}
    </section>
  );
}
