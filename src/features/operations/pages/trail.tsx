import type { MessageKey, Translate } from "#kernel/messages.ts";
import { dateIn } from "#kernel/clock.ts";
import { pages } from "#platform/web/pages.ts";
import { LinkButton } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { Pager } from "#ui/pager.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { auditTrail, type DeedRow } from "#features/operations/queries.ts";
import { OperationsHeading } from "#features/operations/parts/operations-heading.tsx";
import { deedWords } from "#features/operations/parts/deed-words.ts";
import { TrailWish } from "#features/operations/trail-wish.ts";

/** Who did what about what and when, narrowed down by any of these. */
export const trailPages = pages("signedIn").get("/drift/spar", async (c) => {
  const { t, db, actor, now } = c.var;
  const wish = TrailWish.parse(c.req.query());
  const { rows, next, can } = await auditTrail(db, actor, wish);
  const today = dateIn(now());
  const columns: Column<DeedRow>[] = [
    {
      label: t("operations.trail.what"),
      head: true,
      cell: ({ what }) => (
        <>
          {deedWords(t, what)}
          <span class="note">{what}</span>
        </>
      ),
    },
    {
      label: t("operations.trail.when"),
      cell: ({ at }) => <span class="nowrap">{sayMoment(t.language, at, { today, weekday: false })}</span>,
    },
    { label: t("operations.trail.who"), cell: (row) => <Who t={t} row={row} /> },
    {
      label: t("operations.trail.about"),
      cell: ({ about, name }) => (
        <a class="breakable" href={addressOf({ about })}>
          {name ?? about}
        </a>
      ),
    },
    { label: t("operations.trail.held"), cell: (row) => <Held t={t} row={row} /> },
  ];
  const isWhole = Object.keys(wish).length === 0;
  return c.render(
    <>
      <OperationsHeading t={t} heading={t("operations.trail.title")} lead={t("operations.trail.lead")}>
        {can.verify ? (
          <p>
            <a href="/drift/spar/kedjan">{t("operations.trail.verify")}</a>
          </p>
        ) : null}
      </OperationsHeading>
      <Filters t={t} action="/drift/spar" label={t("operations.trail.find")}>
        <Find t={t} name="person" label="operations.trail.find_person" value={wish.person} />
        <Find
          t={t}
          name="what"
          label="operations.trail.find_what"
          help="operations.trail.find_what_help"
          value={wish.what}
        />
        <Find t={t} name="about" label="operations.trail.find_about" value={wish.about} />
      </Filters>
      {rows.length > 0 ? (
        <Table
          caption={t("operations.trail.caption", { count: rows.length })}
          captionHidden
          rows={rows}
          columns={columns}
        />
      ) : (
        <EmptyState
          heading={t("operations.trail.empty")}
          action={
            isWhole ? undefined : (
              <LinkButton href="/drift/spar" quiet>
                {t("operations.trail.all")}
              </LinkButton>
            )
          }
        >
          {t("operations.trail.empty_text")}
        </EmptyState>
      )}
      {next === undefined ? null : <Pager t={t} next={addressOf({ ...wish, after: next })} />}
    </>,
    { title: t("operations.trail.title"), current: "/drift" },
  );
});

type FindProps = { t: Translate; name: string; label: MessageKey; help?: MessageKey; value: string | undefined };

function Find({ t, name, label, help, value }: FindProps) {
  return (
    <TextField
      t={t}
      name={name}
      type="search"
      width="medium"
      label={t(label)}
      help={help ? t(help) : undefined}
      value={value}
    />
  );
}

function Who({ t, row }: { t: Translate; row: DeedRow }) {
  const via = t(`operations.trail.via.${row.via}`);
  if (!row.person) return <>{via}</>;
  return (
    <>
      {row.email ? <a href={addressOf({ person: row.email })}>{row.person}</a> : row.person}
      {row.via === "session" ? null : (
        <small>
          {dot}
          {via}
        </small>
      )}
    </>
  );
}

function Held({ t, row }: { t: Translate; row: DeedRow }) {
  if (row.payload === null) return <span class="muted">{t("operations.trail.erased")}</span>;
  const { before, after } = row.payload as { before?: unknown; after?: unknown };
  if (before === undefined && after === undefined) return null;
  return (
    <Details summary={t("operations.trail.show")}>
      {[["operations.trail.before", before] as const, ["operations.trail.after", after] as const].map(
        ([label, value]) =>
          value === undefined ? null : (
            <>
              <p class="label">{t(label)}</p>
              <pre class="letter">{JSON.stringify(value, null, 2)}</pre>
            </>
          ),
      )}
    </Details>
  );
}

function addressOf(wish: TrailWish): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wish))
    if (value !== undefined && value !== "") query.set(name, String(value));
  return `/drift/spar?${query.toString()}`;
}
