// Messages at the field, in the same place and form as those of the server's own page.

import { icon, make } from "../dom.ts";
import { controls } from "./controls.ts";

/** Show messages per field. */
export function showErrors(form: HTMLFormElement, errors: Readonly<Record<string, readonly string[]>>): void {
  clearErrors(form);
  for (const [name, messages] of Object.entries(errors)) show(form, name, messages.join(" "));
}

/** Take the messages away. */
export function clearErrors(form: HTMLFormElement): void {
  form.querySelectorAll(".ww-field__error").forEach((line) => {
    form.querySelectorAll(`[aria-describedby~="${CSS.escape(line.id)}"]`).forEach((element) => untie(element, line.id));
    line.remove();
  });
  form.querySelectorAll("[aria-invalid]").forEach((element) => element.removeAttribute("aria-invalid"));
  form.querySelectorAll("[data-invalid]").forEach((element) => element.removeAttribute("data-invalid"));
}

function show(form: HTMLFormElement, name: string, text: string): void {
  const found = controls(form, name);
  const first = found[0];
  if (!first) return;
  const field = first.closest(`[data-field]`) ?? first.closest("fieldset") ?? first.parentElement;
  const id = `${field?.id || first.id || name}-error`;
  const line = make("p", { class: "ww-field__error", id }, icon("alert-circle"), make("span", {}, text));
  if (field instanceof HTMLFieldSetElement) {
    field.dataset.invalid = "";
    tie(field, id);
    const help = field.querySelector(":scope > .ww-field__help") ?? field.querySelector(":scope > legend");
    help ? help.after(line) : field.prepend(line);
    return;
  }
  for (const control of found) {
    control.setAttribute("aria-invalid", "true");
    tie(control, id);
  }
  (first.closest(".ww-editor") ?? first.closest("label") ?? first).before(line);
}

function tie(element: Element, id: string): void {
  const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  element.setAttribute("aria-describedby", [...new Set([...ids, id])].join(" "));
}

function untie(element: Element, id: string): void {
  const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter((other) => other && other !== id);
  ids.length ? element.setAttribute("aria-describedby", ids.join(" ")) : element.removeAttribute("aria-describedby");
}
