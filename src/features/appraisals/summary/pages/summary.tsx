import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { documentKinds } from "#platform/documents/document-kinds.ts";
import type { Environment } from "#platform/web/environment.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { appraisalAsked } from "#features/appraisals/appraisal/pages/appraisal-asked.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { summaryDocument } from "#features/appraisals/summary/parts/summary-document.ts";
import { SummaryPage } from "#features/appraisals/summary/parts/summary-page.tsx";
import { summaryOf } from "#features/appraisals/summary/queries.ts";

type Page = Context<Environment>;

/** A document takes a tenth of a second to make: enough for everybody, not for a flood. */
const documentsMade = { name: "appraisals.summary", perAddress: { times: 20, seconds: 60 } } as const;

/** An appraisal on one page for a board, as page, Word and PDF. */
export const summaryPages = pages("signedIn")
  .get("/metodbedomning/:slug/sammanfattning", async (c) => {
    const { t, db } = c.var;
    const inside = await appraisalAsked(c);
    const summary = await summaryOf(db, inside);
    const { slug, title } = inside.appraisal;
    return c.render(<SummaryPage t={t} summary={summary} address={`/metodbedomning/${slug}`} />, {
      title: t("summary.title", { title }),
      current: "/metoder",
    });
  })
  .get("/metodbedomning/:slug/sammanfattning/:file{sammanfattning\\.(?:docx|pdf)}", async (c) => {
    const { t, db, limits } = c.var;
    const inside = await appraisalAsked(c);
    await limits.count(documentsMade, { address: networkAddress(c) });
    const kind = (c.req.param("file") ?? "").endsWith(".docx") ? "docx" : "pdf";
    const { make, type } = documentKinds[kind];
    const made = await make(summaryDocument(t, await summaryOf(db, inside)));
    return c.body(new Uint8Array(made), 200, {
      "content-type": type,
      "content-disposition": `attachment; filename="sammanfattning-${inside.appraisal.slug}.${kind}"`,
      "cache-control": "no-store",
    });
  });

/** The way to the one page, beside the decision on an appraisal's own page. */
export async function summaryOnAppraisal(c: Page, { appraisal }: AppraisalInside): Promise<Child> {
  return (
    <p>
      <a href={`/metodbedomning/${appraisal.slug}/sammanfattning`}>{c.var.t("summary.open")}</a>
    </p>
  );
}
