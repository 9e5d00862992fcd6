import { Refusal } from "#kernel/refusal.ts";
import { giveMark, removeMark, writeLook } from "#features/organisations/looks/commands.ts";
import { LookWish } from "#features/organisations/looks/look.ts";
import { LookView } from "#features/organisations/looks/parts/look-view.tsx";
import { lookPage, markKind } from "#features/organisations/looks/queries.ts";
import { managedIn, organisationIn, type Page } from "#features/organisations/pages/managed-organisation.ts";
import { openFiles } from "#platform/files/files.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";

/** How an organisation shows itself, for those who look after it. */
export const lookPages = pages("signedIn")
  .form("/organisationer/:slug/utseende", {
    draw: (c, filled) => drawLook(c, { words: filled }),
    send: async (c, filled) => {
      const { db, actor } = c.var;
      const { id, slug } = await organisationIn(c);
      await writeLook(db, actor, id, checkedForm(LookWish, filled));
      return c.redirect(`/organisationer/${slug}/utseende?sparat`, 303);
    },
  })
  .form("/organisationer/:slug/utseende/marke", {
    draw: (c, filled) => drawLook(c, { image: filled }),
    send: async (c, { files }) => {
      const { db, actor, config } = c.var;
      const { id, slug } = await managedIn(c);
      const file = files["mark"];
      if (!file)
        throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
          { path: "mark", code: "organisations.look.mark_missing" },
        ]);
      await giveMark(db, openFiles(config.dataDir), actor, id, new Uint8Array(await file.arrayBuffer()));
      return c.redirect(`/organisationer/${slug}/utseende?sparat`, 303);
    },
  })
  .post("/organisationer/:slug/utseende/marke/bort", async (c) => {
    const { db, actor } = c.var;
    const { id, slug } = await organisationIn(c);
    await removeMark(db, actor, id);
    return c.redirect(`/organisationer/${slug}/utseende?sparat`, 303);
  });

/** An organisation's mark, for its public pages and its mail. */
export const markPages = pages("open").get("/marke/:file{[0-9a-f]{64}\\.(?:png|jpg|webp)}", async (c) => {
  const { db, config } = c.var;
  const known = await markKind(db, (c.req.param("file") ?? "").slice(0, 64));
  const bytes = known && (await openFiles(config.dataDir).read(known.key));
  if (!known || !bytes) return c.notFound();
  return c.body(new Uint8Array(bytes), 200, {
    "content-type": known.type,
    "cache-control": "public, max-age=31536000, immutable",
    // Mail programs show it from where they stand.
    "cross-origin-resource-policy": "cross-origin",
    // Whatever somebody managed to put in an image: it runs nothing when it is opened by itself.
    "content-security-policy": "default-src 'none'; sandbox",
  });
});

async function drawLook(c: Page, forms: { words?: Filled; image?: Filled }) {
  const { t, db } = c.var;
  const organisation = await managedIn(c);
  const look = await lookPage(db, organisation.id);
  const saved = c.req.query("sparat") !== undefined;
  return c.render(<LookView t={t} organisation={organisation} look={look} saved={saved} {...forms} />, {
    title: t("organisations.look.title", { name: organisation.name }),
  });
}
