// Unsent text on this device: one record per person and form.

import type { Values } from "./values.ts";

export interface Unsent {
  /** The page on which the form stands, to go back to. */
  readonly page: string;
  /** The version that the writer saw. */
  readonly version: string;
  /** Only the fields that differ from that version. */
  readonly fields: Values;
  /** What these fields were in a save that had no answer yet. */
  readonly sent?: Values;
}

export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const PREFIX = "ww:unsent:";

/** Keeps unsent text of one person. A full or forbidden storage is answered with false, never with an error. */
export class Store {
  constructor(
    private readonly shelf: Shelf | undefined,
    private readonly person: string,
  ) {}

  put(action: string, unsent: Unsent): boolean {
    try {
      this.shelf?.setItem(this.key(action), JSON.stringify(unsent));
      return this.shelf !== undefined;
    } catch {
      return false;
    }
  }

  get(action: string): Unsent | undefined {
    return parse(this.shelf?.getItem(this.key(action)));
  }

  drop(action: string): void {
    this.shelf?.removeItem(this.key(action));
  }

  /** Give the actions of all forms with unsent text of this person. */
  actions(): string[] {
    const start = this.key("");
    const keys = Array.from({ length: this.shelf?.length ?? 0 }, (_, index) => this.shelf?.key(index) ?? "");
    return keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  }

  private key(action: string): string {
    return `${PREFIX}${this.person}:${action}`;
  }
}

/** Give the browser's own shelf; some browsers refuse it. */
export function deviceShelf(): Shelf | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function parse(text: string | null | undefined): Unsent | undefined {
  try {
    const record = text ? (JSON.parse(text) as Unsent) : undefined;
    return record && typeof record.version === "string" && typeof record.fields === "object" ? record : undefined;
  } catch {
    return undefined;
  }
}
