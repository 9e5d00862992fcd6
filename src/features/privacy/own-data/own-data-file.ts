import { type OwnSection, type OwnSectionName, ownSectionNames } from "#features/privacy/own-data/own-data.ts";

/** What is held about somebody, as a machine reads it: part by part, each a list of things. (GDPR 15.3 and 20) */
export function ownDataFile(sections: readonly OwnSection[], at: Temporal.Instant) {
  const parts: Partial<Record<OwnSectionName, OwnSection["rows"]>> = {};
  for (const name of ownSectionNames) {
    parts[name] = sections.filter(({ section }) => section === name).flatMap(({ rows }) => rows);
  }
  return { format: "sammanvagt-own-data-1", takenOutAt: at.toString(), ...parts };
}

export const ownDataFileName = "mina-uppgifter.json";
