import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { emptyForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { bodyCalled, type BodyFacts } from "#features/meetings/body/queries.ts";
import { renewBodyCalendar, renewBodyFeed } from "#features/meetings/feed/commands.ts";
import { feedAddress, type FeedKind } from "#features/meetings/feed/feed-link.ts";
import { mayFollow } from "#features/meetings/feed/feed-policy.ts";
import { feedSince } from "#features/meetings/feed/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Copy } from "#ui/copy.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

/** The ways to follow a body, on its page: when it meets, for those who sit in it; what is new, for its keepers too. */
export async function followingOfBody(c: Page, { slug, standing }: BodyFacts) {
  const { t } = c.var;
  if (!mayFollow("news", standing)) return null;
  return (
    <section class="stack">
      <h2>{t("body_feed.door")}</h2>
      <p class="muted">{t("body_feed.door_text")}</p>
      <div class="buttons">
        {mayFollow("calendar", standing) ? (
          <LinkButton href={`/grupper/${slug}/kalender`} quiet>
            {t("body_feed.calendar.open")}
          </LinkButton>
        ) : null}
        <LinkButton href={`/grupper/${slug}/flode`} quiet>
          {t("body_feed.door_open")}
        </LinkButton>
      </div>
    </section>
  );
}

/** The addresses of what is new in a body, and of when it meets. Each is shown once, when it is made. */
export const feedAddressPages = pages("signedIn")
  .form("/grupper/:slug/flode", {
    draw: (c, filled) => drawAddress(c, "news", filled),
    async send(c) {
      const { db, actor, now } = c.var;
      return drawAddress(c, "news", emptyForm, await renewBodyFeed(db, actor, now, c.req.param("slug") ?? ""));
    },
  })
  .form("/grupper/:slug/kalender", {
    draw: (c, filled) => drawAddress(c, "calendar", filled),
    async send(c) {
      const { db, actor, now } = c.var;
      return drawAddress(c, "calendar", emptyForm, await renewBodyCalendar(db, actor, now, c.req.param("slug") ?? ""));
    },
  });

const words = {
  news: {
    title: "body_feed.title",
    lead: "body_feed.lead",
    address: "body_feed.address",
    refused: "body_feed.members_only",
  },
  calendar: {
    title: "body_feed.calendar.title",
    lead: "body_feed.calendar.lead",
    address: "body_feed.calendar.address",
    refused: "body_feed.calendar.members_only",
  },
} as const satisfies Record<FeedKind, Record<string, MessageKey>>;

async function drawAddress(c: Page, kind: FeedKind, filled: Filled, secret?: string) {
  const { t, db, actor, now, config } = c.var;
  const today = dateIn(now());
  const { id, name, slug, standing } = await bodyCalled(db, actor, c.req.param("slug") ?? "", today);
  const { personId } = actor;
  if (!personId || !mayFollow(kind, standing)) throw new Refusal("forbidden", words[kind].refused);
  const since = await feedSince(db, kind, { personId, bodyId: id }, now());
  const heading = t(words[kind].title, { body: name });
  return c.render(
    <>
      <PageHeading kicker={<a href={`/grupper/${slug}`}>{name}</a>} heading={heading} lead={t(words[kind].lead)} />
      {secret ? (
        <Notice t={t} tone="done" heading={t("body_feed.made")}>
          <p>{t("body_feed.made_text")}</p>
          <Copy t={t} label={t(words[kind].address)} text={`${config.baseUrl}${feedAddress(kind, secret)}`} />
        </Notice>
      ) : (
        <p>
          {since === undefined
            ? t("body_feed.none")
            : t("body_feed.since", { day: sayDate(t.language, dateIn(since), { today }) })}
        </p>
      )}
      <Form t={t} filled={filled} tight>
        <FormEnd>
          <Button quiet={secret !== undefined}>{t(since === undefined ? "body_feed.make" : "body_feed.renew")}</Button>
        </FormEnd>
      </Form>
      {since === undefined ? null : <p class="muted">{t("body_feed.renew_means")}</p>}
    </>,
    { title: heading, secret: true },
  );
}
