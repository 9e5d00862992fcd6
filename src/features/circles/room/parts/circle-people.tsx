import type { Translate } from "#kernel/messages.ts";
import type { Participant } from "#features/circles/room/queries.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { dot } from "#ui/dot.ts";

type CirclePeopleProps = {
  t: Translate;
  round: Pick<RoundFacts, "leaders">;
  participants: readonly Participant[];
};

/** Who is in the circle: those who lead it, and those with a place and where they work. */
export function CirclePeople({ t, round: { leaders }, participants }: CirclePeopleProps) {
  return (
    <section class="stack">
      <h2>{t("room.people")}</h2>
      {leaders.length > 0 ? (
        <ul>
          {leaders.map(({ name, title, part }) => (
            <li>
              {name}
              {title ? `, ${title}` : null}
              {dot}
              {t(part === "facilitator" ? "room.facilitates" : "room.leads")}
            </li>
          ))}
        </ul>
      ) : null}
      {participants.length > 0 ? (
        <ul>
          {participants.map(({ name, workplace, employer }) => (
            <li>
              {name}
              {dot}
              <span class="muted">
                {workplace}, {employer}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="muted">{t("room.no_participants")}</p>
      )}
    </section>
  );
}
