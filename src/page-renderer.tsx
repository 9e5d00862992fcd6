import type { Context } from "hono";
import { routePath } from "hono/route";
import type { Grant } from "#kernel/actor.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Language, MessageKey } from "#kernel/messages.ts";
import type { PageAssets } from "#platform/web/assets.ts";
import type { Environment, PageFrame } from "#platform/web/environment.ts";
import { styleNonce } from "#platform/web/security-headers.ts";
import { Frame } from "#ui/frame.tsx";

/**
 * A way somebody may go; with grants, only those who hold one of them see it. Pages whose addresses begin as it does are
 * found that way, and those that begin as something `under` it.
 */
type MenuEntry = {
  readonly href: string;
  readonly label: MessageKey;
  readonly grants?: readonly Grant[];
  readonly under?: readonly string[];
};

const menu: readonly MenuEntry[] = [
  { href: "/idag", label: "site.menu.today" },
  { href: "/cirklar", label: "site.menu.circles" },
  {
    href: "/grupper",
    label: "site.menu.bodies",
    under: ["/mote", "/fraga", "/uppdrag", "/foretradare", "/sok/moten", "/anteckningar", "/utlamnande"],
  },
  {
    href: "/kunskap",
    label: "site.menu.knowledge",
    under: ["/sok", "/fragor", "/fem-steg", "/att-se-over", "/hamta", "/laslist", "/ordlista"],
  },
  { href: "/metoder", label: "site.menu.methods", under: ["/metod", "/metodbedomning", "/metodbedomningar"] },
  {
    href: "/workshoppar",
    label: "site.menu.workshops",
    under: ["/workshop", "/checklistor", "/checklista"],
    grants: ["workshops:lead"],
  },
  { href: "/planera", label: "site.menu.planning", grants: ["circles:manage"] },
  { href: "/personer", label: "site.menu.people", grants: ["people:manage"] },
  { href: "/organisationer", label: "site.menu.organisations", grants: ["organisations:manage"] },
  { href: "/drift", label: "site.menu.operations", grants: ["outbox:read", "audit:read"] },
];

const publicMenu = menu.filter(({ href }) => href === "/cirklar" || href === "/kunskap");

/** Draws a page in the product's frame, with the ways somebody may go. */
export function renderer(assets: PageAssets) {
  return (c: Context<Environment>, content: Child, frame: PageFrame): Response | Promise<Response> => {
    // Asked for once: each asking makes a list of all there is.
    const { t, person, actor, config, failed } = c.var;
    const kind = frame.kind ?? "work";
    const ways = person
      ? menu.filter(({ grants }) => !grants || grants.some((grant) => actor.reach.has(grant)))
      : publicMenu;
    const here = new URL(c.req.url);
    const address = config.baseUrl + here.pathname;
    const secret = frame.secret || person !== undefined;
    if (secret) c.header("Cache-Control", "no-store");
    if (frame.secret) c.header("Referrer-Policy", "no-referrer");
    const page = (
      <Frame
        t={t}
        title={frame.title}
        description={frame.description}
        assets={assets(kind)}
        menu={ways.map(({ href, label }) => ({ href, label: t(label) }))}
        current={frame.current ?? wayTo(ways, here.pathname)}
        person={person ? { name: person.name, href: "/mina-uppgifter" } : undefined}
        signIn="/logga-in"
        signOut={person ? { action: "/logga-ut" } : undefined}
        otherLanguage={inLanguage(here.searchParams, t.language === "sv" ? "en" : "sv")}
        foot={[
          { href: "/tillganglighet", label: t("site.foot.accessibility") },
          { href: "/personuppgifter", label: t("site.foot.privacy") },
          { href: "/api/docs", label: t("site.foot.api") },
        ]}
        openGraph={
          kind === "public" && !secret ? { url: frame.canonical ?? address, description: frame.description } : undefined
        }
        canonical={frame.canonical}
        host={frame.host}
        feeds={frame.feeds}
        hidden={secret}
        help={person ? helpOf(c) : undefined}
        failed={failed}
        head={
          frame.refreshedWithoutScript ? (
            <noscript>
              <meta http-equiv="refresh" content={String(frame.refreshedWithoutScript)} />
            </noscript>
          ) : undefined
        }
        nonce={kind === "work" ? styleNonce(c) : undefined}
      >
        {content}
      </Frame>
    );
    const markup = String(page);
    c.set("markup", markup);
    return c.html(markup);
  };
}

/** What the page at this route is for; each route behind a sign-in has its words in the catalogue of help. */
function helpOf(c: Context<Environment>): string | undefined {
  const { t } = c.var;
  const key = `help.${routePath(c)}`;
  return t.knows(key) ? t(key) : undefined;
}

/** This page in another language. Only the question's part of the address: a secret path is not written in the page. */
function inLanguage(asked: URLSearchParams, language: Language): string {
  const other = new URLSearchParams(asked);
  other.set("lang", language);
  return `?${other.toString()}`;
}

/** The way that a page is found by. */
function wayTo(ways: readonly MenuEntry[], path: string): string | undefined {
  return ways.find(({ href, under = [] }) => [href, ...under].some((start) => path.startsWith(start)))?.href;
}
