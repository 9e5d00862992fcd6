import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import { type DocumentKind, documentKinds } from "#platform/documents/document-kinds.ts";
import type { WrittenDocument } from "#platform/documents/document.ts";
import { type FileKey, openFiles } from "#platform/files/files.ts";
import type { Environment } from "#platform/web/environment.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { mediaTypes } from "#platform/files/file-kinds.ts";
import type { MinutesRead } from "#features/meetings/distribution/reading/queries.ts";

type Page = Context<Environment>;

/** A document takes a tenth of a second to make: enough for everybody, not for a flood. */
const documentsMade = { name: "minutes.document", perAddress: { times: 20, seconds: 60 } } as const;

/** A document to be saved, as Word or PDF. */
export async function documentAnswer(c: Page, document: WrittenDocument, name: string, kind: DocumentKind) {
  await c.var.limits.count(documentsMade, { address: networkAddress(c) });
  const { make, type } = documentKinds[kind];
  const made = await make(document);
  return c.body(new Uint8Array(made), 200, {
    "content-type": type,
    "content-disposition": `attachment; filename="${name}.${kind}"`,
    "cache-control": "no-store",
  });
}

/** The kind of file an address asks for. */
export function kindOf(c: Page): DocumentKind {
  return (c.req.param("file") ?? "").endsWith(".docx") ? "docx" : "pdf";
}

/** A paper that goes with minutes: a link leads there, a file is saved and never opened here. */
export async function paperAnswer(c: Page, { papers }: Pick<MinutesRead, "papers">): Promise<Response> {
  const paper = papers.find(({ id }) => id === c.req.param("paper"));
  if (!paper) throw new Refusal("not_found", "distribution.no_such_paper");
  if (paper.link !== null) return c.redirect(paper.link, 303);
  const bytes = paper.file && (await openFiles(c.var.config.dataDir).read(paper.file as FileKey));
  if (!bytes) throw new Refusal("not_found", "distribution.no_such_paper");
  const ending = /\.([a-z]+)$/u.exec(paper.fileName?.toLowerCase() ?? "")?.[1] ?? "";
  const type = Object.entries(mediaTypes).find(([each]) => each === ending)?.[1] ?? "application/octet-stream";
  return c.body(new Uint8Array(bytes), 200, {
    "content-type": type,
    "content-disposition": `attachment; filename="handling"; filename*=UTF-8''${encodeURIComponent(paper.fileName ?? "handling")}`,
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'; sandbox",
  });
}
