import { z } from "zod";
import { Maybe, MaybeAddress, OneLine, Ticked } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { type FileType, fileTypes } from "#platform/files/file-kinds.ts";
import { BodyId } from "#features/meetings/body/body.ts";

/** Something to read before a meeting: a file or a link. */
export const PaperId = idOf("meeting_paper");
export type PaperId = Id<"meeting_paper">;

/** A paper to lay on a meeting, or on one body's part of it. */
export const PaperWish = z.strictObject({
  title: OneLine(200),
  link: MaybeAddress,
  /** Whose part. Nothing: the whole meeting's. */
  bodyId: Maybe(BodyId),
  /** The entry of the agenda it is for, by its own id or its matter's: the part is then the entry's. */
  entryId: Maybe(z.uuid()),
  /** Whether it is the one in plain language. */
  isPlain: Ticked,
});
export type PaperWish = z.output<typeof PaperWish>;

/** The kind of a kept file, by the ending it was kept under. */
export function typeOfPaper(fileName: string): FileType {
  const ending = fileName.split(".").at(-1);
  const type = fileTypes.find((each) => each === ending);
  if (!type) throw new Error("A paper was kept under an ending we do not take");
  return type;
}
