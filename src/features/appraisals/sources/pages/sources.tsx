import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { mustWrite } from "#features/appraisals/appraisal/locking/commands.ts";
import { appraisalAsked } from "#features/appraisals/appraisal/pages/appraisal-asked.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { removeConsultation, removeReference } from "#features/appraisals/sources/commands.ts";
import { removeOutcome } from "#features/appraisals/sources/judging/commands.ts";
import { SourceDetail } from "#features/appraisals/sources/parts/source-detail.tsx";
import { SourcesPicture } from "#features/appraisals/sources/parts/source-drawing.tsx";
import { sourceAddress } from "#features/appraisals/sources/parts/source-sayings.ts";
import { ThreeSources } from "#features/appraisals/sources/parts/three-sources.tsx";
import { Weighing } from "#features/appraisals/sources/parts/weighing.tsx";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";
import {
  type AllSources,
  type AnySource,
  ConsultationId,
  OutcomeId,
  ReferenceId,
} from "#features/appraisals/sources/sources.ts";
import { Details } from "#ui/details.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

export type SourceAsked = {
  readonly inside: AppraisalInside;
  /** Always all three, also where the page is about one of them. */
  readonly sources: AllSources;
  readonly source: AnySource;
  /** The address of the appraisal, and of the source's own page. */
  readonly appraisalAddress: string;
  readonly address: string;
};

/** The source an address names, with the other two, for those who may see the appraisal. */
export async function sourceAsked(c: Page, name = c.req.param("source")): Promise<SourceAsked> {
  const inside = await appraisalAsked(c);
  const sources = await sourcesOf(c.var.db, inside.appraisal.id);
  const source = sources.find((each) => sourceAddress[each.source] === name);
  if (!source) throw new Refusal("not_found", "source.no_such_source");
  const appraisalAddress = `/metodbedomning/${inside.appraisal.slug}`;
  const address = `${appraisalAddress}/kallor/${sourceAddress[source.source]}`;
  return { inside, sources, source, appraisalAddress, address };
}

/** The same for those who may write in it now. */
export async function sourceToWrite(c: Page, name?: string): Promise<SourceAsked> {
  const asked = await sourceAsked(c, name ?? c.req.param("source"));
  mustWrite(c.var.actor, asked.inside);
  return asked;
}

/** One source in full, under all three; and what is taken away from it. */
export const sourcePages = pages("signedIn")
  .get("/metodbedomning/:slug/kallor/:source", async (c) => {
    const { t } = c.var;
    const { inside, sources, source, appraisalAddress, address } = await sourceAsked(c);
    const { appraisal, can } = inside;
    const name = t(`source.${source.source}`);
    const key = `source.done.${c.req.query("klart") ?? ""}`;
    return c.render(
      <>
        <PageHeading
          kicker={<a href={appraisalAddress}>{appraisal.title}</a>}
          heading={name}
          lead={t("source.all_lead")}
        />
        {t.knows(key) ? <Notice t={t} tone="done" heading={t(key)} /> : null}
        <section class="stack" aria-labelledby="alla">
          <h2 id="alla">{t("source.shown")}</h2>
          <ThreeSources
            t={t}
            sources={sources}
            address={appraisalAddress}
            mayWrite={can.write}
            current={source.source}
          />
        </section>
        <SourceDetail t={t} source={source} address={address} mayWrite={can.write} />
      </>,
      { title: `${name}: ${appraisal.title}`, current: "/metoder" },
    );
  })
  .post("/metodbedomning/:slug/kallor/:source/referenser/:reference/ta-bort", async (c) => {
    const { db, actor, now } = c.var;
    const { inside, source, address } = await sourceToWrite(c);
    const id = ReferenceId.safeParse(c.req.param("reference")).data;
    if (!id) throw new Refusal("not_found", "source.no_such_reference");
    await removeReference(db, actor, now, inside.appraisal.slug, source.source, id);
    return c.redirect(`${address}?klart=bort#referenser`, 303);
  })
  .post("/metodbedomning/:slug/kallor/forskning/utfall/:outcome/ta-bort", async (c) => {
    const { db, actor, now } = c.var;
    const { inside, address } = await sourceToWrite(c, sourceAddress.research);
    const id = OutcomeId.safeParse(c.req.param("outcome")).data;
    if (!id) throw new Refusal("not_found", "source.no_such_outcome");
    await removeOutcome(db, actor, now, inside.appraisal.slug, id);
    return c.redirect(`${address}?klart=bort#utfall`, 303);
  })
  .post("/metodbedomning/:slug/kallor/brukarna/fragor/:consultation/ta-bort", async (c) => {
    const { db, actor, now } = c.var;
    const { inside, address } = await sourceToWrite(c, sourceAddress.serviceUsers);
    const id = ConsultationId.safeParse(c.req.param("consultation")).data;
    if (!id) throw new Refusal("not_found", "source.no_such_consultation");
    await removeConsultation(db, actor, now, inside.appraisal.slug, id);
    return c.redirect(`${address}?klart=bort#fragor`, 303);
  });

/** The three sources on the page of an appraisal: beside each other, as a picture, and how they are weighed. */
export async function sourcesOnAppraisal(c: Page, { appraisal, can }: AppraisalInside): Promise<Child> {
  const { t, db } = c.var;
  const sources = await sourcesOf(db, appraisal.id);
  const address = `/metodbedomning/${appraisal.slug}`;
  return (
    <section class="stack" aria-labelledby="kallor">
      <h2 id="kallor">{t("source.all")}</h2>
      {c.req.query("klart") === "vagning" ? <Notice t={t} tone="done" heading={t("source.done.vagning")} /> : null}
      <ThreeSources t={t} sources={sources} address={address} mayWrite={can.write} />
      <Details summary={t("source.picture")}>
        <SourcesPicture t={t} sources={sources} />
      </Details>
      <Weighing t={t} appraisal={appraisal} address={address} mayWrite={can.write} />
    </section>
  );
}
