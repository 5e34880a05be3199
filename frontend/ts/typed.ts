// What is typed in a form with a button stays until the server takes it: refused, or sent without a connection, it
// stands there again after "back" and after loading anew. A page that answers a sent form would be sent again then,
// and the browser asks about that in words that nobody understands: so its place in the history becomes the form's page.

import { controls, read, write } from "./autosave/controls.ts";
import { pick, type Values } from "./autosave/values.ts";
import { tellWaiting } from "./trouble.ts";

const REMEMBER = "ww:typed";
const PLAIN = 'main form[method="post"]:not([data-autosave], [data-answer])';
const NOT_KEPT = /^(password|hidden|file)$/;

interface Typed {
  /** On which page it was typed. */
  readonly page: string;
  readonly person: string | undefined;
  readonly forms: readonly { readonly action: string | null; readonly fields: Values }[];
  /** Whether it is on its way: a page that then comes without complaint has taken it. */
  readonly sent: boolean;
  /** Whether the way led to the door instead, because the session was over. */
  readonly isHeldUp?: boolean;
}

/** Keep what is typed in plain forms, and send nothing while there is no connection. */
export function startTyped(): void {
  if ("answersPost" in document.body.dataset) hold();
  else comeBack();
  document.addEventListener("submit", (event) => {
    const form = plainForms().find((each) => each === event.target);
    if (!form || event.defaultPrevented) return;
    if (!navigator.onLine) {
      event.preventDefault();
      return tellWaiting(form, names(form).length > 0 ? "formOffline" : "buttonOffline");
    }
    if (names(form).length > 0) remember(true);
  });
}

/** Without a form to correct there is nothing to come back for: then the page of the browser is right. */
function hold(): void {
  const page = document.referrer; // a form is sent from its page, and the browser tells which one that was
  if (!page.startsWith(`${location.origin}/`) || !plainForms().some((form) => names(form).length > 0)) return;
  history.replaceState(null, "", page);
  follow();
}

function comeBack(): void {
  const typed = recall();
  const here = document.body.dataset.person;
  if (!typed) return;
  if (typed.person && !here) return keep(typed.sent ? { ...typed, isHeldUp: true } : undefined); // at the door
  if (typed.person !== here) return keep(undefined);
  if ((typed.page === address() && !isNewHere()) || (typed.isHeldUp && formsOf(typed).length > 0)) return giveBack(typed);
  if (typed.sent && !typed.isHeldUp) keep(undefined);
}

function giveBack(typed: Typed): void {
  for (const [form, fields] of formsOf(typed)) write(form, pick(fields, names(form)));
  follow();
}

function formsOf({ forms }: Typed): [HTMLFormElement, Values][] {
  return plainForms().flatMap((form): [HTMLFormElement, Values][] => {
    const typed = forms.find(({ action, fields }) => action === form.getAttribute("action") && Object.keys(fields).length > 0);
    return typed ? [[form, typed.fields]] : [];
  });
}

function follow(): void {
  remember(false);
  document.addEventListener("input", () => remember(false));
}

function remember(sent: boolean): void {
  if (recall()?.isHeldUp && !document.body.dataset.person) return; // who signs in does so for the sake of that
  const forms = plainForms().map((form) => ({ action: form.getAttribute("action"), fields: pick(read(form), names(form)) }));
  keep({ page: address(), person: document.body.dataset.person, forms, sent });
}

function address(): string {
  return location.pathname + location.search;
}

/** Tell whether this page was opened by a link or an address, and not by "back" or by loading it anew. */
function isNewHere(): boolean {
  const [way] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return way?.type === "navigate";
}

function plainForms(): HTMLFormElement[] {
  return [...document.querySelectorAll<HTMLFormElement>(PLAIN)];
}

function names(form: HTMLFormElement): string[] {
  const all = new Set([...form.elements].map((each) => (each as HTMLInputElement).name));
  return [...all].filter((name) => name && controls(form, name).some((each) => !NOT_KEPT.test(each.type)));
}

function keep(typed: Typed | undefined): void {
  try {
    if (typed) sessionStorage.setItem(REMEMBER, JSON.stringify(typed));
    else sessionStorage.removeItem(REMEMBER);
  } catch {
    // Without storage "back" works, with the fields as the server has them.
  }
}

function recall(): Typed | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(REMEMBER) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}
