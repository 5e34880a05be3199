// What the server said to a save, as one of a few outcomes.

import type { Values } from "./values.ts";

export interface Theirs {
  readonly label: string;
  readonly text: string;
  /** What the field must hold to become theirs, when that is not the text itself. */
  readonly value?: string;
}

export type Outcome =
  | { readonly kind: "saved"; readonly version: string; readonly saved: string; readonly fragments: Readonly<Record<string, string>>; readonly sessionEnds?: number }
  | { readonly kind: "invalid"; readonly errors: Readonly<Record<string, readonly string[]>>; readonly message?: string }
  | { readonly kind: "conflict"; readonly message?: string; readonly version: string; readonly theirs: Readonly<Record<string, Theirs>> }
  | { readonly kind: "signedOut"; readonly message?: string; readonly login?: string }
  | { readonly kind: "staleToken" }
  | { readonly kind: "refused"; readonly message?: string }
  | { readonly kind: "retry"; readonly after?: number };

interface Body {
  readonly version?: number | string;
  readonly saved?: string;
  readonly message?: string;
  readonly login?: string;
  readonly session_ends?: number;
  readonly fragments?: Record<string, string>;
  readonly errors?: Record<string, string[]>;
  readonly theirs?: Record<string, Theirs>;
}

/** Read a status and a body (undefined when it was no JSON) as an outcome. */
export function outcome(status: number, body: Body | undefined, retryAfter?: string | null): Outcome {
  if (status >= 500 || status === 429 || status === 408) return { kind: "retry", ...after(retryAfter) };
  if (status === 200 && body?.version !== undefined) return saved(body);
  if (status === 401) return { kind: "signedOut", ...text(body), ...(body?.login ? { login: body.login } : {}) };
  if (status === 409 && body?.version === 0) return { kind: "retry" }; // a race: the next try tells who was first
  if (status === 409 && body?.version) return conflict(body);
  if (status === 422) return { kind: "invalid", errors: body?.errors ?? {}, ...text(body) };
  if (status === 400) return { kind: "staleToken" };
  return status < 400 ? { kind: "retry" } : { kind: "refused", ...text(body) };
}

/** Give the values that the other version has. */
export function valuesOf(theirs: Readonly<Record<string, Theirs>>): Values {
  return Object.fromEntries(Object.entries(theirs).map(([name, one]) => [name, [one.value ?? one.text]]));
}

/** Give the wait in milliseconds before the n-th new try: 2 s, 4 s, … at most a minute. */
export function backoff(attempt: number): number {
  return Math.min(60_000, 1000 * 2 ** Math.max(1, attempt));
}

function saved(body: Body): Outcome {
  const ends = body.session_ends === undefined ? {} : { sessionEnds: body.session_ends };
  return { kind: "saved", version: String(body.version), saved: body.saved ?? "", fragments: body.fragments ?? {}, ...ends };
}

function conflict(body: Body): Outcome {
  return { kind: "conflict", version: String(body.version), theirs: body.theirs ?? {}, ...text(body) };
}

function text(body: Body | undefined): { message?: string } {
  return body?.message ? { message: body.message } : {};
}

function after(header: string | null | undefined): { after?: number } {
  const seconds = Number(header);
  return header && Number.isFinite(seconds) ? { after: seconds * 1000 } : {};
}
