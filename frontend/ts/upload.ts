// Sending files with a progress bar; without script the same form is a normal post.

import { icon, make, replaceFragments, onPage, within } from "./dom.ts";
import { untilLetGo } from "./press.ts";
import { say } from "./strings.ts";
import { showErrors } from "./autosave/errors.ts";

interface Answer {
  readonly fragments?: Record<string, string>;
  readonly location?: string;
  readonly message?: string;
  readonly errors?: Record<string, string[]>;
  readonly files?: readonly { readonly name: string; readonly message: string }[];
}

/** Show progress in forms that ask for it. */
export function startUploads(): void {
  onPage((root) => {
    for (const form of within<HTMLFormElement>(root, "form[data-upload]")) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        send(form);
      });
    }
  });
}

function send(form: HTMLFormElement): void {
  if (isTooBig(form)) {
    const news = place(form);
    news.replaceChildren();
    return tell(news, form.dataset.tooBig ?? say("uploadFailed"));
  }
  const bar = make("progress", { class: "ww-progress", max: "1", "aria-label": say("uploading") });
  const news = place(form);
  news.replaceChildren(make("p", {}, say("uploading")), bar);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total;
  });
  request.addEventListener("load", () => void untilLetGo().then(() => take(form, news, request)));
  request.addEventListener("error", () => void untilLetGo().then(() => fail(news)));
  request.send(new FormData(form));
}

/** A server breaks off a body that is far too large, and a browser then has no answer to show. */
function isTooBig(form: HTMLFormElement): boolean {
  const most = Number(form.dataset.mostBytes);
  const chosen = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")].flatMap((input) => [...(input.files ?? [])]);
  return most > 0 && chosen.some((file) => file.size > most);
}

function take(form: HTMLFormElement, news: HTMLElement, request: XMLHttpRequest): void {
  const answer = parse(request.responseText);
  news.replaceChildren();
  if (request.status === 401 && answer.message) return tell(news, answer.message);
  if (request.status >= 400 || !request.responseText.startsWith("{")) return refuse(form, news, answer);
  form.reset();
  if (answer.location) goTo(answer.location);
  else replaceFragments(answer.fragments ?? {}, () => false);
}

/** A place on this very page is not there yet: the page is read anew. */
function goTo(address: string): void {
  const { pathname, search } = new URL(address, location.href);
  const isHere = pathname === location.pathname && search === location.search;
  location.assign(address);
  if (isHere) location.reload();
}

function fail(news: HTMLElement): void {
  news.replaceChildren();
  tell(news, say("uploadFailed"));
}

function refuse(form: HTMLFormElement, news: HTMLElement, answer: Answer): void {
  showErrors(form, answer.errors ?? {});
  const lines = (answer.files ?? []).map((file) => `${file.name}: ${file.message}`);
  if (lines.length === 0 && !answer.errors) lines.push(answer.message ?? say("uploadFailed"));
  lines.forEach((line) => tell(news, line));
}

function tell(news: HTMLElement, text: string): void {
  news.append(make("p", { class: "ww-field__error" }, icon("alert-circle"), make("span", {}, text)));
}

function place(form: HTMLFormElement): HTMLElement {
  const existing = form.querySelector<HTMLElement>(":scope > [data-upload-news]");
  if (existing) return existing;
  const made = make("div", { role: "status", "data-upload-news": "" });
  form.append(made);
  return made;
}

function parse(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
