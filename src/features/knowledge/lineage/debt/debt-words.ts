import { z } from "zod";

/** What somebody had before them when they said that something still stands. */
export const Looked = z.strictObject({
  versionNo: z.coerce.number().int().min(1).max(1_000_000),
  why: z.enum(["retired", "changed"]),
});
export type Looked = z.output<typeof Looked>;
