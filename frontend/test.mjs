// Bundles the unit tests and runs them with Node's own test runner.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const target = mkdtempSync(join(tmpdir(), "wijkwijs-ts-"));
const tests = readdirSync(join(root, "frontend", "ts"), { recursive: true }).filter((file) => file.endsWith(".test.ts"));
if (tests.length === 0) throw new Error("No front-end tests were found");
await esbuild.build({
  absWorkingDir: root,
  entryPoints: tests.map((file) => join("frontend", "ts", file)),
  bundle: true,
  platform: "node",
  format: "esm",
  outdir: target,
  outExtension: { ".js": ".mjs" },
});
const built = readdirSync(target, { recursive: true }).filter((file) => file.endsWith(".test.mjs"));
const run = spawnSync(process.execPath, ["--test", ...built.map((file) => join(target, file))], { stdio: "inherit" });
rmSync(target, { recursive: true, force: true });
process.exit(run.status ?? 1);
