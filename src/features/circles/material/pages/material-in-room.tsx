import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import { mayGiveAssignments } from "#features/circles/assignment/assignment-policy.ts";
import { MaterialList } from "#features/circles/material/parts/material-list.tsx";
import { materialIn } from "#features/circles/material/queries.ts";
import type { Room, SessionInRoom } from "#features/circles/room/queries.ts";
import { Notice } from "#ui/notice.tsx";

type Page = Context<Environment>;

/** What the circle reads, on its page. */
export async function readingListOfRoom(c: Page, room: Room): Promise<Child> {
  const { t, db, now } = c.var;
  const toRead = (await materialIn(db, room, now())).filter((each) => each.toRead);
  if (toRead.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("material.reading_list")}</h2>
      <MaterialList t={t} slug={room.round.slug} material={toRead} mayChange={false} />
    </section>
  );
}

/** The files and links of one meeting, on its page. */
export async function materialOfSession(c: Page, room: SessionInRoom): Promise<Child> {
  const { t, db, now } = c.var;
  const { round, session } = room;
  const material = (await materialIn(db, room, now())).filter(({ sessionId }) => sessionId === session.id);
  const mayAdd = mayGiveAssignments(room);
  if (material.length === 0 && !mayAdd) return null;
  return (
    <section class="stack" id="material">
      <h2>{t("material.heading")}</h2>
      {c.req.query("klart") === "material" ? <Notice t={t} tone="done" heading={t("material.added")} /> : null}
      {c.req.query("klart") === "andrat" ? <Notice t={t} tone="done" heading={t("material.changed")} /> : null}
      {material.length > 0 ? <MaterialList t={t} slug={round.slug} material={material} mayChange={mayAdd} /> : null}
      {mayAdd ? (
        <p>
          <a href={`/cirkel/${round.slug}/traff/${session.id}/material`}>{t("material.add")}</a>
        </p>
      ) : null}
    </section>
  );
}
