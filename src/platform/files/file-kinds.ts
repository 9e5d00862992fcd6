/** The kinds of file that are taken in. None of them runs anything when it is opened. */
export const fileTypes = ["pdf", "docx", "pptx", "xlsx", "png", "jpg", "txt"] as const;
export type FileType = (typeof fileTypes)[number];

/** What each kind of file is served as. */
export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  png: "image/png",
  jpg: "image/jpeg",
  txt: "text/plain; charset=utf-8",
};

/** A file that has been looked into. */
export type CheckedFile = { readonly name: string; readonly type: FileType; readonly bytes: Uint8Array };

/**
 * The name a file is saved under: its own last part, whatever folders stand before it, without signs that a system
 * reads as something else. The ending is the one of what it is.
 */
export function safeFileName(name: string, type: FileType): string {
  const last = name.split(/[/\\]/u).at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]*$/u, "")
    .replaceAll(/[\p{C}"<>:|?*%]/gu, "")
    .replace(/^[.\s]+/u, "")
    .trim()
    .slice(0, 150);
  return `${stem === "" ? "fil" : stem}.${type}`;
}
