import type { Translate } from "#kernel/messages.ts";
import { mostReferences } from "#features/knowledge/filling/filling.ts";

type FileReadProps = {
  t: Translate;
  brought: number;
  known: number;
  untitled: readonly number[];
  brokenLines: readonly number[];
  isCut: boolean;
};

/** What became of a file: how much came, what was there already, and what was left out and why. */
export function FileRead({ t, brought, known, untitled, brokenLines, isCut }: FileReadProps) {
  return (
    <>
      <p>{t("filling.file_read", { brought })}</p>
      {known > 0 ? <p>{t("filling.file_known", { known })}</p> : null}
      {untitled.length > 0 ? (
        <p>{t("filling.file_untitled", { count: untitled.length, places: untitled.join(", ") })}</p>
      ) : null}
      {brokenLines.length > 0 ? (
        <p>{t("filling.file_broken", { count: brokenLines.length, lines: brokenLines.join(", ") })}</p>
      ) : null}
      {isCut ? <p>{t("filling.file_cut", { most: mostReferences })}</p> : null}
    </>
  );
}
