import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import type { FileKey, Files } from "#platform/files/files.ts";
import type { CheckedFile } from "#platform/files/file-kinds.ts";
import { mostFiles, type SubmissionFileId, type SubmissionId } from "#features/circles/assignment/assignment.ts";
import { checkedFile } from "#platform/files/checked-file.ts";

/** A file as somebody sends it, and where files are kept. */
export type SentFile = { readonly files: Files; readonly name: string; readonly bytes: Uint8Array };

/** A file that has been looked into and is kept. */
export type KeptFile = CheckedFile & { readonly key: FileKey };

/** Looks into a file and keeps it. Nothing refers to it yet; if nothing comes to, it is thrown away by itself. */
export async function keepFile({ files, name, bytes }: SentFile): Promise<KeptFile> {
  const file = await checkedFile({ name, bytes });
  return { ...file, key: await files.keep(file.bytes) };
}

type FileWish = {
  readonly remove: readonly SubmissionFileId[];
  readonly add: KeptFile | undefined;
  readonly at: Temporal.Instant;
};

/**
 * Lets other files stand beside a text: takes some away, and puts one there. The same file sent twice, as after a lost
 * connection, is one file.
 */
export async function standFiles(tx: Tx, submissionId: SubmissionId, { remove, add, at }: FileWish): Promise<void> {
  if (remove.length > 0) {
    await tx
      .deleteFrom("submission_file")
      .where("submission_id", "=", submissionId)
      .where("id", "in", remove)
      .execute();
  }
  if (!add) return;
  const { key, name, type, bytes } = add;
  await tx
    .insertInto("submission_file")
    .values({
      id: newId<"submission_file">(),
      submission_id: submissionId,
      file_key: key,
      file_name: name,
      file_type: type,
      file_size: bytes.byteLength,
      added_at: at,
    })
    .onConflict((conflict) => conflict.columns(["submission_id", "file_key", "file_name"]).doNothing())
    .execute();
  const { length } = await tx
    .selectFrom("submission_file")
    .where("submission_id", "=", submissionId)
    .select("id")
    .execute();
  if (length > mostFiles) {
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "file", code: "assignment.too_many_files", values: { count: mostFiles } },
    ]);
  }
}
