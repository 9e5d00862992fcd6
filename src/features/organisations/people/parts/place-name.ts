import type { Translate } from "#kernel/messages.ts";
import { nameInPlace } from "#features/organisations/organisation-name.ts";

/** Where a role is held, as it is said: "Socialförvaltningen, Mölndal", a round's title, "Hela installationen". */
export function placeName(
  t: Translate,
  { roundTitle, path }: { roundTitle: string | null; path: readonly string[] | null },
): string {
  if (roundTitle !== null) return roundTitle;
  return path === null ? t("organisations.place.everywhere") : nameInPlace(path);
}
