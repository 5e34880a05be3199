// Looking at a page anew: who is signed in now, which token holds, what stands there.

interface Seen {
  readonly person: string | undefined;
  readonly page: Document;
  /** Where we ended up: the sign-in page when the session is over. */
  readonly url: string;
}

/** Fetch a page of our own; undefined when there is no connection or no page. */
export async function look(url: string): Promise<Seen | undefined> {
  try {
    const answer = await fetch(url, { headers: { Accept: "text/html" }, cache: "no-store" });
    if (!answer.ok) return undefined;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { person: page.body.dataset.person, page, url: answer.url };
  } catch {
    return undefined;
  }
}

/** Give the form with this action on a page. */
export function formOn(page: Document, action: string): HTMLFormElement | undefined {
  return [...page.querySelectorAll<HTMLFormElement>("form[data-autosave]")].find(
    (form) => form.getAttribute("action") === action,
  );
}

/** Put the token of a fresh page in every form of this one. */
export function takeToken(page: Document): void {
  const token = page.querySelector<HTMLInputElement>("input[name=csrf_token]")?.value;
  if (!token) return;
  document.querySelectorAll<HTMLInputElement>("input[name=csrf_token]").forEach((input) => (input.value = token));
}
