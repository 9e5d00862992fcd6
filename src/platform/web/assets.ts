import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "#platform/package-root.ts";
import { StartProblem } from "#platform/start-problem.ts";

/** Addresses of what one kind of page loads. */
export type LoadedAssets = {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** Fonts used above the fold, asked for before the styles have been read. */
  readonly fonts: readonly string[];
  readonly icon: string;
  readonly touchIcon: string;
  readonly manifest: string;
};

export type PageKind = "public" | "work";

/** What a kind of page loads. Public pages load no htmx, and only the styles they use. */
export type PageAssets = (kind: PageKind) => LoadedAssets;

type Built = { readonly file: string; readonly assets?: readonly string[] };
type Manifest = Readonly<Record<string, Built | undefined>>;

/**
 * Reads the client's build, whose files carry a hash of their content in their names. Read once; while developing,
 * whenever it has been built again.
 */
export function openPageAssets(
  clientFolder = join(packageRoot, "dist", "client"),
  watching = process.env["NODE_ENV"] !== "production",
): PageAssets {
  const path = join(clientFolder, ".vite", "manifest.json");
  let readAt = builtAt(path);
  let loaded = bothKinds(path);
  return (kind) => {
    if (watching && builtAt(path) !== readAt) {
      readAt = builtAt(path);
      loaded = bothKinds(path);
    }
    return loaded[kind];
  };
}

function bothKinds(path: string): Record<PageKind, LoadedAssets> {
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  return { public: assetsOf(manifest, "public"), work: assetsOf(manifest, "work") };
}

/** The addresses of one kind of page, from what the build says it made. */
export function assetsOf(manifest: Manifest, kind: PageKind): LoadedAssets {
  const made = (source: string) => {
    const built = manifest[source];
    if (!built) throw new StartProblem(`The client's build lacks ${source}. Run npm run build.`);
    return built;
  };
  const style = made(`client/styles/${kind}.css`);
  const scripts = [made("client/public.ts"), ...(kind === "work" ? [made("client/work.ts")] : [])];
  return {
    styles: [`/${style.file}`],
    scripts: scripts.map(({ file }) => `/${file}`),
    fonts: (style.assets ?? []).filter((file) => file.endsWith(".woff2")).map((file) => `/${file}`),
    icon: "/favicon.svg",
    touchIcon: "/touch-icon.png",
    manifest: "/app.webmanifest",
  };
}

function builtAt(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch (error) {
    throw new StartProblem(`There is no build of the client in ${path}. Run npm run build.`, { cause: error });
  }
}
