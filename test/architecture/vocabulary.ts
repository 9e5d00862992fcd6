import { posix } from "node:path";
import { featureOf, stemOf, type Rule, type Violation } from "./source-file.ts";

/** The product's nouns, from the glossary, and the rooms every visitor passes: one folder each under src/features. */
const nouns = [
  "site",
  "privacy",
  "sign-in",
  "today",
  "operations",
  "organisations",
  "circles",
  "meetings",
  "workshops",
  "appraisals",
  "knowledge",
  "followup",
  "needs",
  "agreements",
  "surveys",
  "competence",
];

/** What a file in a feature may be that is not pure. Everything else there is words and rules. */
const roles = ["queries", "commands", "jobs", "api", "demo", "messages.sv", "messages.en"];

const forbiddenNames =
  /^(utils?|helpers?|misc|common|shared|types?|interfaces?|constants?|index|services?|data|libs?|managers?|handlers?|models?|repository|repositories|controllers?|base|core)$/;
const forbiddenEndings = /-(utils?|helpers?|misc|service|manager|handler|repository|controller|impl)$/;

/** Whether a file of a feature has no role in its name, and so holds nothing but words and rules. */
export function isPureByName(path: string): boolean {
  return featureOf(path) !== undefined && roleOf(path) === undefined;
}

/** `commands`, `page`, `part`, `mail` …; undefined for a file that must be pure. */
export function roleOf(path: string): string | undefined {
  const stem = stemOf(path);
  if (roles.includes(stem)) return stem;
  const folder = posix.basename(posix.dirname(path));
  if (folder === "pages") return "page";
  if (folder === "parts") return "part";
  return path.endsWith(".tsx") && stem.endsWith("-mail") ? "mail" : undefined;
}

/** Files and folders say what they know, in kebab-case, with words of the glossary. */
export const vocabulary: Rule = (files) => files.flatMap(({ path }) => [...namesIn(path), ...rolesIn(path)]);

function namesIn(path: string): Violation[] {
  const parts = [
    ...posix
      .dirname(path)
      .split("/")
      .filter((folder) => folder !== "."),
    stemOf(path),
  ];
  return parts.flatMap((name, at) => {
    // A folder may be about the applicant's manager: a person in the glossary, not a kind of program.
    if (name === "manager" && at < parts.length - 1 && featureOf(path) !== undefined) return [];
    if (forbiddenNames.test(name) || forbiddenEndings.test(name)) {
      return [{ path, says: `"${name}" says nothing about what it knows` }];
    }
    return /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(name)
      ? []
      : [{ path, says: `"${name}" is not kebab-case` }];
  });
}

function rolesIn(path: string): Violation[] {
  const feature = featureOf(path);
  if (feature === undefined) return [];
  if (!nouns.includes(feature)) return [{ path, says: `"${feature}" is not a noun of the glossary` }];
  if (path.endsWith(".tsx") && !path.endsWith(".test.tsx") && roleOf(path) === undefined) {
    return [{ path, says: "draws something, so it belongs in pages/, parts/ or a …-mail.tsx" }];
  }
  return [];
}
