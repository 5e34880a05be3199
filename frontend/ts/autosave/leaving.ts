// Going on to another page: first what was just typed arrives. A page that is asked for beside the save that is on its
// way shows the work as it was a moment before, and who goes on there is in conflict with oneself.

import type { SavingForm } from "./form.ts";

const PATIENCE = 3000; // milliseconds: what takes longer goes on without the page, or waits on this device

/** Let links, and buttons of other forms, wait for what is not sent yet; who presses again goes at once. */
export function startLeaving(forms: readonly SavingForm[]): void {
  let wish: (() => void) | undefined;
  const hold = async (event: Event, wanted: () => void): Promise<void> => {
    if (wish) return void (wish = undefined);
    event.preventDefault();
    wish = wanted;
    await arrived(forms);
    if (wish !== wanted) return;
    wanted();
    wish = undefined;
  };
  document.addEventListener("click", (event) => {
    const link = event.defaultPrevented ? undefined : linkOf(event);
    if (link && forms.some((one) => one.unsent)) void hold(event, () => location.assign(link.href));
  });
  document.addEventListener("submit", (event) => {
    const form = event.defaultPrevented ? undefined : formOf(event);
    if (form && forms.some((one) => one.unsent && one.form !== form)) void hold(event, () => submit(form, event.submitter));
  });
}

async function arrived(forms: readonly SavingForm[]): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, PATIENCE));
  await Promise.race([late, Promise.all(forms.map((one) => one.flush()))]);
}

/** Give the link that leads from this page, in this window. */
function linkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !(event.target instanceof Element)) return undefined;
  const link = event.target.closest<HTMLAnchorElement>("a[href]");
  if (!link || link.target || link.origin !== location.origin) return undefined;
  const staysHere = link.hash && link.pathname === location.pathname && link.search === location.search;
  return staysHere ? undefined : link;
}

/** Give the form that leads from this page; signing out has asked already. */
function formOf({ target }: Event): HTMLFormElement | undefined {
  return target instanceof HTMLFormElement && target.method !== "dialog" && !target.target && !target.matches("[data-sign-out]") ? target : undefined;
}

/** Send the form after all; the answer to the save may have made it anew. */
function submit(form: HTMLFormElement, button: HTMLElement | null): void {
  const action = CSS.escape(form.getAttribute("action") ?? "");
  const there = form.isConnected ? form : document.querySelector<HTMLFormElement>(`form[action="${action}"]`);
  const isThere = (button instanceof HTMLButtonElement || button instanceof HTMLInputElement) && button.form === there;
  there?.requestSubmit(isThere ? button : null);
}
