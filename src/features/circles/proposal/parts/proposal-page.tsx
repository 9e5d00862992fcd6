import type { Translate } from "#kernel/messages.ts";
import { whose } from "#features/circles/proposal/parts/circle-proposals.tsx";
import { ProposalHistory, ProposalText } from "#features/circles/proposal/parts/proposal-words.tsx";
import { StateTag } from "#features/circles/proposal/parts/state-tag.tsx";
import type { ProposalInRoom, PublishedProposal } from "#features/circles/proposal/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type ProposalPageProps = { t: Translate; found: ProposalInRoom; today: Temporal.PlainDate; done: string | undefined };

/** A proposal as the circle sees it: what it says, how it has fared, and what can be done with it. */
export function ProposalPage({ t, found, today, done }: ProposalPageProps) {
  const { round, proposal, history, can } = found;
  const address = `/cirkel/${round.slug}/forslag/${proposal.id}`;
  return (
    <>
      <PageHeading kicker={<a href={`/cirkel/${round.slug}`}>{round.title}</a>} heading={proposal.title}>
        <p>
          <StateTag t={t} state={proposal.state} />
        </p>
      </PageHeading>
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <Columns
        label={t("proposal.facts")}
        beside={
          <Sheet>
            <Facts items={factsInRoom(t, proposal)} />
            {can.change ? (
              <div class="buttons">
                <LinkButton href={`${address}/lage`} wide>
                  {t("proposal.tell")}
                </LinkButton>
                <LinkButton href={`${address}/andra`} quiet wide>
                  {t("proposal.change")}
                </LinkButton>
              </div>
            ) : null}
            <p>
              <a href={`${address}/forslag.docx`} download>
                {t("proposal.word")}
              </a>
            </p>
            <Publishing t={t} found={found} address={address} />
          </Sheet>
        }
      >
        <ProposalText t={t} proposal={proposal} />
        <ProposalHistory t={t} steps={history} today={today} />
      </Columns>
    </>
  );
}

function Publishing({ t, found, address }: { t: Translate; found: ProposalInRoom; address: string }) {
  const { round, proposal, can } = found;
  const isPublic = proposal.publishedAt !== null;
  return (
    <>
      {isPublic ? (
        <p>
          <a href={`/cirklar/${round.slug}/forslag/${proposal.id}`}>{t("proposal.public_page")}</a>
        </p>
      ) : null}
      {can.publish && !isPublic && !can.isPublishable ? <p class="muted">{t("proposal.says_too_little")}</p> : null}
      {can.publish && (isPublic || can.isPublishable) ? (
        <>
          <p class="muted">{t(isPublic ? "proposal.is_public" : "proposal.publish_means")}</p>
          <Form t={t} action={`${address}/publicera`} hidden={{ public: isPublic ? "no" : "yes" }} tight>
            <Button quiet wide>
              {t(isPublic ? "proposal.unpublish" : "proposal.publish")}
            </Button>
          </Form>
        </>
      ) : null}
    </>
  );
}

/** A proposal as anybody may read it: no names, and not why something was dropped. */
export function PublicProposal({
  t,
  found,
  today,
}: {
  t: Translate;
  found: PublishedProposal;
  today: Temporal.PlainDate;
}) {
  const { round, proposal, organiser, history } = found;
  return (
    <>
      <PageHeading
        kicker={<a href={`/cirklar/${round.slug}`}>{round.title}</a>}
        heading={proposal.title}
        lead={t("proposal.public_lead", { organiser })}
      >
        <p>
          <StateTag t={t} state={proposal.state} />
        </p>
      </PageHeading>
      <Columns
        label={t("proposal.facts")}
        beside={
          <Sheet>
            <Facts items={factsOf(t, proposal)} />
            <p>
              <a href={`/cirklar/${round.slug}/forslag/${proposal.id}/forslag.docx`} download>
                {t("proposal.word")}
              </a>
            </p>
            <p>
              <a href="/forslag">{t("proposal.list")}</a>
            </p>
          </Sheet>
        }
      >
        <ProposalText t={t} proposal={proposal} />
        <ProposalHistory t={t} steps={history} today={today} />
      </Columns>
    </>
  );
}

function factsOf(t: Translate, { kind, owner }: Pick<PublishedProposal["proposal"], "kind" | "owner">) {
  return [
    ...(kind ? [{ term: t("proposal.kind"), value: t(`proposal.kind.${kind}`) }] : []),
    ...(owner ? [{ term: t("proposal.owner"), value: owner }] : []),
  ];
}

/** Inside the circle an owner that is in the register leads there, and one that is not says so. */
function factsInRoom(t: Translate, { kind, owner, ownerSlug, author, registrationId }: ProposalInRoom["proposal"]) {
  const known = ownerSlug ? <a href={`/organisationer/${ownerSlug}`}>{owner}</a> : owner;
  return [
    ...factsOf(t, { kind, owner: null }),
    ...(owner
      ? [{ term: t("proposal.owner"), value: known, note: ownerSlug ? undefined : t("proposal.owner_unknown") }]
      : []),
    { term: t("proposal.whose"), value: whose(t, author, registrationId) },
  ];
}
