// "Bewaar alle lessen" is a wish that stays: who leaves the page before all is here, or must sign in again the next
// morning, has the rest kept from whichever page is open then. It ends with "Haal alles" and with signing out.

import { isKept, OFFLINE_PAGE } from "./rules.ts";
import { fetchAndKeep, forgetPages, keptPage, keptPaths } from "./store.ts";

const WISH = "ww-offline-all";
const person = document.body.dataset.person ?? "";

/** Remember that this person wants all lessons on this device. */
export function wishAll(): void {
  localStorage.setItem(WISH, person);
}

/** Tell whether this person asked for all lessons. */
export function isWished(): boolean {
  return person !== "" && localStorage.getItem(WISH) === person;
}

/** Throw away what is kept, and the wish for more. */
export async function forgetAll(): Promise<void> {
  localStorage.removeItem(WISH);
  await forgetPages();
}

/** Give the paths of all lessons and assignments, as the page about them lists them. */
export async function allPaths(): Promise<string[]> {
  if (!(await keptPage(OFFLINE_PAGE))) await fetchAndKeep(OFFLINE_PAGE);
  const list = await parsed(OFFLINE_PAGE);
  return [...list.querySelectorAll<HTMLElement>("[data-path]")].map((row) => row.dataset.path!);
}

/** Keep what is not here yet, in one tab at a time, and tell after each page; stop at one that does not come. */
export async function keepMissing(paths: readonly string[], tell: () => Promise<void>): Promise<void> {
  await navigator.locks.request(WISH, async () => {
    for (const path of paths) {
      if (!isWished()) return;
      if ((await keptPaths()).has(path)) continue;
      if (!(await keepWithDrawings(path))) return;
      await tell();
    }
  });
}

/** Keep a page and what is drawn in it. */
export async function keepWithDrawings(path: string): Promise<boolean> {
  if (!(await fetchAndKeep(path))) return false;
  const drawings = [...(await parsed(path)).querySelectorAll("img")].map((each) => new URL(each.src, location.href).pathname);
  await Promise.all(drawings.filter(isKept).map(fetchAndKeep));
  return true;
}

async function parsed(path: string): Promise<Document> {
  return new DOMParser().parseFromString((await keptPage(path)) ?? "", "text/html");
}
