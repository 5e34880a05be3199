// Reading and writing the controls of a form.

import { collect, type Values } from "./values.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Read what stands in the form now. */
export function read(form: HTMLFormElement): Values {
  return collect(new FormData(form).entries());
}

/** Read what the server put in the form, whatever was typed since. */
export function readFromServer(form: HTMLFormElement): Values {
  const copy = form.cloneNode(true) as HTMLFormElement;
  copy.reset();
  return read(copy);
}

/** Put values in the form, and tell editors that stand over a textarea. */
export function write(form: HTMLFormElement, values: Values): void {
  for (const [name, texts] of Object.entries(values)) {
    controls(form, name).forEach((control, index) => put(control, texts, index));
  }
}

/** Give the controls of a name, in order. */
export function controls(form: HTMLFormElement, name: string): Control[] {
  return [...form.elements].filter((element): element is Control => isControl(element) && element.name === name);
}

/** Give the words that a control is known by; of radio buttons those are the words of their group. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const control = form.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`);
  const legend = control?.closest("fieldset")?.querySelector("legend");
  return (control?.type === "radio" ? legend : control?.labels?.[0])?.textContent?.trim() ?? name;
}

/** Give the version that the writer saw. */
export function version(form: HTMLFormElement): string {
  return controls(form, "version")[0]?.value ?? "";
}

/** Remember the version that the server gave. */
export function setVersion(form: HTMLFormElement, value: string): void {
  for (const control of controls(form, "version")) control.value = value;
}

function put(control: Control, texts: readonly string[], index: number): void {
  if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
    control.checked = texts.includes(control.value);
  } else if (control instanceof HTMLSelectElement) {
    for (const option of control.options) option.selected = texts.includes(option.value);
  } else {
    control.value = texts[index] ?? "";
  }
  control.dispatchEvent(new CustomEvent("ww:set"));
}

function isControl(element: Element): element is Control {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}
