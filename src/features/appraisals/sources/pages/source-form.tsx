import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import type { SourceAsked } from "#features/appraisals/sources/pages/sources.tsx";
import { ThreeSources } from "#features/appraisals/sources/parts/three-sources.tsx";
import { textIn } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

type AskedFor = {
  readonly heading: string;
  readonly lead: string;
  /** The version that is changed, where two people could write over each other. */
  readonly version?: number;
  readonly labels?: Readonly<Record<string, string>>;
  /** The form is about all three, and leads back to the appraisal. */
  readonly isOfAll?: boolean;
};

/** A form about one source, or about how they are weighed, with all three under it. */
export async function drawSourceForm(
  c: Page,
  filled: Filled,
  { inside, sources, source, appraisalAddress, address }: SourceAsked,
  { heading, lead, version, labels, isOfAll = false }: AskedFor,
  fields: Child,
): Promise<Response> {
  const { t } = c.var;
  const { title } = inside.appraisal;
  const name = isOfAll ? title : t(`source.${source.source}`);
  const back = isOfAll ? appraisalAddress : address;
  return c.render(
    <>
      <FormPage
        t={t}
        filled={filled}
        kicker={<a href={back}>{name}</a>}
        heading={heading}
        lead={lead}
        press={t("source.save")}
        back={back}
        labels={labels}
        hidden={version === undefined ? undefined : { version: textIn(filled, "version", String(version)) }}
      >
        {fields}
      </FormPage>
      <section class="stack" aria-labelledby="alla">
        <h2 id="alla">{t("source.shown")}</h2>
        <ThreeSources t={t} sources={sources} />
      </section>
    </>,
    { title: isOfAll ? `${heading}: ${title}` : `${heading}: ${name}, ${title}`, current: "/metoder" },
  );
}
