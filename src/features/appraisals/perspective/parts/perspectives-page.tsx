import type { Translate } from "#kernel/messages.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { isLinkOpen, type StanceCount } from "#features/appraisals/perspective/perspective.ts";
import {
  type PerspectiveFacts,
  type PerspectivesOfLink,
  readsPerspectives,
} from "#features/appraisals/perspective/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tag } from "#ui/tag.tsx";

type PerspectivesPageProps = {
  t: Translate;
  inside: AppraisalInside;
  links: readonly PerspectivesOfLink[];
  /** Whether it is said that the service users' knowledge is sought, so that who was asked can be written under it. */
  isSought: boolean;
  today: Temporal.PlainDate;
  done: string | undefined;
};

/** What staff and service users have said by their links: counts for all who see the appraisal, texts for those at work. */
export function PerspectivesPage({ t, inside, links, isSought, today, done }: PerspectivesPageProps) {
  const { appraisal, can } = inside;
  const address = `/metodbedomning/${appraisal.slug}`;
  const mayAsk = can.tell && appraisal.state !== "withdrawn";
  const invite = mayAsk ? (
    <LinkButton href={`${address}/synpunkter/ny`}>{t("perspective.make_link")}</LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeading
        kicker={<a href={address}>{appraisal.title}</a>}
        heading={t("perspective.title")}
        lead={t("perspective.lead")}
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      {links.length === 0 ? (
        <EmptyState heading={t("perspective.none")} action={invite}>
          {t("perspective.none_text")}
        </EmptyState>
      ) : (
        <>
          {invite ? <div class="buttons">{invite}</div> : null}
          {readsPerspectives(inside) ? null : <p class="muted">{t("perspective.counts_only")}</p>}
          {links.map((link) => (
            <Link t={t} inside={inside} link={link} isSought={isSought} today={today} />
          ))}
        </>
      )}
    </>
  );
}

type LinkProps = Pick<PerspectivesPageProps, "t" | "inside" | "isSought" | "today"> & { link: PerspectivesOfLink };

function Link({ t, inside, link, isSought, today }: LinkProps) {
  const { id, audience, question, openUntil, counts, said, hidden, perspectives } = link;
  const source = `/metodbedomning/${inside.appraisal.slug}/kallor/brukarna`;
  const address = `/metodbedomning/${inside.appraisal.slug}/synpunkter/${id}`;
  const isOpen = isLinkOpen(link, today);
  const day = sayDate(t.language, openUntil, { today });
  return (
    <section class="stack">
      <h2>{t(`perspective.audience.${audience}`)}</h2>
      <blockquote class="as-written">{question}</blockquote>
      <p class="muted">
        {isOpen ? t("perspective.open_until", { day }) : t("perspective.is_closed")}
        {dot}
        {t("perspective.said", { count: said })}
        {hidden > 0 ? (
          <>
            {dot}
            {t("perspective.hidden", { count: hidden })}
          </>
        ) : null}
      </p>
      {said > 0 ? <p>{stancesSaid(t, counts)}</p> : null}
      {perspectives.length > 0 ? (
        <ul class="entries answers">
          {perspectives.map((perspective) => (
            <Perspective t={t} inside={inside} perspective={perspective} today={today} />
          ))}
        </ul>
      ) : null}
      {audience === "serviceUsers" && said > 0 && inside.can.write ? (
        <p>
          <a href={isSought ? `${source}/fragor/ny?lank=${id}` : `${source}/laget`}>{t("perspective.write_down")}</a>
        </p>
      ) : null}
      {isOpen && inside.can.tell ? (
        <Form t={t} action={`${address}/stang`} tight>
          <Button quiet small label={t("perspective.close_named", { audience: t(`perspective.audience.${audience}`) })}>
            {t("perspective.close")}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}

/** "3 för, 1 osäker, 2 emot": all three always, so that none is left out because nobody chose it. */
export function stancesSaid(t: Translate, counts: StanceCount): string {
  return t("perspective.stances", { ...counts });
}

type PerspectiveProps = {
  t: Translate;
  inside: AppraisalInside;
  perspective: PerspectiveFacts;
  today: Temporal.PlainDate;
};

function Perspective({ t, inside, perspective, today }: PerspectiveProps) {
  const { id, stance, text, receivedOn, isHidden } = perspective;
  const address = `/metodbedomning/${inside.appraisal.slug}/synpunkter/${id}`;
  return (
    <li>
      <div class="entry">
        <p class="detail">
          {stance ? <Tag>{t(`perspective.stance.${stance}`)}</Tag> : null}{" "}
          {isHidden ? <Tag tone="quiet">{t("perspective.is_hidden")}</Tag> : null}{" "}
          {sayDate(t.language, receivedOn, { today, weekday: false })}
        </p>
        <blockquote class="as-written">{text}</blockquote>
        {inside.can.tell ? (
          <Form t={t} action={`${address}/${isHidden ? "visa" : "dolj"}`} tight>
            <Button
              plain
              small
              label={t("perspective.hide_named", { start: text.slice(0, 60), hidden: String(isHidden) })}
            >
              {t(isHidden ? "perspective.show" : "perspective.hide")}
            </Button>
          </Form>
        ) : null}
      </div>
    </li>
  );
}

type InShortProps = { t: Translate; inside: AppraisalInside; links: readonly PerspectivesOfLink[] };

/** What has been said, on the page of the appraisal: how many of whom, and the way to ask. */
export function PerspectivesInShort({ t, inside, links }: InShortProps) {
  const { appraisal, can } = inside;
  const isAsking = can.tell && appraisal.state !== "withdrawn";
  if (links.length === 0 && !isAsking) return null;
  const of = (audience: "staff" | "serviceUsers") =>
    links.filter((link) => link.audience === audience).reduce((sum, { said }) => sum + said, 0);
  return (
    <section class="stack" id="synpunkter">
      <h2>{t("perspective.title")}</h2>
      <p class="muted">
        {links.length === 0
          ? t("perspective.none_text")
          : t("perspective.in_short", { staff: of("staff"), serviceUsers: of("serviceUsers") })}
      </p>
      <p>
        <LinkButton href={`/metodbedomning/${appraisal.slug}/synpunkter`} quiet>
          {t(links.length === 0 ? "perspective.go_ask" : "perspective.go_read")}
        </LinkButton>
      </p>
    </section>
  );
}
