// The shape of a text: the part of the editor's document that Markdown knows here.

export interface Mark {
  readonly type: "bold" | "italic" | "link";
  readonly attrs?: { readonly href: string };
}

export interface Node {
  readonly type: string;
  readonly text?: string;
  readonly marks?: readonly Mark[];
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Node[];
}

/** Tell whether a link may be followed: the web, mail, or a place on this site. */
export function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(href);
}
