// Words with an explanation also show it when a mouse rests on them; a tap or Enter needs no script.

const REST = 300;

/** Let words of the lesson open their explanation under the mouse. */
export function startTerms(): void {
  let timer: number | undefined;
  let open: HTMLElement | undefined;
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || !(event.target instanceof Element)) return;
    const term = event.target.closest<HTMLElement>(".ww-term");
    const inside = open && (open.contains(event.target) || term?.getAttribute("popovertarget") === open.id);
    if (inside) return window.clearTimeout(timer);
    if (!term && !open) return window.clearTimeout(timer);
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (open?.isConnected && open.matches(":popover-open") && !open.contains(document.activeElement)) open.hidePopover();
      open = term ? show(term) : undefined;
    }, REST);
  });
}

/** The focus stays where it is: only who opens it by hand is taken there. */
function show(term: HTMLElement): HTMLElement | undefined {
  const explanation = document.getElementById(term.getAttribute("popovertarget") ?? "");
  if (!explanation?.showPopover || explanation.matches(":popover-open")) return undefined;
  explanation.autofocus = false;
  explanation.showPopover({ source: term } as never);
  explanation.autofocus = true;
  return explanation;
}
