// The hours of a route add up while they are typed; the server weighs them when they are saved.

import { reckon } from "./hours_sum.ts";

/** Keep the sum below each table of hours as it is typed. */
export function startHours(): void {
  for (const line of document.querySelectorAll<HTMLElement>("[data-hours-sum]")) {
    const part = line.closest("section");
    part?.addEventListener("input", () => show(line, part));
    // What the browser kept of an earlier visit counts too.
    if (part) window.addEventListener("pageshow", () => show(line, part));
  }
}

function show(line: HTMLElement, part: HTMLElement): void {
  const typed = [...part.querySelectorAll<HTMLInputElement>("input[inputmode=numeric]")].map((each) => each.value);
  const { total, left } = reckon(typed, Number(line.dataset.load));
  const { sum = "", short = "", over = "" } = line.dataset;
  const rest = left === 0 ? "" : (left > 0 ? short : over).replace("{hours}", String(Math.abs(left)));
  const told = `${sum.replace("{total}", String(total))} ${rest}`.trim();
  if (line.textContent !== told) line.textContent = told;
}
