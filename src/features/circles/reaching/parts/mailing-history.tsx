import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { ListedMailing, mailingOf } from "#features/circles/reaching/mailing/queries.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Unknown } from "#ui/unknown.tsx";

type HistoryProps = {
  t: Translate;
  slug: string;
  mailings: readonly ListedMailing[];
  mayWrite: boolean;
  now: Temporal.Instant;
};

/** What has been sent in a round: what about, to whom, by whom, when, and how far it has come. */
export function MailingHistory({ t, slug, mailings, mayWrite, now }: HistoryProps) {
  const at = (path: string) => `/planera/${slug}${path}`;
  const ways = (
    <Buttons>
      {mayWrite ? <LinkButton href={at("/meddelanden/nytt")}>{t("reaching.messages.write")}</LinkButton> : null}
      <LinkButton href={at("/inbjudan")} quiet>
        {t("reaching.invitation.title")}
      </LinkButton>
      <LinkButton href={at("/listor")} quiet>
        {t("reaching.lists.title")}
      </LinkButton>
    </Buttons>
  );
  if (mailings.length === 0) {
    return (
      <EmptyState heading={t("reaching.messages.none")} action={ways}>
        {t("reaching.messages.none_text")}
      </EmptyState>
    );
  }
  return (
    <section class="stack">
      {ways}
      <Table
        caption={t("reaching.messages.count", { count: mailings.length })}
        rows={mailings}
        columns={columnsOf(t, slug, now)}
      />
    </section>
  );
}

function columnsOf(t: Translate, slug: string, now: Temporal.Instant): Column<ListedMailing>[] {
  const today = dateIn(now);
  return [
    {
      label: t("reaching.messages.subject"),
      head: true,
      cell: ({ id, subject }) => <a href={`/planera/${slug}/meddelanden/${id}`}>{subject}</a>,
    },
    { label: t("reaching.messages.to"), cell: (mailing) => toWords(t, mailing) },
    { label: t("reaching.messages.by"), cell: ({ writtenBy }) => writtenBy ?? "" },
    { label: t("reaching.messages.when"), cell: ({ writtenAt }) => sayMoment(t.language, writtenAt, { today }) },
    { label: t("reaching.messages.state"), cell: (mailing) => stateWords(t, mailing) },
  ];
}

function toWords(t: Translate, { audience, count }: Pick<ListedMailing, "audience" | "count">): string {
  const whom = t(`reaching.audience.${audience ?? "contacts"}`);
  return audience === "person" ? whom : `${whom}, ${t("reaching.audience.number", { count })}`;
}

function stateWords(t: Translate, { waiting }: Pick<ListedMailing, "waiting">): string {
  return waiting > 0 ? t("reaching.messages.left", { left: waiting }) : t("reaching.messages.all_posted");
}

type OneProps = {
  t: Translate;
  round: Pick<RoundFacts, "slug" | "title">;
  mailing: NonNullable<Awaited<ReturnType<typeof mailingOf>>>;
  done: string | undefined;
  now: Temporal.Instant;
};

/** One mailing: what it said, and everybody it went to. */
export function OneMailing({ t, round, mailing, done, now }: OneProps) {
  const { subject, text, receivers, writtenBy, writtenAt, replyToName, replyToAddress, kind } = mailing;
  const when = sayMoment(t.language, writtenAt, { today: dateIn(now) });
  return (
    <>
      <PageHeading
        kicker={
          <>
            <a href={`/planera/${round.slug}`}>{round.title}</a>
            {dot}
            <a href={`/planera/${round.slug}/meddelanden`}>{t("reaching.messages.title")}</a>
          </>
        }
        heading={subject}
        lead={toWords(t, mailing)}
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <section class="stack">
        <Facts
          wide
          items={[
            { term: t("reaching.messages.by"), value: writtenBy ?? "–", note: when },
            { term: t("reaching.messages.reply_to"), value: `${replyToName}, ${replyToAddress}` },
            { term: t("reaching.messages.state"), value: stateWords(t, mailing) },
          ]}
        />
        {text ? (
          <>
            <h2>{t("reaching.messages.text")}</h2>
            <pre class="mail-text">{text}</pre>
          </>
        ) : null}
        {kind === "invitation" ? (
          <p>
            <a href={`/planera/${round.slug}/inbjudan`}>{t("reaching.invitation.title")}</a>
          </p>
        ) : null}
        <Table
          caption={t("reaching.messages.receivers", { count: mailing.count })}
          rows={receivers}
          brief
          columns={[
            {
              label: t("reaching.messages.receiver"),
              head: true,
              cell: ({ name, registrationId, workplace }) => (
                <>
                  {registrationId ? (
                    <a href={`/planera/${round.slug}/anmalningar/${registrationId}`}>{name}</a>
                  ) : (
                    (name ?? <Unknown>{t("reaching.messages.forgotten")}</Unknown>)
                  )}
                  {workplace ? <span class="under">{workplace}</span> : null}
                </>
              ),
            },
            {
              label: t("reaching.messages.address"),
              cell: ({ email }) => email ?? <Unknown>{t("reaching.messages.by_phone")}</Unknown>,
            },
          ]}
        />
      </section>
    </>
  );
}
