import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { RoundBeside } from "#features/circles/public/parts/round-beside.tsx";
import { kindName, RoundStory } from "#features/circles/public/parts/round-story.tsx";
import { WhatHappens } from "#features/circles/public/parts/what-happens.tsx";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { Columns } from "#ui/columns.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type InvitationProps = {
  t: Translate;
  seen: PublicRound;
  today: Temporal.PlainDate;
  preview?: boolean | undefined;
  /** What has come out of it, and what it reads. */
  came?: Child;
};

/** The invitation to a round, as anybody sees it. */
export function RoundInvitation({ t, seen, today, preview, came }: InvitationProps) {
  const { round, organiser, availability } = seen;
  // What has come out of a round is what one reads of one that has been, and the invitation of one that is to come.
  const mayApply = ["open", "waiting", "late"].includes(availability.way);
  const kicker = `${kindName(t, seen)} · ${organiser.name}`;
  return (
    <>
      {preview ? (
        <div>
          <p class="kicker">{kicker}</p>
          <h2>{round.title}</h2>
          {round.lead ? <p class="lead">{round.lead}</p> : null}
        </div>
      ) : (
        <PageHeading kicker={kicker} heading={round.title} lead={round.lead} />
      )}
      <Columns label={t("public.facts")} beside={<RoundBeside t={t} seen={seen} today={today} preview={preview} />}>
        {mayApply ? null : came}
        <RoundStory t={t} seen={seen} today={today} />
        <WhatHappens t={t} seen={seen} today={today} />
        {mayApply ? came : null}
      </Columns>
    </>
  );
}
