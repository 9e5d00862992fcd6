import type { Section } from "#features/circles/round/round-sections.ts";

/** Where each section of a round is written: the last part of its page's address. */
export const sectionPath = {
  basics: "rubrik",
  story: "innehall",
  questions: "fragor",
  sessions: "traffar",
  people: "personer",
  audience: "deltagare",
  frame: "ramar",
  wayIn: "anmalan",
} as const satisfies Record<Section, string>;
