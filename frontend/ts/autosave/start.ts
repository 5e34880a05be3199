// Saving on this page: all forms, the tabs beside this one, and the moments to try again.

import { onPage, within } from "../dom.ts";
import { closeConflict } from "./conflict.ts";
import { startOrphans } from "./orphans.ts";
import { SavingForm, type Surroundings } from "./form.ts";
import { startLeaving } from "./leaving.ts";
import type { Outgoing } from "../signout.ts";
import { Store, deviceShelf } from "./store.ts";
import type { Values } from "./values.ts";

interface Told {
  readonly person: string;
  readonly action: string;
  readonly version: string;
  readonly fields: Values;
  readonly saved: string;
}

/** Start saving; a page without a signed-in person (a guest's form) saves under the name "guest".
    Gives what waits to be sent. */
export function startSaving(): Outgoing {
  const person = document.body.dataset.person ?? "guest";
  const store = new Store(deviceShelf(), person);
  const channel = new BroadcastChannel("ww-saved");
  const forms: SavingForm[] = [];
  const tell = (action: string, version: string, fields: Values, saved: string): void =>
    channel.postMessage({ person, action, version, fields, saved });
  channel.addEventListener("message", (event: MessageEvent<Told>) => {
    const told = event.data;
    if (told.person !== person) return;
    for (const form of forms) if (form.action === told.action) form.savedElsewhere(told.version, told.fields, told.saved);
  });
  startForms({ store, person, tell }, forms);
  retryAtGoodMoments(forms);
  startLeaving(forms);
  const delivered = startOrphans(store, person, forms);
  return {
    waits: () => forms.some((one) => one.unsent) || store.actions().length > 0,
    send: () => Promise.all([delivered, ...forms.map((one) => one.flush())]),
  };
}

function retryAtGoodMoments(forms: readonly SavingForm[]): void {
  const all = (act: "flush" | "resume"): void => forms.forEach((form) => void form[act]());
  window.addEventListener("online", () => all("resume"));
  window.addEventListener("focus", () => all("resume"));
  window.addEventListener("pagehide", () => all("flush"));
  document.addEventListener("visibilitychange", () => all(document.hidden ? "flush" : "resume"));
  window.addEventListener("beforeunload", (event) => {
    if (forms.some((form) => form.wouldLose)) event.preventDefault();
  });
}

/** Make every form that asks for it save itself, now and in parts that come later. */
function startForms(around: Surroundings, forms: SavingForm[]): void {
  onPage((root) => {
    for (const gone of forms.filter((known) => !known.form.isConnected)) forms.splice(forms.indexOf(gone), 1);
    for (const form of within<HTMLFormElement>(root, "form[data-autosave]")) {
      closeConflict(form);
      forms.push(new SavingForm(form, around));
    }
  });
}
