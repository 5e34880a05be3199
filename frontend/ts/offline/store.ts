// What this device keeps to read. The worker and the page both come here.

import { FILES, isKept, isWorthKeeping, PAGES } from "./rules.ts";

const MOST_FILES = 80;

/** Keep an answer of the server; one that is not worth keeping, or does not fit, is left. */
export async function keep(request: Request | string, answer: Response): Promise<boolean> {
  if (!isWorthKeeping(answer)) return false;
  try {
    await (await caches.open(PAGES)).put(request, answer);
    return true;
  } catch {
    return false; // the device is full: reading with a connection goes on
  }
}

/** Fetch a page and keep it; tell whether it is there now. */
export async function fetchAndKeep(path: string): Promise<boolean> {
  try {
    return await keep(path, await fetch(path, { credentials: "same-origin", redirect: "manual" }));
  } catch {
    return false;
  }
}

/** Give the paths of the pages that are kept. */
export async function keptPaths(): Promise<Set<string>> {
  const requests = await (await caches.open(PAGES)).keys();
  return new Set(requests.map((each) => new URL(each.url).pathname).filter(isKept));
}

/** Give the text of a page that is kept. */
export async function keptPage(path: string): Promise<string | undefined> {
  const answer = await (await caches.open(PAGES)).match(path, { ignoreVary: true });
  return answer?.text();
}

/** Throw away all pages that are kept. */
export async function forgetPages(): Promise<void> {
  await caches.delete(PAGES);
}

/** Give a file of the front end, from this device when it is there. */
export async function fileOf(request: Request): Promise<Response> {
  const files = await caches.open(FILES);
  const kept = await files.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (isWorthKeeping(answer)) await files.put(request, answer.clone()).then(() => thinOut(files), () => undefined);
  return answer;
}

async function thinOut(files: Cache): Promise<void> {
  const all = await files.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST_FILES)).map((each) => files.delete(each)));
}
