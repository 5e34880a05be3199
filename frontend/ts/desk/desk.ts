// The assessor's desk: keys inside the criteria pane, remarks from the bank, passages from the work.
//
// [data-desk]                     the pane with criteria
//   [data-criterion]              one criterion (focusable heading or legend inside gets tabindex -1)
//     input[data-level="1"…]      the levels, in the order of the rubric
//     textarea[data-justification], input or textarea[data-evidence], details[data-bank], button[data-remark]
//   [data-key="next|previous|bank|help"]  the visible buttons; input[data-keys-on] switches the keys
// a[data-first-open]              a link to the first criterion without a judgement, as it is now
// [data-work]                     the frozen work; dialog#ww-keys explains the keys

import { startPassages } from "./passages.ts";
import { startPlaces } from "./places.ts";
import { startWriting } from "./writing.ts";
import { type Act, actOf, joined, step } from "./keys.ts";

const REMEMBER = "ww:keys-off";

/** Start the desk when the page has one. */
export function startDesk(): void {
  const pane = document.querySelector<HTMLElement>("[data-desk]");
  if (!pane) return;
  pane.addEventListener("focusin", (event) => activate(pane, criterionOf(event.target)));
  pane.addEventListener("keydown", (event) => {
    const act = keysOn(pane) ? actOf(event, isTyping(event.target)) : undefined;
    if (!act) return;
    event.preventDefault();
    perform(pane, act);
  });
  pane.addEventListener("click", (event) => click(pane, event.target));
  document.querySelector("[data-first-open]")?.addEventListener("click", (event) => {
    const next = criteria(pane).find((one) => !isJudged(one));
    if (next) event.preventDefault();
    show(pane, next);
  });
  startSwitch(pane);
  startPassages(() => active(pane));
  startPlaces(pane);
  startWriting(pane);
}

function perform(pane: HTMLElement, act: Act): void {
  if (act.kind === "move") move(pane, act.step);
  else if (act.kind === "judge") judge(active(pane)?.querySelector<HTMLInputElement>(`input[data-level="${act.level}"]`));
  else if (act.kind === "bank") toggleBank(active(pane));
  else if (act.kind === "leave") leaveText(active(pane));
  else document.querySelector<HTMLDialogElement>("#ww-keys")?.showModal();
}

function click(pane: HTMLElement, target: EventTarget | null): void {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>("button") : null;
  const key = button?.dataset.key;
  if (key === "next" || key === "previous") move(pane, key === "next" ? 1 : -1);
  else if (key === "bank") toggleBank(active(pane));
  else if (key === "help") perform(pane, { kind: "help" });
  else if (button?.dataset.remark !== undefined) insert(button);
}

function move(pane: HTMLElement, by: 1 | -1): void {
  const all = criteria(pane);
  show(pane, all[step(all.findIndex((one) => one === active(pane)), by, all.length)]);
}

function show(pane: HTMLElement, next: HTMLElement | undefined): void {
  if (!next) return;
  for (let group = next.closest("details"); group; group = group.parentElement?.closest("details") ?? null) group.open = true;
  activate(pane, next);
  (next.querySelector<HTMLElement>("input:checked") ?? next.querySelector<HTMLElement>("input, textarea, button"))?.focus();
  next.scrollIntoView({ block: "nearest" });
}

function isJudged(criterion: HTMLElement): boolean {
  const level = criterion.querySelector<HTMLInputElement>("input[data-level]:checked");
  return Boolean(level && criterion.querySelector<HTMLTextAreaElement>("textarea[data-justification]")?.value.trim());
}

function insert(button: HTMLButtonElement): void {
  const field = criterionOf(button)?.querySelector<HTMLTextAreaElement>("textarea[data-justification]");
  if (!field) return;
  field.value = joined(field.value, button.dataset.remark ?? "");
  field.dispatchEvent(new CustomEvent("ww:set"));
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

/** The focus goes along, so that Tab leads on to the justification. */
function judge(level: HTMLInputElement | null | undefined): void {
  level?.focus();
  level?.click();
}

/** From the text back to the level of the same criterion, where the keys work. */
function leaveText(criterion: HTMLElement | undefined): void {
  criterion?.querySelector<HTMLElement>("input:checked")?.focus();
}

function toggleBank(criterion: HTMLElement | undefined): void {
  const bank = criterion?.querySelector<HTMLDetailsElement>("details[data-bank]");
  if (!bank) return;
  bank.open = !bank.open;
  if (bank.open) bank.querySelector<HTMLElement>("summary")?.focus();
}

function activate(pane: HTMLElement, criterion: HTMLElement | undefined): void {
  if (criterion) criteria(pane).forEach((one) => one.classList.toggle("is-active", one === criterion));
}

function active(pane: HTMLElement): HTMLElement | undefined {
  return criteria(pane).find((one) => one.classList.contains("is-active"));
}

function criteria(pane: HTMLElement): HTMLElement[] {
  return [...pane.querySelectorAll<HTMLElement>("[data-criterion]")];
}

function criterionOf(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>("[data-criterion]")) || undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("textarea, select, [contenteditable=true], input:not([type=radio], [type=checkbox])");
}

function startSwitch(pane: HTMLElement): void {
  const box = pane.querySelector<HTMLInputElement>("input[data-keys-on]");
  if (!box) return;
  box.checked = !remembered();
  box.addEventListener("change", () => remember(!box.checked));
}

function keysOn(pane: HTMLElement): boolean {
  return pane.querySelector<HTMLInputElement>("input[data-keys-on]")?.checked ?? true;
}

function remembered(): boolean {
  try {
    return localStorage.getItem(REMEMBER) !== null;
  } catch {
    return false;
  }
}

function remember(off: boolean): void {
  try {
    off ? localStorage.setItem(REMEMBER, "1") : localStorage.removeItem(REMEMBER);
  } catch {
    // A browser without storage forgets the choice; the keys still obey it on this page.
  }
}
