// Signing out: first everything is sent; what cannot be sent is told, and stays on this device.

import { make } from "../dom.ts";
import { say } from "../strings.ts";
import type { SavingForm } from "./form.ts";
import type { Store } from "./store.ts";

/** Hold a sign-out back until all text is sent, or the person chooses otherwise. */
export function startSignOut(forms: readonly SavingForm[], store: Store): void {
  document.querySelectorAll<HTMLFormElement>("form[data-sign-out]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      if (!forms.some((one) => one.unsent) && store.actions().length === 0) return;
      event.preventDefault();
      void leave(form, forms, store);
    });
  });
}

async function leave(form: HTMLFormElement, forms: readonly SavingForm[], store: Store): Promise<void> {
  await Promise.all(forms.map((one) => one.flush()));
  if (!forms.some((one) => one.unsent) && store.actions().length === 0) form.submit();
  else ask(form);
}

function ask(form: HTMLFormElement): void {
  const stay = make("button", { type: "button", class: "ww-button" }, say("stay"));
  const go = make("button", { type: "button", class: "ww-button ww-button--second" }, say("signOutAnyway"));
  const title = make("h2", { id: "ww-sign-out-t" }, say("signOutTitle"));
  const box = make("div", {}, title, make("p", {}, say("signOutText")), make("div", { class: "ww-cluster" }, stay, go));
  const dialog = make("dialog", { class: "ww-dialog", "aria-labelledby": title.id }, box);
  stay.addEventListener("click", () => dialog.close());
  go.addEventListener("click", () => form.submit());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
