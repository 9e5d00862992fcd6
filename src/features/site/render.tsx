import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Grant } from "#kernel/actor.ts";
import type { MessageKey } from "#kernel/messages.ts";
import type { PageAssets } from "#platform/web/assets.ts";
import type { Environment, PageFrame } from "#platform/web/environment.ts";
import { nonceOf } from "#platform/web/web.ts";
import { Frame } from "#ui/frame.tsx";

type MenuEntry = { readonly href: string; readonly label: MessageKey; readonly grant?: Grant };

const menu: readonly MenuEntry[] = [
  { href: "/idag", label: "site.menu.today" },
  { href: "/cirklar", label: "site.menu.circles" },
  { href: "/planera", label: "site.menu.planning", grant: "circles:manage" },
  { href: "/personer", label: "site.menu.people", grant: "people:manage" },
  { href: "/organisationer", label: "site.menu.organisations", grant: "organisations:manage" },
  { href: "/drift", label: "site.menu.operations", grant: "outbox:read" },
];

const publicMenu = menu.filter(({ href }) => href === "/cirklar");

/** Draws a page in the product's frame, with the ways somebody may go. */
export function renderer(assets: PageAssets) {
  return async (c: Context<Environment>, content: Child, frame: PageFrame): Promise<Response> => {
    const { t, person, actor } = c.var;
    const kind = frame.kind ?? "work";
    const ways = person ? menu.filter(({ grant }) => !grant || actor.reach.has(grant)) : publicMenu;
    const here = new URL(c.req.url);
    const address = c.var.config.baseUrl + here.pathname;
    const secret = frame.secret || person !== undefined;
    if (secret) c.header("Cache-Control", "no-store");
    if (frame.secret) c.header("Referrer-Policy", "no-referrer");
    const markup = await (
      <Frame
        t={t}
        title={frame.title}
        description={frame.description}
        assets={assets(kind)}
        menu={ways.map(({ href, label }) => ({ href, label: t(label) }))}
        current={frame.current ?? ways.find(({ href }) => here.pathname.startsWith(href))?.href}
        person={person ? { name: person.name, href: "/mina-uppgifter" } : undefined}
        signIn="/logga-in"
        signOut={person ? { action: "/logga-ut" } : undefined}
        otherLanguage={`/sprak/${t.language === "sv" ? "en" : "sv"}?till=${encodeURIComponent(frame.secret ? "/" : here.pathname + here.search)}`}
        foot={[
          { href: "/tillganglighet", label: t("site.foot.accessibility") },
          { href: "/personuppgifter", label: t("site.foot.privacy") },
          { href: "/api/docs", label: t("site.foot.api") },
        ]}
        openGraph={kind === "public" && !secret ? { url: frame.canonical ?? address, description: frame.description } : undefined}
        canonical={frame.canonical}
        feeds={frame.feeds}
        hidden={secret}
        failed={c.var.failed}
        nonce={kind === "work" ? nonceOf(c) : undefined}
      >
        {content}
      </Frame>
    );
    return c.html(String(markup));
  };
}
