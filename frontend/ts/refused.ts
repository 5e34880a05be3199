// A page that came as the answer to a sent form, because something in it was not right. Going back to it or loading it
// anew would send the form again, and the browser asks about that in words that nobody understands. So its place in
// the history becomes the page of the form, and what was typed is put in there until the server takes it.

import { controls, read, write } from "./autosave/controls.ts";
import { pick, type Values } from "./autosave/values.ts";

const REMEMBER = "ww:refused";
const FORMS = 'main form[method="post"]:not([data-autosave], [data-answer])';
const NOT_KEPT = /^(password|hidden|file)$/;

interface Refused {
  readonly id: string;
  readonly person: string | undefined;
  readonly typed: readonly Typed[];
  /** Whether it was sent once more: a page that then comes without complaint has taken it. */
  readonly sent: boolean;
}

interface Typed {
  readonly action: string | null;
  readonly fields: Values;
}

/** Make "back" and "reload" safe on a refused form, and give back what was typed in it. */
export function startRefused(): void {
  if ("answersPost" in document.body.dataset) return hold();
  const refused = recall();
  if (!refused) return;
  if (history.state?.refused === refused.id) giveBack(refused);
  else if (refused.sent) keep(undefined);
}

/** Without a form to correct there is nothing to come back for: then the page of the browser is right. */
function hold(): void {
  const page = pageOfTheForm();
  if (!page || !forms().some((form) => names(form).length > 0)) return;
  const id = String(Date.now());
  history.replaceState({ refused: id }, "", page);
  follow(id);
}

/** A form is sent from its page, and the browser tells which one that was. */
function pageOfTheForm(): string | undefined {
  return document.referrer.startsWith(`${location.origin}/`) ? document.referrer : undefined;
}

function giveBack({ id, person, typed }: Refused): void {
  if (person !== document.body.dataset.person) return keep(undefined);
  for (const { action, fields } of typed) {
    const form = forms().find((each) => each.getAttribute("action") === action);
    if (form) write(form, pick(fields, names(form)));
  }
  follow(id);
}

function follow(id: string): void {
  const remember = (sent: boolean): void => keep({ id, person: document.body.dataset.person, typed: forms().map(typedIn), sent });
  remember(false);
  document.addEventListener("input", () => remember(false));
  document.addEventListener("submit", ({ target }) => remember(forms().includes(target as HTMLFormElement)));
}

function typedIn(form: HTMLFormElement): Typed {
  return { action: form.getAttribute("action"), fields: pick(read(form), names(form)) };
}

function forms(): HTMLFormElement[] {
  return [...document.querySelectorAll<HTMLFormElement>(FORMS)];
}

function names(form: HTMLFormElement): string[] {
  const all = new Set([...form.elements].map((each) => (each as HTMLInputElement).name));
  return [...all].filter((name) => name && controls(form, name).some((each) => !NOT_KEPT.test(each.type)));
}

function keep(refused: Refused | undefined): void {
  try {
    if (refused) sessionStorage.setItem(REMEMBER, JSON.stringify(refused));
    else sessionStorage.removeItem(REMEMBER);
  } catch {
    // Without storage "back" works, with the fields as the server has them.
  }
}

function recall(): Refused | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(REMEMBER) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}
