// The service worker: pages of the course from the network first, and from this device without one.

import { endsSession, isBuilt, isKept, OFFLINE_PAGE, PAGES } from "./rules.ts";
import { fileOf, forgetPages, keep } from "./store.ts";

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Asking extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Scope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "fetch", listener: (event: Asking) => void): void;
}

const PATIENCE = 5000; // milliseconds on a bad connection, when the page is here as well
const scope = self as unknown as Scope;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== scope.location.origin) return;
  if (endsSession(url.pathname)) event.waitUntil(forgetPages());
  if (request.method !== "GET") return;
  if (isBuilt(url.pathname)) event.respondWith(fileOf(request));
  else if (isKept(url.pathname)) event.respondWith(pageOf(event));
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => offlinePage()));
});

async function pageOf(event: Asking): Promise<Response> {
  const fresh = fetched(event);
  const kept = await (await caches.open(PAGES)).match(event.request, { ignoreSearch: true, ignoreVary: true });
  if (!kept) return fresh.catch(() => offlinePage());
  return Promise.race([fresh.catch(() => kept), after(PATIENCE, kept)]);
}

async function fetched(event: Asking): Promise<Response> {
  const answer = await fetch(event.request);
  const { pathname, search } = new URL(event.request.url);
  if (!search) event.waitUntil(keep(pathname, answer.clone()));
  return answer;
}

async function offlinePage(): Promise<Response> {
  return (await (await caches.open(PAGES)).match(OFFLINE_PAGE, { ignoreVary: true })) ?? Response.error();
}

function after(milliseconds: number, answer: Response): Promise<Response> {
  return new Promise((resolve) => setTimeout(() => resolve(answer), milliseconds));
}
