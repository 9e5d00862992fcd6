import type { Translate } from "#kernel/messages.ts";
import { type Allocation, isAssessed, type RoundState } from "#features/circles/round/round.ts";
import { Tabs } from "#ui/tabs.tsx";
import { Tag } from "#ui/tag.tsx";

type RoundTabsProps = {
  t: Translate;
  round: { readonly slug: string; readonly state: RoundState; readonly allocation: Allocation | null };
  current: "overview" | "registrations" | "selection" | "messages" | "mails" | "report";
  /** How many have applied. */
  applied?: number | undefined;
};

/** The ways between the pages of one round, for those who plan it. */
export function RoundTabs({ t, round, current, applied }: RoundTabsProps) {
  const at = (path: string) => `/planera/${round.slug}${path}`;
  if (round.state === "draft") return null;
  const ways = [
    { name: "overview", href: at(""), label: t("round.tab.overview") },
    { name: "registrations", href: at("/anmalningar"), label: t("round.tab.registrations"), count: applied },
    ...(isAssessed(round.allocation)
      ? [{ name: "selection", href: at("/urval"), label: t("round.tab.selection") }]
      : []),
    { name: "messages", href: at("/meddelanden"), label: t("reaching.tab") },
    { name: "mails", href: at("/utskick"), label: t("round.tab.mails") },
    { name: "report", href: `/cirkel/${round.slug}/rapport`, label: t("report.tab") },
  ];
  return <Tabs label={t("round.tabs")} tabs={ways} current={ways.find(({ name }) => name === current)?.href ?? ""} />;
}

/** How far a round has come, in a word. */
export function StateTag({ t, state }: { t: Translate; state: RoundState }) {
  const tone = state === "draft" ? "open" : state === "cancelled" || state === "completed" ? "quiet" : "plain";
  return <Tag tone={tone}>{t(`round.state.${state}`)}</Tag>;
}
