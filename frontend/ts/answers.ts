// Questions of a self-test: the answer goes on its way without leaving the page, and the feedback is told.
// An answer that cannot be sent stays on this device, and goes as soon as there is a connection.

import type { Outcome } from "./autosave/answer.ts";
import { read, write } from "./autosave/controls.ts";
import { clearErrors, showErrors } from "./autosave/errors.ts";
import { look, takeToken } from "./autosave/page.ts";
import { post } from "./autosave/post.ts";
import { Store, deviceShelf, type Unsent } from "./autosave/store.ts";
import { icon, make, onPage, replaceFragments, within } from "./dom.ts";
import { say } from "./strings.ts";

const person = document.body.dataset.person ?? "guest";
const waiting = new Store(deviceShelf(), `answers-of-${person}`);

/** Send the answers on this page, and on parts of it that come later. */
export function startAnswers(): void {
  onPage((root) => {
    for (const form of within<HTMLFormElement>(root, "form[data-answer]")) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        void send(form);
      });
    }
  });
  void sendWaiting();
  window.addEventListener("online", () => void sendWaiting());
}

/** Send what waits on this device; without a connection, put it back in the questions of this page. */
async function sendWaiting(): Promise<void> {
  for (const action of waiting.actions()) {
    const unsent = waiting.get(action);
    const form = document.querySelector<HTMLFormElement>(`form[data-answer][action="${CSS.escape(action)}"]`);
    if (unsent && form) await bringBack(form, unsent);
    else if (unsent && navigator.onLine) await sendFromElsewhere(action, unsent);
  }
}

async function bringBack(form: HTMLFormElement, unsent: Unsent): Promise<void> {
  write(form, unsent.fields);
  if (navigator.onLine) await send(form);
  else complain(form, say("answerOffline"), "is-waiting");
}

async function sendFromElsewhere(action: string, unsent: Unsent): Promise<void> {
  const body = new FormData();
  body.set("csrf_token", document.querySelector<HTMLInputElement>("input[name=csrf_token]")?.value ?? "");
  for (const [name, texts] of Object.entries(unsent.fields)) for (const text of texts) body.append(name, text);
  const { kind } = await post(action, body);
  if (kind === "saved" || kind === "invalid" || kind === "refused") waiting.drop(action);
}

async function send(form: HTMLFormElement): Promise<void> {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const answer = await postFresh(form);
  form.ariaBusy = "false";
  const action = form.getAttribute("action")!;
  if (answer.kind === "retry") waiting.put(action, { page: location.pathname, version: "", fields: read(form) });
  else waiting.drop(action);
  if (answer.kind === "saved") return taken(answer.saved, answer.fragments);
  clearErrors(form);
  if (answer.kind === "invalid" && Object.keys(answer.errors).length > 0) {
    showErrors(form, answer.errors);
    return form.querySelector<HTMLElement>("[aria-invalid], [data-invalid] input")?.focus();
  }
  complain(form, trouble(answer), answer.kind === "retry" ? "is-waiting" : "");
}

/** A page that was kept on this device may hold an old token: then take the new one, and try once more. */
async function postFresh(form: HTMLFormElement): Promise<Outcome> {
  const answer = await post(form.action, new FormData(form));
  if (answer.kind !== "staleToken") return answer;
  const seen = await look(location.pathname + location.search);
  if (seen?.person !== person) return answer;
  takeToken(seen.page);
  return post(form.action, new FormData(form));
}

function taken(told: string, fragments: Readonly<Record<string, string>>): void {
  replaceFragments(fragments, () => false);
  const status = document.querySelector<HTMLElement>("[data-answer-status]");
  if (status) status.textContent = told;
}

/** What was filled in stays on the page; to wait for a connection is no mistake, and is not said in red. */
function complain(form: HTMLFormElement, text: string, tone = ""): void {
  clearErrors(form);
  const sign = icon(tone ? "wifi-off" : "alert-circle");
  form.append(make("p", { class: `ww-field__error ${tone}`, role: "alert" }, sign, make("span", {}, text)));
}

function trouble(answer: Outcome): string {
  const message = "message" in answer ? answer.message : undefined;
  if (answer.kind === "retry") return say(navigator.onLine ? "answerNotSent" : "answerOffline");
  return message ?? say(answer.kind === "signedOut" || answer.kind === "staleToken" ? "answerSignedOut" : "answerNotSent");
}
