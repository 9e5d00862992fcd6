import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { stockholm } from "#kernel/clock.ts";
import { freshnessOf } from "#features/knowledge/item/freshness.ts";
import { termKinds } from "#features/knowledge/item/item.ts";
import { KindTag } from "#features/knowledge/item/parts/item-line.tsx";
import { termParameter } from "#features/knowledge/item/parts/browse-address.ts";
import type { ItemInside } from "#features/knowledge/item/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tags } from "#ui/tag.tsx";
import { Unknown } from "#ui/unknown.tsx";

type ItemPageProps = {
  t: Translate;
  inside: ItemInside;
  today: Temporal.PlainDate;
  /** How good what it says is: who was asked, how it was looked at. */
  quality: Child;
  origin: Child;
  /** What is drawn under the facts, each from a noun of its own. */
  beside: Child;
  done?: string | undefined;
  children?: Child;
};

/** An item: first what it says in plain words, then how good and how fresh it is, then where it comes from. (R132, R143) */
export function ItemPage({ t, inside, today, quality, origin, beside, done, children }: ItemPageProps) {
  const { item, version } = inside;
  // What is not out is read by those who are to do something with it, and what they do stands beside.
  const isOut = version.state === "published" || version.state === "replaced";
  return (
    <>
      <PageHeading kicker={<Kicker t={t} inside={inside} />} heading={version.title} />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <Standing t={t} inside={inside} today={today} />
      <Columns
        label={t("item.about")}
        besideLast={isOut}
        beside={
          <>
            <About t={t} inside={inside} />
            {beside}
          </>
        }
      >
        <Summary t={t} inside={inside} />
        <section aria-labelledby="hur-bra">
          <h2 id="hur-bra">{t("item.how_good")}</h2>
          {quality}
          <Freshness t={t} item={item} version={version} today={today} />
        </section>
        {version.body ? (
          <section aria-labelledby="mer">
            <h2 id="mer">{t("item.body")}</h2>
            <Paragraphs text={version.body} />
          </section>
        ) : null}
        {origin}
        {children}
      </Columns>
    </>
  );
}

function Kicker({ t, inside: { item } }: { t: Translate; inside: ItemInside }) {
  return (
    <Tags>
      <KindTag t={t} kind={item.kind} />
      {item.organisation ?? t("item.of_installation")}
    </Tags>
  );
}

/** What one must know before reading: that it is not followed any more, that it is past its day, that it is a draft. */
function Standing({ t, inside, today }: { t: Translate; inside: ItemInside; today: Temporal.PlainDate }) {
  const { item, version, working, can } = inside;
  const at = `/kunskap/${item.slug}`;
  const freshness = freshnessOf(item, today);
  const day = (instant: Temporal.Instant) =>
    sayDate(t.language, instant.toZonedDateTimeISO(stockholm).toPlainDate(), { weekday: false, today });
  return (
    <>
      {item.retiredAt ? (
        <Notice
          t={t}
          tone="warn"
          heading={t("item.retired_on", { day: day(item.retiredAt) })}
          action={
            item.replacedBy ? (
              <LinkButton href={`/kunskap/${item.replacedBy.slug}`}>{t("item.read_instead")}</LinkButton>
            ) : undefined
          }
        >
          <p>{item.retiredReason}</p>
          {item.replacedBy ? <p>{t("item.read_instead_title", { title: item.replacedBy.title })}</p> : null}
        </Notice>
      ) : null}
      {item.stage === "withdrawn" && !item.retiredAt ? (
        <Notice t={t} tone="warn" heading={t("item.experience_withdrawn")} />
      ) : null}
      {freshness === "due" && item.reviewDue ? (
        <Notice
          t={t}
          tone="warn"
          heading={t("item.due_since", { day: sayDate(t.language, item.reviewDue, { weekday: false, today }) })}
          action={
            can.retire ? (
              <LinkButton quiet href={`${at}/galler-an`}>
                {t("item.look_over")}
              </LinkButton>
            ) : undefined
          }
        />
      ) : null}
      {version.state === "published" ? null : (
        <Notice
          t={t}
          tone="info"
          heading={t(`item.not_published.${version.state === "inReview" ? "inReview" : "draft"}`)}
        >
          {t("item.not_published_text")}
        </Notice>
      )}
      {working && version.state === "published" ? (
        <Notice t={t} tone="info" heading={t("item.has_working", { number: working.versionNo })}>
          <a href={`${at}/versioner?till=${working.versionNo}`}>{t("item.see_working")}</a>
        </Notice>
      ) : null}
    </>
  );
}

