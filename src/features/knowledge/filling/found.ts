import type { Reference } from "#features/knowledge/filling/filling.ts";

/** A reference, with what a register or a reference program said of it in CSL-JSON. */
export type Found = { readonly reference: Reference; readonly citation: object | null };
