// Builds assets/dist: the look, the fonts and the one script of the pages, ready to be embedded.
// Not here: anything that needs a browser, a database or a network besides the npm registry.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const italia = join(here, "../node_modules/bootstrap-italia/dist");
const fonts = ["regular", "italic", "600", "700"];

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, "fonts"), { recursive: true });

const css = readFileSync(join(italia, "css/bootstrap-italia.min.css"), "utf8");
writeFileSync(
  join(dist, "bootstrap-italia.min.css"),
  // The map is not shipped, and the embedded player font is one more thing the policy would block.
  css.replace(/\/\*# sourceMappingURL=.*?\*\//g, "").replace(/@font-face\{[^}]*data:application[^}]*\}/g, ""),
);
cpSync(join(italia, "svg/sprites.svg"), join(dist, "sprites.svg"));
for (const weight of fonts) {
  const name = `titillium-web-v10-latin-ext_latin-${weight}.woff2`;
  cpSync(join(italia, "fonts/Titillium_Web", name), join(dist, "fonts", name));
}
cpSync(join(here, "icon.svg"), join(dist, "icon.svg"));

await build({
  entryPoints: { traguardo: join(here, "traguardo.js"), "traguardo-css": join(here, "traguardo.css") },
  entryNames: "[name]",
  outdir: dist,
  bundle: true,
  minify: true,
  target: ["es2022", "chrome111", "firefox115", "safari16.4"],
  external: ["./fonts/*"],
  legalComments: "eof",
  logLevel: "warning",
});
cpSync(join(dist, "traguardo-css.css"), join(dist, "traguardo.css"));
rmSync(join(dist, "traguardo-css.css"));

// One fingerprint for the whole set: it stands in every address, so files can be kept for a year.
const hash = createHash("sha256");
for (const name of readdirSync(dist, { recursive: true }).sort()) {
  if (!/\.\w+$/.test(name)) continue;
  const bytes = readFileSync(join(dist, name));
  hash.update(name).update(bytes);
  if (/\.(css|js|svg)$/.test(name)) writeFileSync(join(dist, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}
writeFileSync(join(dist, "fingerprint.txt"), hash.digest("hex").slice(0, 16));
