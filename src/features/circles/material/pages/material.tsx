import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { openFiles } from "#platform/files/files.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { mayGiveAssignments } from "#features/circles/assignment/assignment-policy.ts";
import { addMaterial, removeMaterial } from "#features/circles/material/commands.ts";
import { MaterialId, MaterialWish, shownTimes } from "#features/circles/material/material.ts";
import { fileAnswer } from "#features/circles/material/parts/file-answer.ts";
import { materialFile } from "#features/circles/material/queries.ts";
import { sessionAsked } from "#features/circles/room/pages/room.tsx";
import { roomOf } from "#features/circles/room/queries.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import { Checkbox, Choice, FileField, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** Files and links of the meetings: laid there by those who lead, opened by all in the circle. */
export const materialPages = pages("signedIn")
  .form("/cirkel/:slug/traff/:session/material", {
    draw: async (c, filled) => {
      const { t, now } = c.var;
      const found = await sessionAsked(c);
      if (!mayGiveAssignments(found))
        throw found.part === "leads"
          ? new Refusal("conflict", "material.over")
          : new Refusal("forbidden", "material.leaders_add");
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
          <TextField t={t} filled={filled} name="title" label={t("material.field.title")} required />
          <FileField
            t={t}
            filled={filled}
            name="file"
            label={t("material.field.file")}
            help={t("material.field.file_help")}
            accept=".pdf,.docx,.pptx,.xlsx,.png,.jpg,.jpeg,.txt"
          />
          <TextField
            t={t}
            filled={filled}
            name="address"
            type="url"
            label={t("material.field.address")}
            help={t("material.field.address_help")}
          />
          <Choice
            t={t}
            filled={filled}
            name="shown"
            label={t("material.field.shown")}
            options={shownTimes.map((value) => ({ value, label: t(`material.shown.${value}`) }))}
            value="before"
            required
          />
          <Checkbox t={t} filled={filled} name="toRead" label={t("material.field.toRead")} />
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
  .get("/cirkel/:slug/material/:material/fil", async (c) => {
    const { db, now, config } = c.var;
    const { key, name, type } = await materialFile(db, await roomAsked(c), c.req.param("material") ?? "", now());
    const bytes = await openFiles(config.dataDir).read(key);
    if (!bytes) throw new Refusal("not_found", "material.no_such_material");
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
