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
  /** Of which place in the history it is. */
  readonly id: string;
  readonly person: string | undefined;
  readonly forms: readonly { readonly action: string | null; readonly fields: Values }[];
  /** Whether it is on its way: a page that then comes without complaint has taken it. */
  readonly sent: boolean;
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
      return tellWaiting(form, "formOffline");
    }
    if (names(form).length > 0) remember(true);
  });
}

/** Without a form to correct there is nothing to come back for: then the page of the browser is right. */
function hold(): void {
  const page = document.referrer; // a form is sent from its page, and the browser tells which one that was
  if (!page.startsWith(`${location.origin}/`) || !plainForms().some((form) => names(form).length > 0)) return;
  history.replaceState({ typed: "" }, "", page);
  follow();
}

function comeBack(): void {
  const typed = recall();
  if (!typed) return;
  if (history.state?.typed !== typed.id) return typed.sent ? keep(undefined) : undefined;
  if (typed.person !== document.body.dataset.person) return keep(undefined);
  for (const { action, fields } of typed.forms) {
    const form = plainForms().find((each) => each.getAttribute("action") === action);
    if (form) write(form, pick(fields, names(form)));
  }
  follow();
}

function follow(): void {
  remember(false);
  document.addEventListener("input", () => remember(false));
}

function remember(sent: boolean): void {
  const id: string = history.state?.typed || String(Date.now());
  history.replaceState({ ...history.state, typed: id }, "");
  const forms = plainForms().map((form) => ({ action: form.getAttribute("action"), fields: pick(read(form), names(form)) }));
  keep({ id, person: document.body.dataset.person, forms, sent });
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
