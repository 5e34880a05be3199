// Builds everything the browser and the PDFs need into static/build, with content hashes.
// manifest.json says which hashed file a logical name ("app.css") stands for.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "static", "build");
const work = `${target}.new`;
const preloaded = {
  "fonts/text.woff2": "atkinson-hyperlegible-next-latin-wght-normal",
  "fonts/display.woff2": "bricolage-grotesque-latin-wght-normal",
};

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const bundled = await bundle();
await worker();
const manifest = { ...entries(bundled.metafile), ...fonts(), "icons.svg": hashed("icons", sprite()), "favicon.svg": hashed("favicon", favicon()) };
writeFileSync(join(work, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
compress();
pdfFonts();
rmSync(target, { recursive: true, force: true });
renameSync(work, target);
console.log(Object.entries(manifest).map(([name, file]) => `${name} → ${file}`).join("\n"));

async function bundle() {
  return esbuild.build({
    absWorkingDir: root,
    entryPoints: { app: "frontend/ts/app.ts", style: "frontend/css/index.css" },
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022", "chrome111", "firefox115", "safari16.4"],
    minify: true,
    metafile: true,
    legalComments: "none",
    loader: { ".woff2": "file" },
    outdir: work,
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    assetNames: "[name]-[hash]",
    logLevel: "warning",
  });
}

// The address of a service worker may not change with its content: it would never be renewed.
async function worker() {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: { worker: "frontend/ts/offline/worker.ts" },
    bundle: true,
    target: ["es2022", "chrome111", "firefox115", "safari16.4"],
    minify: true,
    legalComments: "none",
    outdir: work,
    logLevel: "warning",
  });
}

function entries(metafile) {
  const logical = { "frontend/ts/app.ts": "app.js", "frontend/css/index.css": "app.css" };
  const outputs = Object.entries(metafile.outputs);
  return Object.fromEntries(
    outputs.filter(([, o]) => logical[o.entryPoint]).map(([file, o]) => [logical[o.entryPoint], basename(file)]),
  );
}

function fonts() {
  const built = readdirSync(work);
  return Object.fromEntries(
    Object.entries(preloaded).map(([name, start]) => [name, built.find((file) => file.startsWith(start))]),
  );
}

function sprite() {
  const names = readFileSync(join(root, "frontend", "icons.txt"), "utf8").split("\n").filter((n) => n && !n.startsWith("#"));
  return `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join("")}</svg>`;
}

function favicon() {
  return readFileSync(join(root, "frontend", "favicon.svg"), "utf8");
}

function hashed(name, body) {
  const file = `${name}-${createHash("sha256").update(body).digest("hex").slice(0, 8).toUpperCase()}.svg`;
  writeFileSync(join(work, file), body);
  return file;
}

function symbol(name) {
  const source = readFileSync(join(root, "node_modules/@tabler/icons/icons/outline", `${name}.svg`), "utf8");
  const drawing = source.slice(source.indexOf(">", source.indexOf("<svg")) + 1, source.indexOf("</svg>"));
  return `<symbol id="i-${name}" viewBox="0 0 24 24">${drawing.replace(/\s*\n\s*/g, "").replace(/ \/>/g, "/>")}</symbol>`;
}

function compress() {
  for (const file of readdirSync(work).filter((name) => /\.(js|css|svg)$/.test(name))) {
    const content = readFileSync(join(work, file));
    writeFileSync(join(work, `${file}.gz`), gzipSync(content, { level: 9 }));
    writeFileSync(join(work, `${file}.br`), brotliCompressSync(content));
  }
}

function pdfFonts() {
  const own = ["bin/python", "Scripts/python.exe"].map((path) => join(root, ".venv", path)).find(existsSync);
  const script = join(root, "frontend", "build_fonts.py");
  const done = spawnSync(process.env.PYTHON ?? own ?? "python3", [script, join(work, "pdf-fonts")], { stdio: "inherit" });
  if (done.status !== 0) throw new Error(`${relative(root, script)} failed`);
}
