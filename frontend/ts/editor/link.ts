// Asking for the address of a link.

import type { Editor } from "@tiptap/core";
import { make } from "../dom.ts";
import { say } from "../strings.ts";
import { isSafeLink } from "./nodes.ts";

/** Ask for an address and put it on the selected words. */
export function askLink(editor: Editor): void {
  const field = make("input", { class: "ww-input", id: "ww-link", type: "text", inputmode: "url", value: String(editor.getAttributes("link").href ?? "") });
  const set = make("button", { type: "submit", class: "ww-button ww-button--small" }, say("linkSet"));
  const remove = make("button", { type: "button", class: "ww-button ww-button--second ww-button--small" }, say("linkRemove"));
  const cancel = make("button", { type: "button", class: "ww-button ww-button--quiet ww-button--small" }, say("cancel"));
  const label = make("label", { for: field.id, id: "ww-link-label" }, say("linkAddress"));
  const buttons = make("div", { class: "ww-cluster" }, set, ...(editor.isActive("link") ? [remove] : []), cancel);
  const form = make("form", { method: "dialog" }, make("div", { class: "ww-field" }, label, field), buttons);
  const dialog = make("dialog", { class: "ww-dialog", "aria-labelledby": label.id }, form);
  const finish = (act: () => void): void => (dialog.close(), act());
  form.addEventListener("submit", () => put(editor, field.value));
  remove.addEventListener("click", () => finish(() => editor.chain().focus().extendMarkRange("link").unsetLink().run()));
  cancel.addEventListener("click", () => finish(() => editor.commands.focus()));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function put(editor: Editor, typed: string): void {
  const address = typed.trim();
  const href = isSafeLink(address) || !address ? address : `https://${address}`;
  const chain = editor.chain().focus().extendMarkRange("link");
  if (!href) chain.unsetLink().run();
  else if (editor.state.selection.empty && !editor.isActive("link")) {
    chain.insertContent([{ type: "text", text: address, marks: [{ type: "link", attrs: { href } }] }]).run();
  } else chain.setLink({ href }).run();
}
