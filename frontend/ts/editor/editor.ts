// A textarea with Markdown becomes a text with headings, lists and links. The textarea stays what is sent.

import { Editor, type Extensions, type JSONContent } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions";
import { make } from "../dom.ts";
import { type Node, isSafeLink } from "./nodes.ts";
import { parse } from "./parse.ts";
import { serialize } from "./serialize.ts";
import { toolbar } from "./toolbar.ts";

/** Put an editor over a textarea. */
export function edit(source: HTMLTextAreaElement): void {
  const place = make("div", { class: "ww-editor__place" });
  const height = source.offsetHeight;
  const editor = new Editor({
    element: place,
    extensions: extensions(),
    content: contentOf(source.value),
    injectCSS: false,
    editorProps: { attributes: names(source) },
    onUpdate: () => send(source, editor),
    onBlur: () => source.dispatchEvent(new Event("change", { bubbles: true })),
  });
  const frame = make("div", { class: "ww-editor" }, toolbar(editor), place);
  place.style.setProperty("block-size", `${height}px`);
  hide(source);
  source.before(frame);
  frame.append(source);
  follow(source, editor);
}

function extensions(): Extensions {
  const link = Link.configure({ openOnClick: false, autolink: false, isAllowedUri: isSafeLink, HTMLAttributes: { rel: "noopener", target: null } });
  const lists = [BulletList, OrderedList, ListItem, ListKeymap];
  return [Document, Paragraph, Text, Bold, Italic, HardBreak, Heading.configure({ levels: [3] }), ...lists, link, UndoRedo];
}

function contentOf(markdown: string): JSONContent {
  return parse(markdown) as JSONContent;
}

function names(source: HTMLTextAreaElement): Record<string, string> {
  const label = source.labels?.[0];
  if (label && !label.id) label.id = `${source.id}-label`;
  return {
    class: "ww-editor__text",
    role: "textbox",
    "aria-multiline": "true",
    ...(label ? { "aria-labelledby": label.id } : {}),
    ...described(source),
  };
}

function described(source: HTMLTextAreaElement): Record<string, string> {
  const copied = ["aria-describedby", "aria-invalid", "aria-required"] as const;
  return Object.fromEntries(copied.flatMap((name) => (source.hasAttribute(name) ? [[name, source.getAttribute(name) ?? ""]] : [])));
}

function send(source: HTMLTextAreaElement, editor: Editor): void {
  source.value = serialize(editor.getJSON() as Node);
  source.dispatchEvent(new Event("input", { bubbles: true }));
}

function hide(source: HTMLTextAreaElement): void {
  source.classList.add("ww-editor__source");
  source.tabIndex = -1;
  source.setAttribute("aria-hidden", "true");
}

/** What happens to the textarea (focus by its label, a new text, an error) happens to the editor. */
function follow(source: HTMLTextAreaElement, editor: Editor): void {
  source.addEventListener("focus", () => editor.commands.focus());
  source.addEventListener("ww:set", () => editor.commands.setContent(contentOf(source.value), { emitUpdate: false }));
  source.addEventListener("ww:insert", (event) => {
    editor.chain().focus("end").insertContent((event as CustomEvent<string>).detail).run();
  });
  const copy = (): void => {
    for (const name of ["aria-describedby", "aria-invalid"]) {
      const value = source.getAttribute(name);
      value === null ? editor.view.dom.removeAttribute(name) : editor.view.dom.setAttribute(name, value);
    }
  };
  new MutationObserver(copy).observe(source, { attributeFilter: ["aria-describedby", "aria-invalid"] });
}
