// Links into the frozen work: the work moves in its window, and the criterion stays where it is.

const ABOVE = 12; // pixels of air above the place

/** Follow links of the desk to places in the work, as long as the work has a window of its own. */
export function startPlaces(pane: HTMLElement): void {
  const work = document.querySelector<HTMLElement>("[data-work]");
  if (!work) return;
  for (const part of [pane, work]) {
    part.addEventListener("click", (event) => {
      const place = placeOf(event, work);
      if (!place || work.scrollHeight <= work.clientHeight) return;
      event.preventDefault();
      work.scrollTop += place.getBoundingClientRect().top - work.getBoundingClientRect().top - ABOVE;
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    });
  }
}

function placeOf(event: MouseEvent, work: HTMLElement): HTMLElement | null {
  const link = event.target instanceof Element && !event.ctrlKey && !event.metaKey && !event.shiftKey ? event.target.closest<HTMLAnchorElement>("a[href^='#']") : null;
  const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return place && work.contains(place) ? place : null;
}
