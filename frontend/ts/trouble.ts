// A sentence in a form about what became of sending it.

import { clearErrors } from "./autosave/errors.ts";
import { icon, make } from "./dom.ts";
import { say } from "./strings.ts";

/** Say what is wrong, and where to sign in when that helps. What was filled in stays on the page. */
export function complain(form: HTMLFormElement, text: string, login?: string): void {
  const words = tell(form, text, "alert-circle", "");
  if (login) words.append(" ", make("a", { href: login }, say("signIn")));
}

/** Say that it waits: to wait for a connection is no mistake, and is not said in red. */
export function tellWaiting(form: HTMLFormElement, sentence: string): void {
  tell(form, say(sentence), "wifi-off", "is-waiting");
}

function tell(form: HTMLFormElement, text: string, sign: string, tone: string): HTMLElement {
  clearErrors(form);
  const words = make("span", {}, text);
  form.append(make("p", { class: `ww-field__error ${tone}`.trim(), role: "alert" }, icon(sign), words));
  return words;
}
