import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { WrittenDocument } from "#platform/documents/document.ts";
import { documentKinds } from "#platform/documents/document-kinds.ts";
import type { Environment } from "#platform/web/environment.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { proposalDocument } from "#features/circles/proposal/parts/proposal-document.ts";
import { PublicProposal } from "#features/circles/proposal/parts/proposal-page.tsx";
import { ProposalList } from "#features/circles/proposal/parts/published-list.tsx";
import { publishedProposals } from "#features/circles/proposal/published/queries.ts";
import { publishedProposal } from "#features/circles/proposal/queries.ts";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** A document takes a tenth of a second to make: enough for everybody, not for a flood. */
const documentsMade = { name: "proposal.document", perAddress: { times: 20, seconds: 60 } } as const;

/** What has come out of circles, for anybody: the list, each proposal, and the proposal as a document. */
export const publicProposalPages = pages("open")
  .get("/forslag", (c) =>
    c.var.cache.page(c, async () => {
      const { t, db, config } = c.var;
      const [title, lead] = [t("proposal.list"), t("proposal.list_lead")];
      return c.render(
        <>
          <PageHeading heading={title} lead={lead} />
          <ProposalList t={t} proposals={await publishedProposals(db)} />
        </>,
        { title, kind: "public", description: lead, current: "/cirklar", canonical: `${config.baseUrl}/forslag` },
      );
    }),
  )
  .get("/cirklar/:slug/forslag/:proposal", async (c) => {
    const { t, config, now } = c.var;
    const found = await published(c);
    if (!found) return c.notFound();
    const { proposal, round, host } = found;
    return c.render(<PublicProposal t={t} found={found} today={dateIn(now())} />, {
      title: proposal.title,
      kind: "public",
      description: proposal.problem.slice(0, 200),
      current: "/cirklar",
      canonical: `${config.baseUrl}/cirklar/${round.slug}/forslag/${proposal.id}`,
      host,
    });
  })
  .get("/cirklar/:slug/forslag/:proposal/forslag.docx", async (c) => {
    const { t, now } = c.var;
    const found = await published(c);
    return found ? documentAnswer(c, proposalDocument(t, found, dateIn(now()))) : c.notFound();
  });

/** A proposal as a Word file. */
export async function documentAnswer(c: Page, document: WrittenDocument): Promise<Response> {
  await c.var.limits.count(documentsMade, { address: networkAddress(c) });
  const { make, type } = documentKinds.docx;
  return c.body(new Uint8Array(await make(document)), 200, {
    "content-type": type,
    "content-disposition": 'attachment; filename="forslag.docx"',
    "cache-control": "no-store",
  });
}

function published(c: Page) {
  return publishedProposal(c.var.db, c.req.param("slug") ?? "", c.req.param("proposal") ?? "");
}
