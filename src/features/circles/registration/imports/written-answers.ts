import type { Sector } from "#features/circles/registration/registration.ts";

/** How people and other forms write which part of society somebody works in; the first words that fit decide. */
const sectorWords: readonly (readonly [Sector, RegExp])[] = [
  ["civilSociety", /förening|civilsam|brukar|ideell|anhörig|civil society/u],
  ["university", /universitet|högskola|lärosäte|forskning|university/u],
  ["school", /skola|förskola|elevhälsa|utbildning|school/u],
  ["healthCare", /hälso|sjukvård|vård(?!bidrag)|bup|habilitering|region|health/u],
  ["socialServices", /social|ifo\b|äldre|lss|funktion|omsorg|familj|kommun|social services/u],
  ["other", /annat|annan|övrig|other/u],
];

/** The part of society that a written answer means; undefined for nothing, and for words we do not know. */
export function readSector(text: string): Sector | undefined {
  const folded = text.trim().toLowerCase();
  if (folded === "") return undefined;
  return sectorWords.find(([, words]) => words.test(folded))?.[0];
}

/** Whether a written answer is a yes or a no; undefined when it is neither. */
export function saysYes(text: string): boolean | undefined {
  const folded = text.trim().toLowerCase();
  if (/^(?:ja|yes|x|sant|true|1)\b/u.test(folded)) return true;
  return /^(?:nej|no|falskt|false|0)\b/u.test(folded) ? false : undefined;
}
