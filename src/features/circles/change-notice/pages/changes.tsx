import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { markChangesSeen, markChangesSeenByLink } from "#features/circles/change-notice/commands.ts";
import { UnseenChanges } from "#features/circles/change-notice/parts/change-list.tsx";
import { markWords } from "#features/circles/change-notice/parts/change-words.ts";
import { AllChanges } from "#features/circles/change-notice/parts/all-changes.tsx";
import { changesOf, changesUnseenBy, marksIn, readersOf } from "#features/circles/change-notice/queries.ts";
import { type Room, roomOf, type SessionInRoom } from "#features/circles/room/queries.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** Everything that was changed in a circle, and for those who lead it who has seen it. */
export const changePages = pages("signedIn").get("/cirkel/:slug/andringar", async (c) => {
  const { t, db, actor, now } = c.var;
  const room = await roomOf(db, actor, c.req.param("slug") ?? "");
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  const { round, part } = room;
  const leads = part === "leads";
  const [notices, readers] = await Promise.all([changesOf(db, round.id), leads ? readersOf(db, room) : undefined]);
  await seenByOpening(c, room);
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/cirkel/${round.slug}`}>{round.title}</a>}
        heading={t("changes.title")}
        lead={notices.length > 0 ? t(leads ? "changes.lead_leader" : "changes.lead") : undefined}
      />
      {notices.length > 0 ? (
        <AllChanges t={t} notices={notices} readers={readers} today={dateIn(now())} />
      ) : (
        <EmptyState heading={t("changes.none")}>{t("changes.none_text")}</EmptyState>
      )}
    </>,
    { title: `${t("changes.title")}: ${round.title}` },
  );
});

/** The press on somebody's own page that says that they have seen what was changed. */
export const changeSeenPages = pages("mailedLink").post("/anmalan/min/:token/sett", async (c) => {
  const token = c.req.param("token") ?? "";
  await markChangesSeenByLink(c.var.db, c.var.actor, token, c.var.now);
  return c.redirect(`/anmalan/min/${encodeURIComponent(token)}`, 303);
});

/** At the top of a circle: what was changed since whoever opens it was there last. Now they have seen it. */
export async function newInRoom(c: Page, room: Room): Promise<Child> {
  const { t, now } = c.var;
  return <UnseenChanges t={t} notices={await seenByOpening(c, room)} today={dateIn(now())} />;
}

/** On the page of a meeting: what of it is not as it was. */
export async function changesOfSession(c: Page, { round, session }: SessionInRoom): Promise<Child> {
  const { t, db, now } = c.var;
  const mark = (await marksIn(db, { ...round, sessions: [session] })).get(session.id);
  return mark ? (
    <p>
      {markWords(t, mark, dateIn(now()))}. <a href={`/cirkel/${round.slug}/andringar`}>{t("changes.all")}</a>
    </p>
  ) : null;
}

/** Under the meetings of a circle: the way to everything that was changed. */
export async function changesOfRoom(c: Page, { round }: Room): Promise<Child> {
  const { t, db } = c.var;
  const [latest] = await changesOf(db, round.id);
  return latest ? (
    <p>
      <a href={`/cirkel/${round.slug}/andringar`}>{t("changes.all")}</a>
    </p>
  ) : null;
}

/** Gives what is new to whoever opens a page of the circle, and keeps that they have seen it. */
async function seenByOpening(c: Page, { round, own }: Room) {
  const { db, actor, now } = c.var;
  const unseen = own ? await changesUnseenBy(db, own.registrationId) : [];
  if (unseen.length > 0) await markChangesSeen(db, actor, now, round.id);
  return unseen;
}
