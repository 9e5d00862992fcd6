import { defineConfig } from "vite";

/** The server as plain JavaScript: Node runs .ts by itself, but not .tsx. Packages stay outside, in node_modules. */
export default defineConfig({
  publicDir: false,
  ssr: { external: true, target: "node" },
  oxc: { jsx: { runtime: "automatic", importSource: "#kernel", development: false } },
  build: {
    ssr: true,
    outDir: "dist/server",
    emptyOutDir: true,
    target: "esnext",
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: { input: { cli: "src/cli.ts" } },
  },
});
