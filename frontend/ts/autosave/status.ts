// The one save line of a page; several forms report to it and the worst news is shown.

import { icon, make } from "../dom.ts";
import { say } from "../strings.ts";
import { bringAlong } from "./along.ts";

export type State = "saved" | "saving" | "waiting" | "failed";

interface News {
  readonly state: State;
  readonly text: string;
  readonly link?: { readonly url: string; readonly text: string };
}

const WORST: readonly State[] = ["failed", "waiting", "saving", "saved"];
const ICONS: Readonly<Record<State, string>> = { saved: "check", saving: "refresh", waiting: "wifi-off", failed: "alert-triangle" };
const news = new Map<object, News>();

/** Tell how it stands with a form. */
export function report(who: object, state: State, text: string, link?: News["link"]): void {
  news.delete(who);
  news.set(who, link ? { state, text, link } : { state, text });
  show();
}

/** Say that what stands here stands on the server too; the clock is that of the school, as in its own answer. */
export function savedNow(): string {
  const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" };
  return say("savedAt").replace("{time}", new Date().toLocaleTimeString("nl", clock));
}

/** Forget a form that has left the page. */
export function forget(who: object): void {
  news.delete(who);
}

function show(): void {
  const all = [...news.values()].reverse();
  const worst = WORST.map((state) => all.find((item) => item.state === state)).find((item) => item !== undefined);
  const line = place();
  if (!worst || (line.dataset.state === worst.state && line.textContent === worst.text + (worst.link ? ` ${worst.link.text}` : ""))) return;
  const words = make("span", {}, worst.text);
  if (worst.link) words.append(" ", make("a", { href: worst.link.url, target: "_blank", rel: "noopener" }, worst.link.text));
  line.dataset.state = worst.state;
  line.replaceChildren(make("span", { class: "ww-saved__line" }, icon(ICONS[worst.state]), words));
  bringAlong(line, worst.state);
}

function place(): HTMLElement {
  const existing = document.getElementById("ww-saved");
  if (existing) return existing;
  const made = make("p", { id: "ww-saved", class: "ww-saved", role: "status" });
  document.querySelector("main .ww-wrap")?.append(made);
  return made;
}
