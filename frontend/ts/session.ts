// The end of the session: a warning two minutes before, and a button that moves it.

const WARN_BEFORE = 120; // seconds
const LONGEST_TIMER = 2 ** 31 - 1;

let timer: number | undefined;

/** Watch the end of the session. Only the person's own acts move it; this watch never does. */
export function startSession(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#ww-session");
  const form = dialog?.querySelector("form");
  const ends = Number(document.body.dataset.sessionEnds);
  if (!dialog || !form || !ends) return;
  watch(dialog, ends);
  document.addEventListener("ww:session", (event) => watch(dialog, (event as CustomEvent<number>).detail));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void extend(dialog, form);
  });
}

/** Give the milliseconds until the warning. */
export function untilWarning(ends: number, now: number): number {
  return Math.min(LONGEST_TIMER, Math.max(0, (ends - WARN_BEFORE) * 1000 - now));
}

function watch(dialog: HTMLDialogElement, ends: number): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (!dialog.open) dialog.showModal();
  }, untilWarning(ends, Date.now()));
}

async function extend(dialog: HTMLDialogElement, form: HTMLFormElement): Promise<void> {
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    if (!answer.ok) return form.submit();
    const body = (await answer.json()) as { session_ends?: number };
    if (body.session_ends) watch(dialog, body.session_ends);
    dialog.close();
  } catch {
    form.submit();
  }
}
