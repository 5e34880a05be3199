// Signing out: first everything is sent; what cannot be sent is told, and stays on this device.

import { make } from "./dom.ts";
import { say } from "./strings.ts";

/** What may still have to be sent: text in forms, answers to questions. */
export interface Outgoing {
  /** Tell whether something waits. */
  waits(): boolean;
  /** Send what can be sent now. */
  send(): Promise<unknown>;
}

/** Hold a sign-out back until all is sent, or the person chooses otherwise. */
export function startSignOut(outgoing: readonly Outgoing[]): void {
  const waits = (): boolean => outgoing.some((each) => each.waits());
  document.querySelectorAll<HTMLFormElement>("form[data-sign-out]").forEach((form) => {
    let isDecided = false;
    const go = (): void => {
      isDecided = true;
      form.requestSubmit(); // not submit(): what this device keeps to read goes at the same moment
    };
    form.addEventListener("submit", (event) => {
      if (isDecided || !waits()) return;
      event.preventDefault();
      void Promise.all(outgoing.map((each) => each.send())).then(() => (waits() ? ask(go) : go()));
    });
  });
}

function ask(signOut: () => void): void {
  const stay = make("button", { type: "button", class: "ww-button" }, say("stay"));
  const go = make("button", { type: "button", class: "ww-button ww-button--second" }, say("signOutAnyway"));
  const title = make("h2", { id: "ww-sign-out-t" }, say("signOutTitle"));
  const box = make("div", {}, title, make("p", {}, say("signOutText")), make("div", { class: "ww-cluster" }, stay, go));
  const dialog = make("dialog", { class: "ww-dialog", "aria-labelledby": title.id }, box);
  stay.addEventListener("click", () => dialog.close());
  go.addEventListener("click", signOut);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
