// Rich text where a page asks for it; the editor itself is fetched only then.

import { onPage, within } from "./dom.ts";

/** Upgrade the textareas that ask for it, when the page has time and nobody is typing in them. */
export function startEditors(): void {
  onPage((root) => {
    const sources = within<HTMLTextAreaElement>(root, "textarea[data-editor]:not(.ww-editor__source)");
    if (sources.length > 0) void load(sources);
  });
}

async function load(sources: readonly HTMLTextAreaElement[]): Promise<void> {
  const { edit } = await import("./editor/editor.ts");
  for (const source of sources) {
    if (document.activeElement !== source) edit(source);
    else source.addEventListener("blur", () => edit(source), { once: true });
  }
}
