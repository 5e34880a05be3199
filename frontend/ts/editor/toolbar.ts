// The buttons above a text, each with a word, in one stop of the Tab key; arrows go along them.

import type { Editor } from "@tiptap/core";
import { icon, make } from "../dom.ts";
import { say } from "../strings.ts";
import { askLink } from "./link.ts";

interface Tool {
  readonly name: string;
  readonly icon: string;
  readonly run: (editor: Editor) => void;
  readonly on: (editor: Editor) => boolean;
}

const TOOLS: readonly Tool[] = [
  { name: "bold", icon: "bold", run: (e) => e.chain().focus().toggleBold().run(), on: (e) => e.isActive("bold") },
  { name: "italic", icon: "italic", run: (e) => e.chain().focus().toggleItalic().run(), on: (e) => e.isActive("italic") },
  { name: "heading", icon: "h-3", run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(), on: (e) => e.isActive("heading") },
  { name: "bullets", icon: "list", run: (e) => e.chain().focus().toggleBulletList().run(), on: (e) => e.isActive("bulletList") },
  { name: "numbers", icon: "list-numbers", run: (e) => e.chain().focus().toggleOrderedList().run(), on: (e) => e.isActive("orderedList") },
  { name: "link", icon: "link", run: askLink, on: (e) => e.isActive("link") },
];

/** Make the toolbar of an editor. */
export function toolbar(editor: Editor): HTMLElement {
  const buttons = TOOLS.map((tool, index) => button(tool, editor, index === 0));
  const bar = make("div", { class: "ww-editor__tools", role: "toolbar", "aria-label": say("toolbar") }, ...buttons);
  bar.addEventListener("keydown", (event) => walk(event, buttons));
  editor.on("transaction", () => TOOLS.forEach((tool, index) => buttons[index]?.setAttribute("aria-pressed", String(tool.on(editor)))));
  return bar;
}

function button(tool: Tool, editor: Editor, first: boolean): HTMLButtonElement {
  const made = make("button", { type: "button", "aria-pressed": "false", tabindex: first ? "0" : "-1" }, icon(tool.icon), make("span", {}, say(tool.name)));
  made.addEventListener("click", () => tool.run(editor));
  return made;
}

function walk(event: KeyboardEvent, buttons: readonly HTMLButtonElement[]): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  const at = buttons.findIndex((one) => one === document.activeElement);
  const next = buttons[(at + step + buttons.length) % buttons.length];
  if (!step || at < 0 || !next) return;
  event.preventDefault();
  buttons.forEach((one) => (one.tabIndex = one === next ? 0 : -1));
  next.focus();
}
