// Selected words of the frozen work become evidence of the active criterion.

import { icon, make } from "../dom.ts";
import { say } from "../strings.ts";

const LONGEST = 1000; // characters of a passage

/** Offer "Koppel passage" while words in the work are selected. */
export function startPassages(active: () => HTMLElement | undefined): void {
  const work = document.querySelector<HTMLElement>("[data-work]");
  if (!work) return;
  const news = make("span", { class: "ww-meta", role: "status" });
  const button = make("button", { type: "button", class: "ww-button ww-button--second ww-button--small" }, icon("highlight"), say("linkPassage"));
  const bar = make("div", { class: "ww-select-bar no-print", hidden: "" }, button, news);
  work.append(bar);
  let passage = "";
  document.addEventListener("selectionchange", () => {
    const found = selected(work);
    if (found) passage = found;
    bar.hidden = !found && document.activeElement !== button;
  });
  button.addEventListener("click", () => (news.textContent = link(active(), passage) ? "" : say("chooseCriterion")));
}

function selected(work: HTMLElement): string {
  const selection = document.getSelection();
  const inside = selection?.rangeCount && work.contains(selection.getRangeAt(0).commonAncestorContainer);
  return inside ? (selection?.toString().trim().replace(/\s+/g, " ").slice(0, LONGEST) ?? "") : "";
}

function link(criterion: HTMLElement | undefined, passage: string): boolean {
  const field = criterion?.querySelector<HTMLInputElement | HTMLTextAreaElement>("[data-evidence]");
  if (!field || !passage) return false;
  field.value = field.value ? `${field.value}\n${passage}` : passage;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  return true;
}
