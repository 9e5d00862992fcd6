import { type Child, raw } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { type Host, HostMark } from "#ui/host-mark.tsx";
import { Mark } from "#ui/mark.tsx";
import { withHelp } from "#ui/page-heading.tsx";

export type MenuItem = { readonly href: string; readonly label: string; readonly count?: number | undefined };

/** Addresses of what a page loads, from the build. */
export type FrameAssets = {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** Fonts used above the fold. */
  readonly fonts: readonly string[];
  readonly icon: string;
  readonly touchIcon: string;
  readonly manifest: string;
};

/** How the page looks when its address is pasted somewhere. */
export type OpenGraph = {
  readonly url: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly image?: string | undefined;
};

export type FrameProps = {
  t: Translate;
  /** The page's own title; the name of the place is added. */
  title: string;
  assets: FrameAssets;
  description?: string | undefined;
  menu?: readonly MenuItem[] | undefined;
  /** The address of the menu item this page belongs to. */
  current?: string | undefined;
  person?: { readonly name: string; readonly href: string } | undefined;
  signIn?: string | undefined;
  signOut?: { readonly action: string; readonly hidden?: Readonly<Record<string, string>> } | undefined;
  /** This page in the other language. */
  otherLanguage?: string | undefined;
  home?: string;
  foot?: readonly MenuItem[] | undefined;
  openGraph?: OpenGraph | undefined;
  canonical?: string | undefined;
  feeds?: readonly { readonly href: string; readonly title: string }[] | undefined;
  /** Not for search engines. */
  hidden?: boolean | undefined;
  /** The form on the page was not accepted. */
  failed?: boolean | undefined;
  nonce?: string | undefined;
  /** Whose page it is, beside our own name. */
  host?: Host | undefined;
  /** Above everything else: what was just done, or something everyone should know. */
  notice?: Child;
  /** What the page is for, shown behind a question under its heading. */
  help?: string | undefined;
  /** More for `<head>`. */
  head?: Child;
  children?: Child;
};

/** The page frame: head, way to the content, menu, the page itself and its foot. */
export function Frame(props: FrameProps) {
  const { t, notice, help, children } = props;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={t.language}>
        <Head {...props} />
        <body>
          <a class="skip" href="#innehall">
            {t("ui.skip")}
          </a>
          <TopBar {...props} />
          <main id="innehall" tabindex={-1}>
            {notice}
            {withHelp(children, help ? { question: t("ui.help"), answer: help } : undefined)}
          </main>
          <Foot {...props} />
        </body>
      </html>
    </>
  );
}

function Head({ t, title, description, assets, openGraph, canonical, feeds, hidden, failed, nonce, head }: FrameProps) {
  const whole = t(failed ? "ui.title.failed" : "ui.title", { title, name: t("ui.name") });
  return (
    <head>
      <meta charset="utf-8" />
      <title>{whole}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {description ? <meta name="description" content={description} /> : null}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={barColours.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={barColours.dark} media="(prefers-color-scheme: dark)" />
      {hidden ? <meta name="robots" content="noindex" /> : null}
      {assets.fonts.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      {assets.styles.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {assets.scripts.map((src) => (
        <script type="module" src={src} nonce={nonce} />
      ))}
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={assets.touchIcon} />
      <link rel="manifest" href={assets.manifest} />
      {canonical ? <link rel="canonical" href={canonical} /> : null}
      {feeds?.map((feed) => (
        <link rel="alternate" type="application/atom+xml" href={feed.href} title={feed.title} />
      ))}
      {openGraph ? (
        <Shared
          {...openGraph}
          t={t}
          title={openGraph.title ?? title}
          description={openGraph.description ?? description}
        />
      ) : null}
      {head}
    </head>
  );
}

type SharedProps = OpenGraph & { t: Translate };

function Shared({ t, title, description, url, image }: SharedProps) {
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={t("ui.name")} />
      <meta property="og:locale" content={t.language === "sv" ? "sv_SE" : "en_GB"} />
      <meta property="og:url" content={url} />
      <meta property="og:title" content={title} />
      {description ? <meta property="og:description" content={description} /> : null}
      {image ? <meta property="og:image" content={image} /> : null}
      <meta name="twitter:card" content="summary" />
    </>
  );
}

function TopBar({ t, menu = [], current, person, signIn, signOut, otherLanguage, home = "/", host }: FrameProps) {
  const links = menu.map(({ href, label, count }) => (
    <li>
      <a href={href} aria-current={href === current ? "page" : undefined}>
        {label}
        {count ? <span class="count">{count}</span> : null}
      </a>
    </li>
  ));
  const menuList = (
    <nav aria-label={t("ui.menu.main")}>
      <ul>{links}</ul>
    </nav>
  );
  const you = (
    <div class="you">
      {otherLanguage ? <OtherLanguage t={t} href={otherLanguage} /> : null}
      {person ? <a href={person.href}>{person.name}</a> : null}
      {signOut ? (
        <form action={signOut.action} method="post">
          {Object.entries(signOut.hidden ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="as-link" type="submit">
            {t("ui.sign_out")}
          </button>
        </form>
      ) : null}
      {signIn && !person ? <a href={signIn}>{t("ui.sign_in")}</a> : null}
    </div>
  );
  // More than four ways do not fit on a phone: there they open from a button. A popover needs no script.
  const folded = menu.length > 4;
  return (
    <header class={folded ? "top folded" : "top"}>
      <a class="home" href={home}>
        <Mark />
        {t("ui.name")}
      </a>
      {host?.name || host?.mark ? (
        <span class="host">
          {host.mark ? <HostMark mark={host.mark} /> : null}
          {host.name}
        </span>
      ) : null}
      {folded ? (
        <button class="menu-button" type="button" popovertarget="meny">
          {t("ui.menu")}
        </button>
      ) : null}
      {folded ? (
        <div class="menu" id="meny" popover="auto">
          <button class="menu-close" type="button" popovertarget="meny" popovertargetaction="hide">
            {t("ui.menu.close")}
          </button>
          {menuList}
          {you}
        </div>
      ) : (
        <div class="menu">
          {menu.length > 0 ? menuList : null}
          {you}
        </div>
      )}
    </header>
  );
}

function OtherLanguage({ t, href }: { t: Translate; href: string }) {
  const other = t.language === "sv" ? "en" : "sv";
  return (
    <a href={href} lang={other} hreflang={other}>
      {t("ui.other_language")}
    </a>
  );
}

function Foot({ t, foot = [], otherLanguage }: FrameProps) {
  return (
    <footer class="foot">
      <div class="foot-inner">
        <p class="purpose">
          <Mark size={26} />
          <span>{t("ui.purpose")}</span>
        </p>
        <nav aria-label={t("ui.menu.foot")}>
          <ul>
            {foot.map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
            {otherLanguage ? (
              <li>
                <OtherLanguage t={t} href={otherLanguage} />
              </li>
            ) : null}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

// The same as --paper in client/styles/tokens.css: a browser's own bar continues ours.
const barColours = { light: "#fbfaf6", dark: "#14181d" };
