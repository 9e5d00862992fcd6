import type { Translate } from "#kernel/messages.ts";
import { pages } from "#platform/web/pages.ts";
import { LinkButton } from "#ui/button.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { ThreeSources } from "#ui/three-sources.tsx";

/** The start page. */
export const aboutPages = pages("open").get("/", (c) => {
  const { t } = c.var;
  return c.render(<Home t={t} />, { title: t("site.home.title"), kind: "public", description: t("site.home.lead") });
});

function Home({ t }: { t: Translate }) {
  const sources = ["research", "profession", "user"] as const;
  return (
    <>
      <PageHeading heading={t("site.home.title")} lead={t("site.home.lead")} />
      <section class="stack">
        <h2>{t("site.home.circles")}</h2>
        <p>{t("site.home.circles_text")}</p>
        <p>
          <LinkButton href="/cirklar">{t("site.home.see_circles")}</LinkButton>
        </p>
      </section>
      <section class="stack">
        <h2>{t("site.home.sources")}</h2>
        <ThreeSources
          meeting={t("site.home.meeting")}
          sources={sources.map((source) => ({
            source,
            heading: t(`site.home.${source}`),
            text: t(`site.home.${source}_text`),
          }))}
        />
      </section>
    </>
  );
}
