// A step in a long list sends a form and opens the page anew: the row stays where the eye was, the focus on its button.
//
// form[data-keep-place]  its buttons are called "step" and have a value "act:what"

const REMEMBER = "ww:place";

interface Place {
  page: string;
  value: string;
  top: number;
}

/** Remember where a step was taken, and come back to that place on the page that follows. */
export function startPlace(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-keep-place]");
  if (!form) return;
  const place = taken();
  // What went wrong comes first: that takes the focus.
  if (place?.page === location.pathname && !document.querySelector("[data-focus]")) {
    comeBack(form, place);
    window.addEventListener("load", () => comeBack(form, place), { once: true });
  }
  form.addEventListener("submit", ({ submitter }) => {
    if (!(submitter instanceof HTMLButtonElement)) return;
    keep({ page: form.dataset.keepPlace ?? "", value: submitter.value, top: submitter.getBoundingClientRect().top });
  });
}

function comeBack(form: HTMLFormElement, place: Place): void {
  const button = buttonOf(form, place.value);
  if (!button) return;
  button.focus({ preventScroll: true });
  window.scrollBy({ top: button.getBoundingClientRect().top - place.top, behavior: "instant" });
}

function buttonOf(form: HTMLFormElement, value: string): HTMLButtonElement | undefined {
  const what = value.slice(value.indexOf(":"));
  const those = [...form.querySelectorAll<HTMLButtonElement>("button[name=step]")].filter((each) => each.value.endsWith(what));
  // "Off" is "on" by now: it stands last, as before.
  return those.find((each) => each.value === value) ?? those.at(-1);
}

function keep(place: Place): void {
  try {
    sessionStorage.setItem(REMEMBER, JSON.stringify(place));
  } catch {
    // Without storage the anchor in the address still brings the row into sight.
  }
}

function taken(): Place | undefined {
  try {
    const kept = sessionStorage.getItem(REMEMBER);
    sessionStorage.removeItem(REMEMBER);
    return kept ? (JSON.parse(kept) as Place) : undefined;
  } catch {
    return undefined;
  }
}
