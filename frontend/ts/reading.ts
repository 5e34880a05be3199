// Who reads on in a lesson has begun it: "Verder waar je was" leads there without a button being pressed.

import { post } from "./autosave/post.ts";

/** Begin a new lesson when its third section comes into view; without script there is the button. */
export function startReading(): void {
  const form = document.querySelector<HTMLFormElement>('.ww-head form[action$="/begin"]');
  const further = document.querySelectorAll(".ww-lesson > .ww-section")[3];
  if (!form || !further) return;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    void post(form.action, new FormData(form));
  });
  observer.observe(further);
}
