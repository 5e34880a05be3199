// The save line of somebody who writes further down the page: a copy at the edge of the window. The line itself
// keeps its room: were it to leave, the buttons beside it would move under the finger of who scrolls back to them.

const SEEN_AFTER = 4000; // milliseconds

let copy: HTMLElement | undefined;
let watched: HTMLElement | undefined;
let fading: ReturnType<typeof setTimeout> | undefined;

/** Show news at the edge while its line is off the screen: good news for a moment, bad news to stay. */
export function bringAlong(line: HTMLElement, state: string): void {
  copy ??= atTheEdge();
  copy.dataset.state = state;
  copy.replaceChildren(...[...line.childNodes].map((each) => each.cloneNode(true)));
  copy.querySelectorAll("a").forEach((link) => (link.tabIndex = -1)); // the keyboard finds the line itself
  copy.classList.add("is-fresh");
  clearTimeout(fading);
  fading = setTimeout(() => copy?.classList.remove("is-fresh"), SEEN_AFTER);
  watch(line);
}

function watch(line: HTMLElement): void {
  if (watched === line) return;
  watched = line;
  new IntersectionObserver(([seen]) => copy?.classList.toggle("is-away", !seen?.isIntersecting)).observe(line);
}

function atTheEdge(): HTMLElement {
  const made = document.createElement("p");
  made.className = "ww-along";
  made.ariaHidden = "true"; // the line is a status, and is read aloud already
  document.body.append(made);
  return made;
}
