import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { csvText } from "#platform/csv/csv-text.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { addDispatch, changeDispatch, removeDispatch } from "#features/circles/postal-dispatch/commands.ts";
import { DispatchFields } from "#features/circles/postal-dispatch/parts/dispatch-fields.tsx";
import { PostPage } from "#features/circles/postal-dispatch/parts/post-page.tsx";
import { DispatchWish } from "#features/circles/postal-dispatch/postal-dispatch.ts";
import { dispatchIn, postOf } from "#features/circles/postal-dispatch/queries.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { LabelSheet } from "#ui/label-sheet.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const at = "/planera/:slug/listor/post";

/** What a round sends by post: what has been sent, the labels as a file and as a sheet to print. */
export const postPages = pages("signedIn")
  .form(at, {
    draw: async (c, filled) => {
      const { t, now } = c.var;
      const post = await postAsked(c);
      const { klart } = c.req.query();
      const today = dateIn(now());
      return c.render(
        <>
          {klart === "sparat" ? <Notice t={t} tone="done" heading={t("post.done.saved")} /> : null}
          {klart === "borta" ? <Notice t={t} tone="done" heading={t("post.done.removed")} /> : null}
          <PostPage t={t} post={post} today={today}>
            {post.can.write ? (
              <section class="stack">
                <h2>{t("post.add")}</h2>
                <Form t={t} filled={filled} label={t("post.add")}>
                  <DispatchFields t={t} filled={filled} dispatch={undefined} today={today} />
                  <FormEnd>
                    <Button>{t("post.add")}</Button>
                  </FormEnd>
                </Form>
              </section>
            ) : null}
          </PostPage>
        </>,
        { title: `${t("post.title")} – ${post.round.title}`, current: "/planera" },
      );
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { round } = await postAsked(c);
      await addDispatch(db, actor, now, round.id, checkedForm(DispatchWish, filled));
      return c.redirect(`/planera/${round.slug}/listor/post?klart=sparat`, 303);
    },
  })
  .get(`${at}/etiketter`, async (c) => {
    const { t } = c.var;
    const { round, addressees } = await postAsked(c);
    const labels = addressees.filter(({ lines }) => lines.length > 0).map(({ name, lines }) => ({ name, lines }));
    return c.render(
      <>
        <PageHeading
          kicker={<a href={`/planera/${round.slug}/listor/post`}>{t("post.title")}</a>}
          heading={t("post.labels_title")}
          lead={t("post.labels_lead")}
        />
        {labels.length === 0 ? (
          <EmptyState heading={t("post.labels_none")}>{t("post.labels_none_text")}</EmptyState>
        ) : (
          <LabelSheet labels={labels} />
        )}
      </>,
      { title: `${t("post.labels_title")} – ${round.title}`, current: "/planera" },
    );
  })
  .get(`${at}/etiketter.csv`, async (c) => {
    const { t } = c.var;
    const { addressees } = await postAsked(c);
    const reached = addressees.filter(({ lines }) => lines.length > 0);
    const most = Math.max(1, ...reached.map(({ lines }) => lines.length));
    const places = Array.from({ length: most }, (_, place) => place);
    const header = [
      t("post.column.name"),
      t("post.column.workplace"),
      ...places.map((place) => t("post.column.line", { count: place + 1 })),
    ];
    const rows = reached.map(({ name, workplace, lines }) => [
      name,
      workplace,
      ...places.map((place) => lines[place] ?? ""),
    ]);
    return c.body(csvText([header, ...rows]), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="etiketter.csv"',
      "cache-control": "no-store",
    });
  })
  .form(`${at}/:dispatch`, {
    draw: async (c, filled) => {
      const { t, now } = c.var;
      const { round, dispatch } = await dispatchAsked(c);
      const back = `/planera/${round.slug}/listor/post`;
      return c.render(
        <>
          <FormPage
            t={t}
            filled={filled}
            kicker={<a href={back}>{t("post.title")}</a>}
            heading={t("post.change_title")}
            press={t("post.save")}
            back={back}
          >
            <DispatchFields t={t} filled={filled} dispatch={dispatch} today={dateIn(now())} />
          </FormPage>
          <Form t={t} action={`${back}/${dispatch.id}/ta-bort`} tight>
            <Button quiet danger>
              {t("post.remove")}
            </Button>
          </Form>
        </>,
        { title: `${t("post.change_title")} – ${round.title}`, current: "/planera" },
      );
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { round, dispatch } = await dispatchAsked(c);
      await changeDispatch(db, actor, now, { roundId: round.id, id: dispatch.id }, checkedForm(DispatchWish, filled));
      return c.redirect(`/planera/${round.slug}/listor/post?klart=sparat`, 303);
    },
  })
  .post(`${at}/:dispatch/ta-bort`, async (c) => {
    const { round, dispatch } = await dispatchAsked(c);
    await removeDispatch(c.var.db, c.var.actor, { roundId: round.id, id: dispatch.id });
    return c.redirect(`/planera/${round.slug}/listor/post?klart=borta`, 303);
  });

async function postAsked(c: Page) {
  const post = await postOf(c.var.db, c.var.actor, c.req.param("slug") ?? "", c.var.now());
  if (!post) throw new Refusal("not_found", "registration.no_such_round");
  return post;
}

async function dispatchAsked(c: Page) {
  const post = await postAsked(c);
  const dispatch = dispatchIn(post, c.req.param("dispatch") ?? "");
  if (!dispatch) throw new Refusal("not_found", "post.no_such_dispatch");
  if (!post.can.write) throw new Refusal("forbidden", "post.planners_send");
  return { ...post, dispatch };
}
