import type { Translate } from "#kernel/messages.ts";

/** How large a file is, as one would say it: "1,2 MB". */
export function sayFileSize(t: Translate, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const unit = isLarge ? "megabyte" : "kilobyte";
  const size = isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1_000);
  return new Intl.NumberFormat(t.language, { style: "unit", unit, maximumFractionDigits: isLarge ? 1 : 0 }).format(
    size,
  );
}
