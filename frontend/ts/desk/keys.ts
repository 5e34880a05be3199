// Which key means what on the assessor's desk. Pure, so that it can be tested.

export type Act =
  | { readonly kind: "move"; readonly step: 1 | -1 }
  | { readonly kind: "judge"; readonly level: number }
  | { readonly kind: "bank" }
  | { readonly kind: "leave" }
  | { readonly kind: "help" };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing?: boolean;
}

/** Give the act of a key; while typing only the one that leaves the text, and none with Ctrl, Alt or Cmd held. */
export function actOf(pressed: Pressed, typing: boolean): Act | undefined {
  if (typing) return pressed.key === "Escape" && !pressed.isComposing ? { kind: "leave" } : undefined;
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  const key = pressed.key.toLowerCase();
  if (key === "j") return { kind: "move", step: 1 };
  if (key === "k") return { kind: "move", step: -1 };
  if (key === "b") return { kind: "bank" };
  if (key === "?") return { kind: "help" };
  return /^[1-9]$/.test(key) ? { kind: "judge", level: Number(key) } : undefined;
}

/** Give the next place in a row, without going past its ends. */
export function step(at: number, by: number, count: number): number {
  return Math.min(count - 1, Math.max(0, at + by));
}

/** Put a remark at the end of a text, as a sentence of its own. */
export function joined(text: string, remark: string): string {
  const before = text.trimEnd();
  return before ? `${before} ${remark}` : remark;
}
