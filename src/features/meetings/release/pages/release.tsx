import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, emptyForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { documentAnswer, kindOf } from "#features/meetings/distribution/parts/minutes-files.ts";
import { minutesDocument } from "#features/meetings/distribution/parts/minutes-document.ts";
import { checkSecrecy, handOut } from "#features/meetings/release/commands.ts";
import { releasablePart, releasableParts } from "#features/meetings/release/queries.ts";
import { coveredWords, ReleaseWish, SecrecyCheck, shownAtOnce } from "#features/meetings/release/release.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Facts } from "#ui/facts.tsx";
import { Filters } from "#ui/filters.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";
import { Unknown } from "#ui/unknown.tsx";

type Page = Context<Environment>;

/** Final minutes for those who hand them out on request: the list, the check of secrecy, and one document at a time. */
export const releasePages = pages("signedIn")
  .get("/utlamnande", async (c: Page) => {
    const { t, db, actor } = c.var;
    if (!actor.reach.has("minutes:release")) throw new Refusal("not_found", "release.no_such_part");
    const { q, sida } = ReleaseWish.parse(c.req.query());
    const { all, parts } = await releasableParts(db, actor, { q, page: sida });
    const address = (page: number) => `/utlamnande?${new URLSearchParams({ q, sida: String(page) }).toString()}`;
    const from = (sida - 1) * shownAtOnce;
    return c.render(
      <>
        <PageHeading heading={t("release.title")} lead={t("release.lead")} />
        <Filters t={t} action="/utlamnande" label={t("release.filter")} press={t("release.press_search")}>
          <TextField
            t={t}
            filled={emptyForm}
            name="q"
            type="search"
            value={q}
            label={t("release.search")}
            help={t("release.search_help")}
            autocomplete="off"
            required
          />
        </Filters>
        {parts.length === 0 ? (
          <EmptyState
            heading={t("release.none")}
            action={q === "" ? undefined : <LinkButton href="/utlamnande">{t("release.show_all")}</LinkButton>}
          >
            {t(q === "" ? "release.none_text" : "release.none_found")}
          </EmptyState>
        ) : (
          <>
            <Table
              caption={t("release.counted", { count: all })}
              rows={parts}
              columns={[
                {
                  label: t("release.meeting"),
                  head: true,
                  cell: ({ id, title }) => <a href={`/utlamnande/${id}`}>{title}</a>,
                },
                { label: t("release.bodies"), cell: ({ bodies }) => bodies.join(", ") },
                {
                  label: t("release.day"),
                  cell: ({ day }) =>
                    day ? sayDate(t.language, day, { weekday: false }) : <Unknown>{t("release.no_day")}</Unknown>,
                },
                { label: t("release.diary_number"), cell: ({ diaryNumber }) => diaryNumber },
                { label: t("release.times"), cell: ({ times }) => t("release.times_count", { count: times }) },
              ]}
            />
            {all > shownAtOnce ? (
              <Pager
                t={t}
                shown={{ from: from + 1, to: from + parts.length, all }}
                previous={sida > 1 ? address(sida - 1) : undefined}
                next={from + parts.length < all ? address(sida + 1) : undefined}
              />
            ) : null}
          </>
        )}
      </>,
      { title: t("release.title") },
    );
  })
  .form("/utlamnande/:part", {
    async draw(c, filled) {
      const { t, db, actor, now } = c.var;
      const part = await releasablePart(db, actor, c.req.param("part") ?? "");
      const { title, bodies, day, diaryNumber, finishedAt, releases } = part;
      const address = `/utlamnande/${part.id}`;
      const said = (at: Temporal.Instant) => sayDate(t.language, dateIn(at), { today: dateIn(now()), weekday: false });
      return c.render(
        <>
          <PageHeading
            kicker={<a href="/utlamnande">{t("release.title")}</a>}
            heading={title}
            lead={bodies.join(", ")}
          />
          {c.req.query("klart") === "provad" ? <Notice t={t} tone="done" heading={t("release.done")} /> : null}
          <Facts
            items={[
              {
                term: t("release.day"),
                value: day ? sayDate(t.language, day) : <Unknown>{t("release.no_day")}</Unknown>,
                ...(finishedAt ? { note: t("release.finished", { day: said(finishedAt) }) } : {}),
              },
              ...(diaryNumber ? [{ term: t("release.diary_number"), value: diaryNumber }] : []),
            ]}
          />
          <section class="stack" id="provningar">
            <h2>{t("release.history")}</h2>
            {releases.length === 0 ? <p>{t("release.history_none")}</p> : null}
            {releases.map(({ id, masked, reason, checkedAt, checkedBy }) => (
              <div class="stack">
                <h3>{t("release.history_of", { day: said(checkedAt), name: checkedBy })}</h3>
                <p>{reason}</p>
                <p>
                  {masked
                    ? `${t("release.masked_was")}: ${coveredWords(masked).join(", ")}`
                    : t("release.nothing_masked")}
                </p>
                <Buttons>
                  <LinkButton
                    href={`${address}/${id}/anteckningar.docx`}
                    quiet
                    label={t("release.word_of", { day: said(checkedAt) })}
                  >
                    {t("release.word")}
                  </LinkButton>
                  <LinkButton
                    href={`${address}/${id}/anteckningar.pdf`}
                    quiet
                    label={t("release.pdf_of", { day: said(checkedAt) })}
                  >
                    {t("release.pdf")}
                  </LinkButton>
                </Buttons>
              </div>
            ))}
          </section>
          <section class="stack">
            <h2>{t("release.check")}</h2>
            <p>{t("release.check_text")}</p>
            <p class="muted">{t("release.names")}</p>
            <Form t={t} filled={filled}>
              <TextArea
                t={t}
                filled={filled}
                name="masked"
                label={t("release.masked")}
                help={t("release.masked_help")}
                rows={4}
                limit={8_000}
              />
              <TextArea
                t={t}
                filled={filled}
                name="reason"
                label={t("release.reason")}
                rows={3}
                limit={2_000}
                required
              />
              <Button>{t("release.press")}</Button>
            </Form>
          </section>
        </>,
        { title: `${t("release.title")}: ${title}` },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const part = c.req.param("part") ?? "";
      await checkSecrecy(db, actor, now, part, checkedForm(SecrecyCheck, filled));
      return c.redirect(`/utlamnande/${encodeURIComponent(part)}?klart=provad#provningar`, 303);
    },
  })
  .get("/utlamnande/:part/:release/:file{anteckningar\\.(?:docx|pdf)}", async (c: Page) => {
    const { t, db, actor, now } = c.var;
    const which = { partId: c.req.param("part") ?? "", releaseId: c.req.param("release") ?? "" };
    const kind = kindOf(c);
    const { read, release } = await handOut(db, actor, now, which, kind);
    const document = minutesDocument(t, read, coveredWords(release.masked));
    return documentAnswer(c, document, `anteckningar-${read.meeting.slug}`, kind);
  });
