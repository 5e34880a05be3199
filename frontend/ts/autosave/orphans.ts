// Unsent text whose form is on another page: send it from there, or show the way.

import { say } from "../strings.ts";
import { readFromServer, version, write } from "./controls.ts";
import type { SavingForm } from "./form.ts";
import { formOn, look } from "./page.ts";
import { post } from "./post.ts";
import { report } from "./status.ts";
import type { Store, Unsent } from "./store.ts";
import { pick, standsThere } from "./values.ts";

/** Look after text that was left on this device. */
export async function startOrphans(store: Store, person: string, forms: readonly SavingForm[]): Promise<void> {
  if (person === "guest") return;
  for (const action of store.actions()) {
    const unsent = store.get(action);
    if (!unsent || forms.some((form) => form.action === action)) continue;
    if (await deliver(action, unsent, person)) store.drop(action);
    else report(unsent, "waiting", say("elsewhere"), { url: unsent.page, text: say("goThere") });
  }
}

async function deliver(action: string, unsent: Unsent, person: string, again = true): Promise<boolean> {
  const seen = await look(unsent.page);
  const form = seen?.person === person ? formOn(seen.page, action) : undefined;
  if (!form) return false;
  const there = pick(readFromServer(form), Object.keys(unsent.fields));
  if (standsThere(unsent.fields, there)) return true;
  if (version(form) !== unsent.version && !standsThere(unsent.sent, there)) return false;
  write(form, unsent.fields);
  const answer = await post(action, new FormData(form));
  // The last request of the page that was left may have been first: then the text is there already.
  return answer.kind === "saved" || (answer.kind === "conflict" && again && deliver(action, unsent, person, false));
}
