import type { Translate } from "#kernel/messages.ts";
import type { Contributor } from "#features/circles/session-plan/session-plan.ts";

/** From where somebody sees the theme, in words: one of ours, or their own. */
export function perspectiveName(t: Translate, { perspective, ownWord }: Contributor): string {
  return ownWord ?? t(`plan.perspective.${perspective}`);
}

/** What somebody is and where: "jurist, Länsstyrelsen". Nothing where nothing is said. */
export function roleAndPlace({ role, organisation }: Contributor): string | undefined {
  return [role, organisation].filter(Boolean).join(", ") || undefined;
}
