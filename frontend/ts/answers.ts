// Questions of a self-test: the answer goes on its way without leaving the page, and the feedback is told.

import { post } from "./autosave/post.ts";
import type { Outcome } from "./autosave/answer.ts";
import { clearErrors, showErrors } from "./autosave/errors.ts";
import { onPage, replaceFragments, within } from "./dom.ts";
import { say } from "./strings.ts";

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
}

async function send(form: HTMLFormElement): Promise<void> {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const answer = await post(form.action, new FormData(form));
  form.ariaBusy = "false";
  if (answer.kind === "saved") return taken(answer.saved, answer.fragments);
  clearErrors(form);
  if (answer.kind === "invalid" && Object.keys(answer.errors).length > 0) {
    showErrors(form, answer.errors);
    return form.querySelector<HTMLElement>("[aria-invalid], [data-invalid] input")?.focus();
  }
  complain(form, trouble(answer));
}

function taken(told: string, fragments: Readonly<Record<string, string>>): void {
  replaceFragments(fragments, () => false);
  const status = document.querySelector<HTMLElement>("[data-answer-status]");
  if (status) status.textContent = told;
}

/** What was filled in stays on the page. */
function complain(form: HTMLFormElement, text: string): void {
  const line = form.querySelector<HTMLElement>("[data-answer-problem]");
  if (!line) return;
  line.textContent = text;
  line.hidden = false;
}

function trouble(answer: Outcome): string {
  const message = "message" in answer ? answer.message : undefined;
  return message ?? say(answer.kind === "signedOut" || answer.kind === "staleToken" ? "answerSignedOut" : "answerNotSent");
}
