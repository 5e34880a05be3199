// The save line of somebody who writes further down the page: a copy at the edge of the window, and also when the line
// has no room for all its words. The line keeps its place and its size, whatever it says: were it to grow or to leave,
// buttons beside and below it would move under the finger.

const SEEN_AFTER = 4000; // milliseconds
const WHOLE = 0.95; // a screen has no half pixels

let copy: HTMLElement | undefined;
let watch: IntersectionObserver | undefined;
let fading: ReturnType<typeof setTimeout> | undefined;

/** Show news at the edge while its line is off the screen or too small for it: good news for a moment, bad news to stay. */
export function bringAlong(line: HTMLElement, state: string): void {
  copy ??= atTheEdge();
  copy.dataset.state = state;
  copy.replaceChildren(...[...line.childNodes].map((each) => each.cloneNode(true)));
  copy.querySelectorAll("a").forEach((link) => (link.tabIndex = -1)); // the keyboard finds the line itself
  copy.classList.add("is-fresh");
  clearTimeout(fading);
  fading = setTimeout(() => copy?.classList.remove("is-fresh"), SEEN_AFTER);
  follow(line);
}

function follow(line: HTMLElement): void {
  watch?.disconnect();
  watch = new IntersectionObserver(([seen]) => copy?.classList.toggle("is-away", !seen || seen.intersectionRatio < WHOLE), { threshold: WHOLE });
  if (line.firstElementChild) watch.observe(line.firstElementChild);
}

function atTheEdge(): HTMLElement {
  const made = document.createElement("p");
  made.className = "ww-along";
  made.ariaHidden = "true"; // the line is a status, and is read aloud already
  document.body.append(made);
  return made;
}
