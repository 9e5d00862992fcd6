import { z } from "zod";

/** Raised when what is inside a backup is arranged in another way. */
export const formatNo = 1;

const Migration = z.object({ name: z.string(), checksum: z.string(), ranAt: z.string() });

/** The first thing in a backup: what it is and which release made it, so that whoever reads it knows whether it can. */
export const Opening = z.object({
  product: z.literal("sammanvagt"),
  format: z.number().int(),
  version: z.string(),
  createdAt: z.string(),
  migrations: z.array(Migration),
});
export type Opening = z.infer<typeof Opening>;

/** One table, or one folder of files: how much of it there is, and the SHA-256 over all of it. */
const Stream = z.object({
  name: z.string(),
  entries: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  rows: z.number().int().optional(),
  columns: z.array(z.string()).optional(),
});
export type Stream = z.infer<typeof Stream>;

/**
 * What belongs together and is opened by the same key. `file`: the key of the whole backup. `own`: the part is one
 * stream that is itself encrypted, so that a backup can be looked after by somebody who may not read that part.
 */
const Part = z.object({ name: z.string(), key: z.enum(["file", "own"]), streams: z.array(Stream) });

/** The last thing in a backup: everything that must have come before it. */
export const Manifest = z.object({
  parts: z.array(Part),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), isCalled: z.boolean() })),
  auditHead: z.string().optional(),
});
export type Manifest = z.infer<typeof Manifest>;

/** What a backup of this release is made of, in order. */
export const partNames = ["database", "jobs", "attachments", "secrets"] as const;

export const openingName = "backup.json";
export const manifestName = "manifest.json";

/** The stream an entry belongs to, and so the part: `database/person/000001` is the first piece of `database/person`. */
export function streamOf(entryName: string): string {
  return entryName.slice(0, entryName.lastIndexOf("/"));
}

export function partOf(streamName: string): string {
  return streamName.split("/", 1)[0] ?? "";
}
