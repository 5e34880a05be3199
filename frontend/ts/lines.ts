// A link to one line of a long text selects that line: a text field shows no numbers.
//
// a[data-line][href="#field"]  the number of the line, counted from 1

import { span } from "./line_span.ts";

/** Let links to a line of a text field lead to that line. */
export function startLines(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>("a[data-line]");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!(field instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    select(field, Number(link?.dataset.line));
  });
}

function select(field: HTMLTextAreaElement, line: number): void {
  const { start, end } = span(field.value, line);
  // The caret comes into sight with the focus; the selection is made after that, and moves nothing.
  field.blur();
  field.setSelectionRange(start, start);
  field.focus();
  field.setSelectionRange(start, end);
}
