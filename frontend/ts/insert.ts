// A button beside each skeleton of a component: it puts the skeleton in the text, where the cursor stands.

import { onPage, within } from "./dom.ts";

/** Show the buttons that insert a skeleton; without script the skeletons are there to copy. */
export function startInserting(): void {
  onPage((root) => {
    for (const button of within<HTMLButtonElement>(root, "button[data-insert]")) {
      button.hidden = false;
      button.addEventListener("click", () => insert(button));
    }
  });
}

function insert(button: HTMLButtonElement): void {
  const skeleton = button.closest("[data-skeleton]")?.querySelector("pre")?.textContent ?? "";
  const target = button.form?.elements.namedItem(button.dataset.insert ?? "");
  if (!(target instanceof HTMLTextAreaElement)) return;
  const at = target.selectionStart;
  const before = target.value.slice(0, at);
  const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  target.setRangeText(`${gap}${skeleton}\n\n`, at, target.selectionEnd, "end");
  const empty = skeleton.indexOf('=""');
  if (empty >= 0) target.setSelectionRange(at + gap.length + empty + 2, at + gap.length + empty + 2); // fill this in first
  target.dispatchEvent(new Event("input", { bubbles: true }));
  target.focus();
}
