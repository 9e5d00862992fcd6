import type { Translate } from "#kernel/messages.ts";
import { ReplyButtons } from "#features/meetings/invitation/parts/call-part.tsx";
import { whenWords, whereWords } from "#features/meetings/invitation/parts/meeting-words.ts";
import type { askedByLink } from "#features/meetings/invitation/reply/queries.ts";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Facts } from "#ui/facts.tsx";
import type { Filled } from "#ui/filled.ts";
import { LinkPage } from "#ui/link-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type ReplyLinkPageProps = {
  t: Translate;
  asked: Awaited<ReturnType<typeof askedByLink>>;
  filled: Filled;
  saved: boolean;
  today: Temporal.PlainDate;
};

/** What somebody is asked about a meeting, behind the link in their mail. */
export function ReplyLinkPage({ t, asked, filled, saved, today }: ReplyLinkPageProps) {
  if (!asked)
    return (
      <LinkPage
        heading={t("call.reply.unknown")}
        lead={t("call.reply.unknown_text")}
        href="/logga-in"
        way={t("call.open")}
      />
    );
  const { meeting, answer, stands } = asked;
  if (stands === "over")
    return (
      <LinkPage
        kicker={meeting.title}
        heading={t("call.reply.over")}
        lead={t("call.reply.over_text")}
        href={`/mote/${meeting.slug}`}
        way={t("call.open")}
      />
    );
  return (
    <>
      <PageHeading kicker={meeting.title} heading={t("call.reply.question")} />
      <ErrorSummary t={t} filled={filled} />
      {saved ? <Notice t={t} tone="done" heading={t("call.reply.saved")} /> : null}
      <Facts
        items={[
          { term: t("call.day"), value: whenWords(t, meeting, today) },
          { term: t("call.place"), value: whereWords(t, meeting) },
        ]}
      />
      {answer ? <p>{t("call.reply.stands", { answer: t(`call.reply.${answer}`) })}</p> : null}
      <ReplyButtons t={t} meeting={meeting} own={answer} />
    </>
  );
}
