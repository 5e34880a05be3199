// Two versions of the same text: both are shown, and the writer chooses. Nothing is overwritten in silence.

import { make } from "../dom.ts";
import { say } from "../strings.ts";
import type { Theirs } from "./answer.ts";
import type { Values } from "./values.ts";

interface Choice {
  readonly form: HTMLFormElement;
  readonly mine: Values;
  readonly theirs: Readonly<Record<string, Theirs>>;
  readonly message?: string;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** Show both versions above the form, with a button for each. */
export function askWhich(choice: Choice): void {
  closeConflict(choice.form);
  const panel = make("div", { class: "ww-conflict", role: "alert", "data-conflict": "" });
  panel.append(make("h3", {}, say("conflictTitle")), make("p", {}, choice.message ?? say("conflictText")));
  for (const [name, theirs] of Object.entries(choice.theirs)) panel.append(pair(name, theirs, choice));
  panel.append(buttons(choice));
  choice.form.prepend(panel);
}

/** Take the panel away. */
export function closeConflict(form: HTMLFormElement): void {
  form.querySelector(":scope > [data-conflict]")?.remove();
}

function pair(name: string, theirs: Theirs, choice: Choice): HTMLElement {
  return make(
    "div",
    { class: "ww-stack ww-stack--fill ww-gap-2" },
    make("p", { class: "ww-label" }, theirs.label),
    make(
      "div",
      { class: "ww-conflict__texts" },
      version(say("mine"), words(choice.form, name, choice.mine[name] ?? [])),
      version(say("theirs"), theirs.text),
    ),
  );
}

function version(title: string, text: string): HTMLElement {
  const box = make("p", { class: "ww-conflict__text", tabindex: "0", role: "region", "aria-label": title }, text || say("nothing"));
  return make("div", {}, make("p", { class: "ww-meta" }, title), box);
}

function buttons(choice: Choice): HTMLElement {
  const mine = make("button", { type: "button", class: "ww-button ww-button--small" }, say("keepMine"));
  const theirs = make("button", { type: "button", class: "ww-button ww-button--second ww-button--small" }, say("takeTheirs"));
  mine.addEventListener("click", () => close(choice.form, choice.keepMine));
  theirs.addEventListener("click", () => close(choice.form, choice.takeTheirs));
  return make("div", { class: "ww-cluster" }, mine, theirs);
}

function close(form: HTMLFormElement, then: () => void): void {
  closeConflict(form);
  then();
}

/** A choice is shown in the words of its label, not in its code. */
function words(form: HTMLFormElement, name: string, values: readonly string[]): string {
  return values.map((value) => optionWords(form, name, value) ?? value).join("\n");
}

function optionWords(form: HTMLFormElement, name: string, value: string): string | undefined {
  const match = `[name="${CSS.escape(name)}"]`;
  const option = form.querySelector(`select${match} option[value="${CSS.escape(value)}"]`);
  const choice = form.querySelector<HTMLInputElement>(`input${match}[value="${CSS.escape(value)}"]:is([type=radio],[type=checkbox])`);
  return option?.textContent?.trim() ?? choice?.labels?.[0]?.textContent?.trim();
}
