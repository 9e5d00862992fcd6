import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { openFiles } from "#platform/files/files.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { mayGiveAssignments } from "#features/circles/assignment/assignment-policy.ts";
import { addMaterial, changeMaterial, countOpening, removeMaterial } from "#features/circles/material/commands.ts";
import { MaterialId, MaterialWish } from "#features/circles/material/material.ts";
import { fileAnswer } from "#features/circles/material/parts/file-answer.ts";
import { MaterialFields } from "#features/circles/material/parts/material-fields.tsx";
import { materialFile, materialIn } from "#features/circles/material/queries.ts";
import { sessionAsked } from "#features/circles/room/pages/room.tsx";
import { type Room, roomOf } from "#features/circles/room/queries.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** Files and links of the meetings: laid there by those who lead, opened by all in the circle. */
export const materialPages = pages("signedIn")
  .form("/cirkel/:slug/traff/:session/material", {
    draw: async (c, filled) => {
      const { t, now } = c.var;
      const found = await sessionAsked(c);
      mustAdd(found);
      const { round, session } = found;
      const back = `/cirkel/${round.slug}/traff/${session.id}`;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          files
          kicker={<a href={back}>{sessionName(t, session, dateIn(now()))}</a>}
          heading={t("material.add")}
          lead={t("material.add_lead")}
          press={t("material.add")}
          back={back}
        >
          <MaterialFields t={t} filled={filled} material={undefined} />
        </FormPage>,
        { title: t("material.add") },
      );
    },
    send: async (c, filled) => {
      const { db, actor, now, config } = c.var;
      const { round, session } = await sessionAsked(c);
      const wish = checkedForm(MaterialWish, filled);
      const file = filled.files["file"];
      const sent = file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      const place = { roundId: round.id, sessionId: session.id };
      await addMaterial(db, openFiles(config.dataDir), actor, now, place, wish, sent);
      return c.redirect(`/cirkel/${round.slug}/traff/${session.id}?klart=material#material`, 303);
    },
  })
  .form("/cirkel/:slug/material/:material/andra", {
    draw: async (c, filled) => {
      const { t, now } = c.var;
      const room = await roomAsked(c);
      mustAdd(room);
      const material = await materialAsked(c, room);
      const { session } = material;
      const back = `/cirkel/${room.round.slug}/traff/${session.id}#material`;
      return c.render(
        <>
          <FormPage
            t={t}
            filled={filled}
            kicker={<a href={back}>{sessionName(t, session, dateIn(now()))}</a>}
            heading={t("material.change")}
            lead={material.fileName ?? undefined}
            press={t("material.save")}
            back={back}
          >
            <MaterialFields t={t} filled={filled} material={material} />
          </FormPage>
          <Form t={t} action={`/cirkel/${room.round.slug}/material/${material.id}/ta-bort`} tight>
            <Button quiet danger>
              {t("material.remove")}
            </Button>
          </Form>
        </>,
        { title: t("material.change") },
      );
    },
    send: async (c, filled) => {
      const room = await roomAsked(c);
      const { id, session } = await materialAsked(c, room);
      const wish = checkedForm(MaterialWish, filled);
      await changeMaterial(c.var.db, c.var.actor, { roundId: room.round.id, id }, wish);
      return c.redirect(`/cirkel/${room.round.slug}/traff/${session.id}?klart=andrat#material`, 303);
    },
  })
  .get("/cirkel/:slug/material/:material/oppna", async (c) => {
    const { db, actor } = c.var;
    const room = await roomAsked(c);
    const { id, address } = await materialAsked(c, room);
    if (address === null) throw new Refusal("not_found", "material.no_such_material");
    await countOpening(db, actor, room, id);
    // The place it leads to is not told which circle somebody comes from.
    c.header("referrer-policy", "no-referrer");
    c.header("cache-control", "no-store");
    return c.redirect(address, 302);
  })
  .get("/cirkel/:slug/material/:material/fil", async (c) => {
    const { db, actor, now, config } = c.var;
    const room = await roomAsked(c);
    const { id, key, name, type } = await materialFile(db, room, c.req.param("material") ?? "", now());
    const bytes = await openFiles(config.dataDir).read(key);
    if (!bytes) throw new Refusal("not_found", "material.no_such_material");
    await countOpening(db, actor, room, id);
    return fileAnswer(c, { name, type, bytes });
  })
  .post("/cirkel/:slug/material/:material/ta-bort", async (c) => {
    const { db, actor } = c.var;
    const { round } = await roomAsked(c);
    const id = MaterialId.safeParse(c.req.param("material")).data;
    if (!id) throw new Refusal("not_found", "material.no_such_material");
    await removeMaterial(db, actor, { roundId: round.id, id });
    return c.redirect(`/cirkel/${round.slug}`, 303);
  });

async function roomAsked(c: Page) {
  const room = await roomOf(c.var.db, c.var.actor, c.req.param("slug") ?? "");
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  return room;
}

async function materialAsked(c: Page, room: Room) {
  const { db, now } = c.var;
  const found = (await materialIn(db, room, now())).find(({ id }) => id === c.req.param("material"));
  if (!found) throw new Refusal("not_found", "material.no_such_material");
  return found;
}

function mustAdd(room: Room): void {
  if (mayGiveAssignments(room)) return;
  throw room.part === "leads"
    ? new Refusal("conflict", "material.over")
    : new Refusal("forbidden", "material.leaders_add");
}
