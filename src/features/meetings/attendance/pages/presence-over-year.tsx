import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { presenceOverYear } from "#features/meetings/attendance/never-present/queries.ts";
import { NeverPresent, PresencePicture } from "#features/meetings/attendance/parts/presence-over-year.tsx";
import { type BodyFacts, bodyCalled } from "#features/meetings/body/queries.ts";
import { sitsIn } from "#features/meetings/body/body-policy.ts";
import { Refusal } from "#kernel/refusal.ts";
import { Stack } from "#ui/columns.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** Which member municipalities have not come to a body's meetings for a year, with all of them as a picture. */
export const presenceOverYearPages = pages("signedIn").get("/grupper/:slug/narvaro", async (c) => {
  const { t, db, actor, now } = c.var;
  const today = dateIn(now());
  const body = await bodyCalled(db, actor, c.req.param("slug") ?? "", today);
  if (!maySeePresence(body)) throw new Refusal("forbidden", "presence.only_inside");
  const presence = await presenceOverYear(db, body.id, today);
  const title = t("presence.never.title");
  return c.render(
    <Stack>
      <PageHeading kicker={<a href={`/grupper/${body.slug}`}>{body.name}</a>} heading={title} />
      <NeverPresent t={t} presence={presence} />
      <PresencePicture t={t} presence={presence} />
    </Stack>,
    { title: `${title}: ${body.name}` },
  );
});

/** On the page of a body: the municipalities nobody has come from, for those who sit in it or keep it. */
export async function neverPresentInBody(c: Page, body: BodyFacts): Promise<Child> {
  const { t, db, now } = c.var;
  if (!maySeePresence(body)) return null;
  const presence = await presenceOverYear(db, body.id, dateIn(now()));
  if (presence.municipalities.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("presence.never.title")}</h2>
      <NeverPresent t={t} presence={presence} />
      {presence.meetings > 0 ? (
        <p>
          <a href={`/grupper/${body.slug}/narvaro`}>{t("presence.never.more")}</a>
        </p>
      ) : null}
    </section>
  );
}

/** Attendance is seen by those who see the meetings: who sits there, and who keeps the body. */
export function maySeePresence({ standing }: BodyFacts): boolean {
  return standing.keeps || sitsIn(standing);
}
