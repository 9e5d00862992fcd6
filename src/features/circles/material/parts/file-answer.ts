import type { Context } from "hono";
import type { Environment } from "#platform/web/environment.ts";
import { type FileType, mediaTypes } from "#platform/files/file-kinds.ts";

type SavedFile = { readonly name: string; readonly type: FileType; readonly bytes: Uint8Array };

/** A file that somebody sent us, to be saved and not opened here: whatever is in it, it runs nothing on our address. */
export function fileAnswer(c: Context<Environment>, { name, type, bytes }: SavedFile): Response {
  return c.body(new Uint8Array(bytes), 200, {
    "content-type": mediaTypes[type],
    "content-disposition": `attachment; filename="material.${type}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'; sandbox",
  });
}