function Summary({ t, inside: { version } }: { t: Translate; inside: ItemInside }) {
  const parts = (["says", "holdsFor", "use"] as const).map((name) => ({ name, text: version[name] }));
  return (
    <section aria-label={t("item.in_short")}>
      {parts.map(({ name, text }) => (
        <>
          <h2>{t(`item.${name}`)}</h2>
          {text === null ? (
            <p>
              <Unknown>{t("item.not_written")}</Unknown>
            </p>
          ) : (
            <Paragraphs text={text} />
          )}
        </>
      ))}
    </section>
  );
}

type FreshnessProps = { t: Translate; today: Temporal.PlainDate } & Pick<ItemInside, "item" | "version">;

function Freshness({ t, item, version, today }: FreshnessProps) {
  if (!version.publishedAt) return null;
  const published = version.publishedAt.toZonedDateTimeISO(stockholm).toPlainDate();
  const said = (date: Temporal.PlainDate) => sayDate(t.language, date, { weekday: false, today });
  return (
    <Facts
      wide
      items={[
        {
          term: t("item.published"),
          value: said(published),
          note: (
            <a href={`/kunskap/${item.slug}/versioner`}>{t("item.version_numbered", { number: version.versionNo })}</a>
          ),
        },
        {
          term: t("item.review_due"),
          value: item.reviewDue ? said(item.reviewDue) : <Unknown>{t("item.review_due_none")}</Unknown>,
        },
      ]}
    />
  );
}

/** What it is about, on paper, each word a way to more of the same; and what whoever reads may do. */
function About({ t, inside }: { t: Translate; inside: ItemInside }) {
  const { terms, methods } = inside;
  const items = termKinds.flatMap((kind) => {
    const of = terms.filter((term) => term.kind === kind);
    if (of.length === 0) return [];
    const value = of.map(({ slug, name, means }, index) => (
      <>
        {index > 0 ? <br /> : null}
        <a href={`/kunskap?${termParameter[kind]}=${slug}`}>{name}</a>
        {means ? <span class="note">{t("item.means", { name: means })}</span> : null}
      </>
    ));
    return [{ term: t(`item.term.${kind}`), value }];
  });
  const spoken =
    methods.length === 0
      ? []
      : [
          {
            term: t("item.methods"),
            value: methods.map(({ slug, name }, index) => (
              <>
                {index > 0 ? <br /> : null}
                <a href={`/metod/${slug}`}>{name}</a>
              </>
            )),
          },
        ];
  return (
    <Sheet label={t("item.about")}>
      {items.length + spoken.length > 0 ? (
        <Facts items={[...items, ...spoken]} />
      ) : (
        <p>
          <Unknown>{t("item.about_nothing")}</Unknown>
        </p>
      )}
      <Deeds t={t} inside={inside} />
    </Sheet>
  );
}

function Deeds({ t, inside: { item, working, can } }: { t: Translate; inside: ItemInside }) {
  const at = `/kunskap/${item.slug}`;
  const isReviewed = working !== null && (can.write || can.review || can.publish);
  if (!can.write && !can.review && !can.publish && !can.retire) return null;
  return (
    <div class="buttons">
      {isReviewed ? (
        <LinkButton wide href={`${at}/granska`}>
          {t(can.review ? "item.to_review" : working.state === "inReview" ? "item.see_review" : "item.send_for_review")}
        </LinkButton>
      ) : null}
      {can.write ? (
        <LinkButton wide quiet href={`${at}/andra`}>
          {t(working ? "item.write_on" : "item.change")}
        </LinkButton>
      ) : null}
      {can.write && !working ? (
        <LinkButton wide plain href={`${at}/granska`}>
          {t("item.review_history")}
        </LinkButton>
      ) : null}
      {can.retire && !item.retiredAt ? (
        <>
          <LinkButton wide plain href={`${at}/galler-an`}>
            {t("item.still_holds")}
          </LinkButton>
          <LinkButton wide plain href={`${at}/inte-langre-aktuell`}>
            {t("item.retire")}
          </LinkButton>
        </>
      ) : null}
      {can.retire && item.retiredAt ? (
        <LinkButton wide quiet href={`${at}/aktuell-igen`}>
          {t("item.restore")}
        </LinkButton>
      ) : null}
    </div>
  );
}
