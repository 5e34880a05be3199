// Questions of a self-test: the answer goes on its way without leaving the page, and the feedback is told.
// An answer that cannot be sent stays on this device, and goes as soon as there is a connection and somebody signed in.

import type { Outcome } from "./autosave/answer.ts";
import { read, write } from "./autosave/controls.ts";
import { clearErrors, showErrors } from "./autosave/errors.ts";
import { look, takeToken } from "./autosave/page.ts";
import { post } from "./autosave/post.ts";
import { Store, deviceShelf, type Unsent } from "./autosave/store.ts";
import { onPage, replaceFragments, within } from "./dom.ts";
import type { Outgoing } from "./signout.ts";
import { say } from "./strings.ts";
import { complain, tellWaiting } from "./trouble.ts";

const person = document.body.dataset.person ?? "guest";
const underway = new Map<string, Promise<void>>();
const WAITS: ReadonlySet<Outcome["kind"]> = new Set(["retry", "signedOut", "staleToken"]);
const waiting = new Store(deviceShelf(), `answers-of-${person}`);

/** Send the answers on this page, and on parts of it that come later; give what waits to be sent. */
export function startAnswers(): Outgoing {
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
  return { waits: () => underway.size > 0 || waiting.actions().length > 0, send: sendWaiting };
}

/** One answer is sent once at a time; who asks for it meanwhile waits for the same answer. */
function once(action: string, work: () => Promise<void>): Promise<void> {
  const round = underway.get(action) ?? work().finally(() => underway.delete(action));
  underway.set(action, round);
  return round;
}

/** Send what waits on this device; without a connection, put it back in the questions of this page. */
async function sendWaiting(): Promise<void> {
  for (const action of waiting.actions()) {
    const unsent = waiting.get(action);
    const form = document.querySelector<HTMLFormElement>(`form[data-answer][action="${CSS.escape(action)}"]`);
    if (unsent && form) await bringBack(form, unsent);
    else if (unsent && navigator.onLine) await once(action, () => sendFromElsewhere(action, unsent));
  }
  await Promise.all(underway.values());
}

async function bringBack(form: HTMLFormElement, unsent: Unsent): Promise<void> {
  write(form, unsent.fields);
  if (navigator.onLine) await send(form);
  else tellWaiting(form, "answerOffline");
}

async function sendFromElsewhere(action: string, unsent: Unsent): Promise<void> {
  const body = new FormData();
  body.set("csrf_token", document.querySelector<HTMLInputElement>("input[name=csrf_token]")?.value ?? "");
  for (const [name, texts] of Object.entries(unsent.fields)) for (const text of texts) body.append(name, text);
  const { kind } = await post(action, body);
  if (kind === "saved" || kind === "invalid" || kind === "refused") waiting.drop(action);
}

function send(form: HTMLFormElement): Promise<void> {
  const action = form.getAttribute("action")!;
  return once(action, () => sendNow(form, action));
}

async function sendNow(form: HTMLFormElement, action: string): Promise<void> {
  form.ariaBusy = "true";
  const answer = await postFresh(form);
  form.ariaBusy = "false";
  if (WAITS.has(answer.kind)) waiting.put(action, { page: location.pathname, version: "", fields: read(form) });
  else waiting.drop(action);
  if (answer.kind === "saved") return taken(answer.saved, answer.fragments);
  clearErrors(form);
  if (answer.kind === "invalid" && Object.keys(answer.errors).length > 0) {
    showErrors(form, answer.errors);
    return form.querySelector<HTMLElement>("[aria-invalid], [data-invalid] input")?.focus();
  }
  if (answer.kind === "retry") return tellWaiting(form, navigator.onLine ? "answerNotSent" : "answerOffline");
  if (answer.kind === "signedOut") return complain(form, say("answerSignedOut"), answer.login);
  complain(form, "message" in answer && answer.message ? answer.message : say("answerNotSent"));
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
