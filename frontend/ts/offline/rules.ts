// Which addresses a phone keeps for reading without a connection, and which end what it keeps.

export const PAGES = "wijkwijs-pages";
export const FILES = "wijkwijs-files";
export const OFFLINE_PAGE = "/programma/offline";

const KEPT = ["/programma", OFFLINE_PAGE, "/programma/woorden", "/programma/notities"];
const KEPT_BELOW = ["/programma/lessen/", "/programma/opdrachten/", "/programma/plaatjes/"];
const ENDING = ["/inloggen", "/uitloggen", "/school-kiezen"];
const ENDING_BELOW = ["/uitnodiging/", "/wachtwoord/", "/demo/inloggen/"];
const BUILT = "/static/build/";

/** Tell whether a page may be read without a connection once it was seen. */
export function isKept(path: string): boolean {
  return KEPT.includes(path) || KEPT_BELOW.some((start) => path.startsWith(start) && !path.slice(start.length).includes("/"));
}

/** Tell whether a file of the front end keeps its content for ever, because its name holds its hash. */
export function isBuilt(path: string): boolean {
  return path.startsWith(BUILT) && /-[0-9A-Z]{8}\.\w+$/.test(path);
}

/** Tell whether this request ends a session or begins another one: what was kept belongs to nobody then. */
export function endsSession(path: string): boolean {
  return ENDING.includes(path) || ENDING_BELOW.some((start) => path.startsWith(start));
}

/** Tell whether an answer is a page to keep: whole, from here, and not a way to somewhere else. */
export function isWorthKeeping(answer: Pick<Response, "ok" | "redirected" | "type">): boolean {
  return answer.ok && !answer.redirected && answer.type === "basic";
}
