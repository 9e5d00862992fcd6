import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Post, PostalDispatch } from "#features/circles/postal-dispatch/queries.ts";
import { retention } from "#features/privacy/retention.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type PostPageProps = {
  t: Translate;
  post: Post;
  today: Temporal.PlainDate;
  /** Where one more is written down, for those who may. */
  children?: Child;
};

/** What a round sends by post: to whom, what has been sent, and when the addresses go. */
export function PostPage({ t, post, today, children }: PostPageProps) {
  const { round, addressees, dispatches, can } = post;
  const at = `/planera/${round.slug}/listor`;
  const reached = addressees.filter(({ lines }) => lines.length > 0);
  const without = addressees.filter(({ lines }) => lines.length === 0).map(({ name }) => name);
  const goes = erasedOn(dispatches);
  const isErased = goes !== undefined && Temporal.PlainDate.compare(goes, today) <= 0;
  const { days } = retention.postalAddress;
  return (
    <>
      <PageHeading
        kicker={
          <>
            <a href={`/planera/${round.slug}/anmalningar`}>{round.title}</a> ·{" "}
            <a href={at}>{t("reaching.lists.title")}</a>
          </>
        }
        heading={t("post.title")}
        lead={t("post.lead")}
      />
      <section class="stack">
        <h2>{t("post.addresses")}</h2>
        <p>{t("post.addresses_count", { count: reached.length })}</p>
        {reached.length > 0 ? (
          <Buttons>
            <LinkButton href={`${at}/post/etiketter`} quiet>
              {t("post.labels_sheet")}
            </LinkButton>
            <LinkButton href={`${at}/post/etiketter.csv`} quiet>
              {t("post.labels_csv")}
            </LinkButton>
          </Buttons>
        ) : null}
        {reached.length > 0 && without.length > 0 ? <p>{t("post.without", { names: without.join(", ") })}</p> : null}
        {goes && !isErased ? <p>{t("post.erased_on", { day: sayDate(t.language, goes, { today }) })}</p> : null}
        {isErased ? <p>{t("post.erased", { days })}</p> : null}
      </section>
      <section class="stack" id="utskick">
        <h2>{t("post.dispatches")}</h2>
        {dispatches.length === 0 ? (
          <p>{t("post.none")}</p>
        ) : (
          <Table
            caption={t("post.dispatches")}
            captionHidden
            rows={dispatches}
            columns={columnsOf(t, { at, today, mayChange: can.write })}
          />
        )}
      </section>
      {children}
    </>
  );
}

type Around = { readonly at: string; readonly today: Temporal.PlainDate; readonly mayChange: boolean };

function columnsOf(t: Translate, { at, today, mayChange }: Around): Column<PostalDispatch>[] {
  return [
    { label: t("post.contents"), head: true, cell: ({ contents }) => contents },
    {
      label: t("post.sent"),
      cell: ({ sentOn, isLast }) => (
        <>
          {sentOn ? sayDate(t.language, sentOn, { today }) : t("post.planned")}{" "}
          {isLast ? <Tag tone="quiet">{t("post.last")}</Tag> : null}
        </>
      ),
    },
    ...(mayChange
      ? [
          {
            label: t("post.change"),
            labelHidden: true,
            cell: ({ id, contents }: PostalDispatch) => (
              <a href={`${at}/post/${id}`} aria-label={t("post.change_named", { contents })}>
                {t("post.change")}
              </a>
            ),
          },
        ]
      : []),
  ];
}

/** The day the addresses go: so long after the last dispatch, unless something is sent, or meant to be, after it. */
function erasedOn(dispatches: readonly PostalDispatch[]): Temporal.PlainDate | undefined {
  const last = dispatches.find(({ isLast }) => isLast);
  const sentOn = last?.sentOn;
  if (!last || !sentOn) return undefined;
  const isAfter = (other: PostalDispatch) =>
    other !== last && (!other.sentOn || Temporal.PlainDate.compare(other.sentOn, sentOn) > 0);
  return dispatches.some(isAfter) ? undefined : sentOn.add({ days: retention.postalAddress.days });
}
