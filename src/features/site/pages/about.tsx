import type { MessageKey, Translate } from "#kernel/messages.ts";
import { pages } from "#platform/web/pages.ts";
import { LinkButton } from "#ui/button.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { ThreeSources } from "#ui/three-sources.tsx";

/** The start page, and what the law and good manners want said about the site. */
export const aboutPages = pages("open")
  .get("/", (c) => {
    const { t } = c.var;
    return c.render(<Home t={t} />, { title: t("site.home.title"), kind: "public", description: t("site.home.lead") });
  })
  .get("/personuppgifter", (c) => {
    const { t } = c.var;
    return c.render(
      <Story
        t={t}
        heading="site.privacy.title"
        lead="site.privacy.lead"
        parts={[
          ["site.privacy.what", t("site.privacy.what_text")],
          ["site.privacy.who", t("site.privacy.who_text")],
          ["site.privacy.rights", t("site.privacy.rights_text")],
          ["site.privacy.cookies", t("site.privacy.cookies_text")],
        ]}
      />,
      { title: t("site.privacy.title"), kind: "public" },
    );
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

type StoryProps = {
  t: Translate;
  heading: MessageKey;
  lead: MessageKey;
  parts: readonly (readonly [MessageKey, string])[];
};

/** A page of text: a heading, what it is for, and its parts. */
function Story({ t, heading, lead, parts }: StoryProps) {
  return (
    <>
      <PageHeading heading={t(heading)} lead={t(lead)} />
      {parts.map(([title, text]) => (
        <section class="stack">
          <h2>{t(title)}</h2>
          <p>{text}</p>
        </section>
      ))}
    </>
  );
}
