// Reading without a connection: start the worker, keep what comes next, and show what is kept.

import { allPaths, forgetAll, isWished, keepMissing, keepWithDrawings, wishAll } from "./all.ts";
import { isBuilt, isKept, OFFLINE_PAGE } from "./rules.ts";
import { fileOf, forgetPages, keptPaths } from "./store.ts";

const OWNER = "ww-offline-person";
const AHEAD = 3;

/** Begin on pages of the course; leave other pages, and browsers that cannot, alone. */
export function startOffline(): void {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  forgetAtTheEnd();
  if (location.pathname.startsWith("/programma")) void begin();
  const page = document.querySelector<HTMLElement>("[data-offline]");
  if (page) void showKept(page); // this page also stands in for one that is not here
}

async function begin(): Promise<void> {
  await forgetAnother(document.body.dataset.person ?? "");
  await navigator.serviceWorker.register("/static/build/worker.js", { scope: "/" });
  if (!navigator.onLine || savesData()) return;
  await Promise.all(files().map((url) => fileOf(new Request(url))));
  const kept = await keptPaths();
  const wanted = [OFFLINE_PAGE, location.pathname, ...next()].filter((path) => isKept(path) && !kept.has(path));
  for (const path of wanted) await keepWithDrawings(path);
  if (isWished() && !document.querySelector("[data-offline]")) await keepMissing(await allPaths(), async () => undefined);
}

/** Give the files this page came with: it was loaded before the worker could keep them. */
function files(): string[] {
  const loaded = performance.getEntriesByType("resource").map((each) => each.name);
  return loaded.filter((url) => url.startsWith(location.origin) && isBuilt(new URL(url).pathname));
}

/** Give the lessons that come next on this page. */
function next(): string[] {
  const links = document.querySelectorAll<HTMLAnchorElement>("main a[rel=next], main .ww-next a");
  return [...links].map((link) => link.pathname).slice(0, AHEAD);
}

/** Tell whether the person asked for little traffic: then only what they open is kept. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}

async function forgetAnother(person: string): Promise<void> {
  if (localStorage.getItem(OWNER) === person) return;
  await forgetPages();
  localStorage.setItem(OWNER, person);
}

/** Signing out may still be held back, when something waits to be sent: then all stays. */
function forgetAtTheEnd(): void {
  document.querySelector("form[data-sign-out]")?.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) void forgetAll();
  });
}

async function showKept(page: HTMLElement): Promise<void> {
  page.querySelector<HTMLElement>("[data-elsewhere]")!.hidden = location.pathname === OFFLINE_PAGE;
  page.querySelector<HTMLElement>("[data-tools]")!.hidden = false;
  page.querySelector("[data-keep-all]")!.addEventListener("click", () => {
    wishAll();
    void keepAll(page);
  });
  page.querySelector("[data-forget]")!.addEventListener("click", () => void forgetAll().then(() => tell(page)));
  window.addEventListener("online", () => void goOn(page));
  await tell(page);
  await goOn(page);
}

async function goOn(page: HTMLElement): Promise<void> {
  if (isWished() && navigator.onLine) await keepAll(page);
}

async function keepAll(page: HTMLElement): Promise<void> {
  const button = page.querySelector<HTMLButtonElement>("[data-keep-all]")!;
  if (button.ariaDisabled === "true") return;
  button.setAttribute("aria-disabled", "true"); // a disabled button would lose the focus
  show(page, "[data-failed]", false);
  show(page, "[data-busy]", (await missing(page)) > 0);
  await keepMissing(rows(page).map((row) => row.dataset.path!), () => tell(page));
  await tell(page);
  button.removeAttribute("aria-disabled");
  show(page, "[data-busy]", false);
  show(page, "[data-failed]", isWished() && (await missing(page)) > 0);
}

function show(page: HTMLElement, part: string, isShown: boolean): void {
  page.querySelector<HTMLElement>(part)!.hidden = !isShown;
}

async function tell(page: HTMLElement): Promise<void> {
  const kept = await keptPaths();
  const all = rows(page);
  for (const row of all) {
    row.querySelector<HTMLElement>("[data-here]")!.hidden = !kept.has(row.dataset.path!);
  }
  const here = all.filter((row) => kept.has(row.dataset.path!)).length;
  const bar = page.querySelector("progress")!;
  bar.max = all.length;
  bar.value = here;
  const told = page.querySelector<HTMLElement>("[data-told]")!;
  showComplete(page, all.length > 0 && here === all.length);
  const words = here === 1 ? told.dataset.toldOne! : told.dataset.told!;
  told.textContent = words.replace("{here}", String(here)).replace("{all}", String(all.length));
}

/** Say in place of the button that all is here; who was on what goes away, goes to what comes. */
function showComplete(page: HTMLElement, isComplete: boolean): void {
  const words = page.querySelector<HTMLElement>("[data-complete]")!;
  const button = page.querySelector<HTMLElement>("[data-keep-all]")!;
  const [gone, come] = isComplete ? [button, words] : [words, button];
  const hadFocus = document.activeElement === gone;
  come.hidden = false;
  if (hadFocus) come.focus();
  gone.hidden = true;
}

async function missing(page: HTMLElement): Promise<number> {
  const kept = await keptPaths();
  return rows(page).filter((row) => !kept.has(row.dataset.path!)).length;
}

function rows(page: HTMLElement): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>("[data-path]")];
}
