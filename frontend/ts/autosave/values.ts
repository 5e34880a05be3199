// What stands in a form: name → values. Tokens, versions and files are not text of the writer.

export type Values = Readonly<Record<string, readonly string[]>>;

const NOT_TEXT = new Set(["csrf_token", "version"]);

/** Read entries of a form into values. */
export function collect(entries: Iterable<readonly [string, unknown]>): Values {
  const values: Record<string, string[]> = {};
  for (const [name, value] of entries) {
    if (NOT_TEXT.has(name) || typeof value !== "string") continue;
    (values[name] ??= []).push(plain(value));
  }
  return values;
}

/** Give the names whose values differ. */
export function differing(one: Values, other: Values): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => !same(one[name] ?? [], other[name] ?? [])).sort();
}

/** Tell whether two sets of values are the same text. */
export function equal(one: Values, other: Values): boolean {
  return differing(one, other).length === 0;
}

/** Tell whether values hold what stands on the server, which takes off the white space around a text. */
export function standsThere(values: Values | undefined, there: Values): boolean {
  return values !== undefined && equal(trimmed(pick(values, Object.keys(there))), trimmed(there));
}

/** Keep only these names; a name without values becomes an empty list. */
export function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? []]));
}

function trimmed(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, texts]) => [name, texts.map((text) => text.normalize("NFC").trim())]));
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

/** Browsers send lines with CR LF and show them with LF. */
function plain(value: string): string {
  return value.replace(/\r\n?/g, "\n");
}
