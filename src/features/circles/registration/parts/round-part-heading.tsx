import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { RoundTabs } from "#features/circles/round/parts/round-tabs.tsx";
import type { Allocation, RoundState } from "#features/circles/round/round.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type PartHeadingProps = {
  t: Translate;
  round: {
    readonly slug: string;
    readonly title: string;
    readonly state: RoundState;
    readonly allocation: Allocation | null;
  };
  current: "registrations" | "selection" | "messages" | "mails";
  heading: string;
  lead?: Child;
  applied?: number | undefined;
  /** What was just done. */
  done?: string | undefined;
};

/** The top of a page about one part of a round: whose it is, what it is, and the ways to the other parts. */
export function RoundPartHeading({ t, round, current, heading, lead, applied, done }: PartHeadingProps) {
  return (
    <>
      <PageHeading kicker={<a href={`/planera/${round.slug}`}>{round.title}</a>} heading={heading} lead={lead} />
      <RoundTabs t={t} round={round} current={current} applied={applied} />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
    </>
  );
}
