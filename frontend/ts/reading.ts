// Who reads on in a lesson has begun it, and "Verder waar je was" leads to the heading that was reached.
// Without script there is the button, which leads to the top of the lesson.

import { post } from "./autosave/post.ts";

const REST = 1500; // milliseconds of rest before a heading counts: leafing through is not reading
const BEGUN_AFTER = 1; // who comes to the third heading of a new lesson has begun it

/** Follow the reader of a lesson that is not done. */
export function startReading(): void {
  const form = document.querySelector<HTMLFormElement>('.ww-head form[action$="/begin"]');
  const field = form?.querySelector<HTMLInputElement>("[name=section]");
  if (form && field) follow(form, field, [...document.querySelectorAll<HTMLElement>("[data-section]")]);
}

/** Tell of each heading once, when somebody rests at one further than before. */
function follow(form: HTMLFormElement, field: HTMLInputElement, sections: HTMLElement[]): void {
  const known = sections.findIndex((each) => each.dataset.section === field.value);
  let told = Math.max(form.hidden ? 0 : BEGUN_AFTER, known, jumpedTo(sections));
  let resting: number | undefined;
  const seen = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) entry.isIntersecting ? seen.add(entry.target) : seen.delete(entry.target);
      window.clearTimeout(resting);
      resting = window.setTimeout(() => void tell(), REST);
    },
    { rootMargin: "0px 0px -25% 0px" },
  );

  /** What does not arrive is told with the next heading, or when there is a connection again. */
  async function tell(): Promise<void> {
    const at = sections.findLastIndex((each) => seen.has(each));
    if (at <= told || !navigator.onLine) return;
    field.value = sections[at]!.dataset.section!;
    const answer = await post(form.action, new FormData(form));
    if (answer.kind === "saved") told = Math.max(told, at);
    else if (answer.kind !== "retry") observer.disconnect();
  }

  for (const each of sections) observer.observe(each);
  window.addEventListener("online", () => void tell());
}

/** Who came for one place in the lesson reads there; what stands before it was not read because of that. */
function jumpedTo(sections: HTMLElement[]): number {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (!target) return -1;
  return sections.findLastIndex((each) => each.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);
}
