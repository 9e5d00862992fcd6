import type { Translate } from "#kernel/messages.ts";
import type { Roster } from "#features/circles/registration/queries.ts";
import { isOver } from "#features/circles/round/round-lifecycle.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";

type RosterWaysProps = { t: Translate; round: Roster["round"]; mayDecide: boolean };

/**
 * What can be done from the list of those who applied: write to them, take their addresses with one, add those who came
 * another way than by our own form, and hand the whole of it over.
 */
export function RosterWays({ t, round, mayDecide }: RosterWaysProps) {
  const at = (path: string) => `/planera/${round.slug}${path}`;
  if (round.state === "draft") return null;
  const ways = [
    ...(mayDecide ? [{ href: at("/meddelanden/nytt"), label: t("registration.page.roster.write") }] : []),
    { href: at("/listor"), label: t("reaching.lists.title") },
    ...(mayDecide
      ? [
          { href: at("/anmalningar/ny"), label: t("registration.add.open") },
          { href: at("/anmalningar/import"), label: t("registration.import.open") },
        ]
      : []),
    ...(mayDecide && !isOver(round.state) ? [{ href: at("/lamna-over"), label: t("handover.title") }] : []),
  ];
  return (
    <Buttons>
      {ways.map(({ href, label }) => (
        <LinkButton href={href} quiet small>
          {label}
        </LinkButton>
      ))}
    </Buttons>
  );
}
