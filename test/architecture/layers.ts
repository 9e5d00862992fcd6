import { featureOf, isTest, type Rule } from "./source-file.ts";
import { isPureByName } from "./vocabulary.ts";

/** From the top of the house to its foundation. A file may import from its own floor and from those below it. */
const floors = ["main", "features", "ui", "platform", "kernel"] as const;
type Floor = (typeof floors)[number];

function floorOf(path: string): Floor | undefined {
  const [, folder, rest] = /^src\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  if (folder === undefined) return undefined;
  if (rest === undefined) return folder === "config.ts" ? "platform" : "main";
  if (folder === "command-line") return "main";
  return floors.find((floor) => floor === folder);
}

/** Arrows only downwards: main → features → ui → platform → kernel. The configuration stands with the platform. */
export const layers: Rule = (files) =>
  files
    .filter((file) => file.path.startsWith("src/") && !isTest(file.path))
    .flatMap(({ path, imports }) => {
      const from = floorOf(path);
      if (!from)
        return [{ path, says: "stands on no floor of the house (src/main.ts, features, ui, platform, kernel)" }];
      return imports.flatMap(({ target }) => {
        if (target === undefined) return [];
        const to = floorOf(target);
        if (!to) return [{ path, says: `imports ${target}, which is outside src` }];
        if (floors.indexOf(to) >= floors.indexOf(from)) return [];
        return [{ path, says: `${from} may not import ${to}: ${target}` }];
      });
    });

/** A feature sees another feature's words, rules and questions; never its commands, jobs, pages or sentences. */
export const featureBorders: Rule = (files) =>
  files
    .filter((file) => !isTest(file.path))
    .flatMap(({ path, imports }) => {
      const own = featureOf(path);
      if (own === undefined) return [];
      return imports.flatMap(({ target }) => {
        if (target === undefined) return [];
        const other = featureOf(target);
        if (other === undefined || other === own) return [];
        if (isPureByName(target) || target.endsWith("/queries.ts")) return [];
        return [{ path, says: `may only use the pure files and queries.ts of ${other}, not ${target}` }];
      });
    });

/** How a text that somebody pasted is read: words and rules of no feature, which meetings take as they stand. */
const readingOfTexts = /^src\/features\/circles\/invitation\/[a-z-]+\.ts$/;

/**
 * Networks and councils take nothing from circles, so that they can be read, and changed, without them. What both need
 * stands below. (The other way it is allowed: a calendar of one's own, which is kept by circles, shows meetings too.)
 */
export const meetingsWithoutCircles: Rule = (files) =>
  files
    .filter((file) => featureOf(file.path) === "meetings" && !isTest(file.path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ target = "" }) => featureOf(target) === "circles" && !readingOfTexts.test(target))
        .map(({ target }) => ({ path, says: `takes ${target}: move what both need to the kernel or the platform` })),
    );

/** Inside src a file is named from the root, so that moving it changes nobody's imports but its own. */
export const rootedImports: Rule = (files) =>
  files
    .filter((file) => file.path.startsWith("src/") && !isTest(file.path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith("../"))
        .map(({ specifier }) => ({ path, says: `write #… instead of ${specifier}` })),
    );

/** No file may need itself, however far the way round: such files can only be understood and loaded together. */
export const noImportCircles: Rule = (files) => {
  const targets = new Map(files.map((file) => [file.path, file.imports.flatMap((i) => i.target ?? [])]));
  const done = new Set<string>();
  const trail: string[] = [];
  const circles: string[][] = [];

  const follow = (path: string) => {
    const at = trail.indexOf(path);
    if (at >= 0) circles.push(trail.slice(at));
    if (at >= 0 || done.has(path)) return;
    trail.push(path);
    for (const target of targets.get(path) ?? []) follow(target);
    trail.pop();
    done.add(path);
  };
  for (const path of targets.keys()) follow(path);
  return circles.map((circle) => ({ path: circle[0] ?? "", says: `imports itself: ${circle.join(" → ")}` }));
};
