// One save on its way to the server.

import { untilLetGo } from "../press.ts";
import { outcome, type Outcome } from "./answer.ts";

const LIMIT_OF_KEEPALIVE = 60_000; // bytes that browsers send after the page has gone

/** Post a form and say what became of it, at a moment when the page may change. */
export async function post(action: string, body: FormData): Promise<Outcome> {
  const answer = await send(action, body);
  await untilLetGo();
  return answer;
}

async function send(action: string, body: FormData): Promise<Outcome> {
  try {
    const answer = await fetch(action, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      keepalive: size(body) < LIMIT_OF_KEEPALIVE,
      redirect: "manual",
    });
    return outcome(answer.status || 503, await json(answer), answer.headers.get("Retry-After"));
  } catch {
    return { kind: "retry" };
  }
}

/** Multipart adds a header per field; a character takes at most three bytes more often than four. */
function size(body: FormData): number {
  return [...body].reduce((sum, [name, value]) => sum + 200 + name.length + (typeof value === "string" ? value.length * 3 : LIMIT_OF_KEEPALIVE), 0);
}

async function json(answer: Response): Promise<Record<string, never> | undefined> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}
