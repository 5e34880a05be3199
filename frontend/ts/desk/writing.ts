// On a phone the frozen work makes way while somebody writes about a criterion. It comes back when nothing is pressed:
// were it to come back at the press that ends the writing, it would lie over what is pressed.

import { untilLetGo } from "../press.ts";

/** Mark the pane as long as somebody writes about a criterion and goes on with that one. */
export function startWriting(pane: HTMLElement): void {
  let about: Element | null = null;
  const look = async (): Promise<void> => {
    await untilLetGo();
    const here = document.activeElement;
    const was = about;
    if (here instanceof HTMLTextAreaElement && pane.contains(here)) about = here.closest("[data-criterion]");
    else if (!about?.contains(here)) about = null;
    pane.classList.toggle("is-writing", about !== null);
    if (was && !about && here && pane.contains(here)) keepInSight(here.closest<HTMLElement>("[data-criterion]") ?? here);
  };
  pane.addEventListener("focusin", () => void look());
  pane.addEventListener("focusout", () => void look());
}

/** What the work came to lie over comes out from under it, from its first line: that says what is judged. */
function keepInSight(part: Element): void {
  const work = document.querySelector("[data-work]")?.getBoundingClientRect();
  const at = part.getBoundingClientRect();
  const isUnder = work && work.top <= at.top && at.top < work.bottom && at.left < work.right && work.left < at.right;
  part.scrollIntoView({ block: isUnder ? "start" : "nearest" });
}
