import { z } from "zod";

/** A file as the API takes it in. */
export const SentFile = z.strictObject({
  name: z.string().min(1).max(300),
  content: z.base64().max(900_000).describe("As base64"),
});

/** The file's name and what is in it. */
export function sentBytes({ name, content }: z.output<typeof SentFile>) {
  return { name, bytes: Uint8Array.fromBase64(content) };
}
