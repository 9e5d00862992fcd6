import type { Translate } from "#kernel/messages.ts";
import type { Member } from "#features/circles/registration/team/queries.ts";

/** Who is in a team, for whoever applied for it and for those who plan. Nothing where somebody applies for themselves. */
export function Team({ t, members }: { t: Translate; members: readonly Member[] }) {
  if (members.length === 0) return null;
  return (
    <section>
      <h2>{t("registration.team.members")}</h2>
      <ul>
        {members.map(({ name, email, title }) => (
          <li>
            {name}
            {title ? `, ${title}` : ""} <span class="under">{email}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
