// Small pieces of page: elements, icons, and parts of the page that the server sends anew.

type Content = string | Node;

/** Make an element with attributes and content. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** Make an icon of the sprite. */
export function icon(name: string): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "ww-icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${document.body.dataset.icons ?? ""}#i-${name}`);
  svg.append(use);
  return svg;
}

/** Replace parts of the page, keep the focus, and tell who upgrades pages about the new parts. */
export function replaceFragments(fragments: Readonly<Record<string, string>>, keep: (part: Element) => boolean): void {
  for (const [selector, html] of Object.entries(fragments)) {
    const old = document.querySelector(selector);
    if (old && !keep(old)) replace(old, html);
  }
}

/** Run a function on the page now, and on every part that is replaced later. */
export function onPage(upgrade: (root: ParentNode) => void): void {
  upgrade(document);
  document.addEventListener("ww:fragment", (event) => upgrade((event as CustomEvent<ParentNode>).detail));
}

/** Give all matching elements, the root itself included. */
export function within<T extends Element>(root: ParentNode, selector: string): T[] {
  const found = [...root.querySelectorAll<T>(selector)];
  return root instanceof Element && root.matches(selector) ? [root as unknown as T, ...found] : found;
}

function replace(old: Element, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  const fresh = template.content.firstElementChild;
  // What is as it was stays: who is about to press a link in it would otherwise press nothing.
  if (!fresh || old.isEqualNode(fresh)) return;
  const returnTo = focusIn(old);
  old.replaceWith(fresh);
  returnTo?.(fresh);
  document.dispatchEvent(new CustomEvent("ww:fragment", { detail: fresh }));
}

/** Remember which control has the focus, and where its caret is; an own id tells, and otherwise its place among its like. */
function focusIn(old: Element): ((fresh: Element) => void) | undefined {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || !old.contains(here)) return undefined;
  const at = within(old, here.localName).indexOf(here);
  const caret = isText(here) ? ([here.selectionStart, here.selectionEnd] as const) : undefined;
  return (fresh) => {
    const there = (here.id && document.getElementById(here.id)) || within<HTMLElement>(fresh, here.localName)[at];
    there?.focus({ preventScroll: true });
    if (caret && isText(there)) there.setSelectionRange(...caret);
  };
}

function isText(element: Element | undefined): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.selectionStart !== null);
}
