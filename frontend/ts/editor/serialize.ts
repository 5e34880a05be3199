// The editor's document to Markdown that reads back as the same document.

import type { Mark, Node } from "./nodes.ts";

const ORDER: readonly Mark["type"][] = ["link", "bold", "italic"];
const SIGN = { bold: "**", italic: "*" } as const;

/** Write a document as Markdown. */
export function serialize(doc: Node): string {
  return children(doc).map(block).filter((text) => text !== "").join("\n\n");
}

function block(node: Node): string {
  if (node.type === "heading") return `### ${inline(node).replace(/\s*\n/g, " ")}`.trimEnd();
  if (node.type === "bulletList") return items(node, () => "- ");
  if (node.type === "orderedList") return items(node, (index) => `${Number(node.attrs?.start ?? 1) + index}. `);
  return inline(node);
}

function items(list: Node, sign: (index: number) => string): string {
  return children(list).map((item, index) => hang(sign(index), item)).join("\n");
}

/** The first line gets the sign; the others are indented under it. */
function hang(sign: string, item: Node): string {
  const parts = children(item).map((node) => ({ text: block(node), tight: node.type.endsWith("List") }));
  const text = parts.reduce((whole, part, index) => whole + (index === 0 ? "" : part.tight ? "\n" : "\n\n") + part.text, "");
  const indent = " ".repeat(sign.length);
  return sign + text.split("\n").map((line, index) => (index && line ? indent + line : line)).join("\n");
}

function inline(node: Node): string {
  let open: readonly Mark[] = [];
  let text = "";
  for (const part of children(node).flatMap(outsideSpaces)) {
    const wanted = sorted(part.marks ?? []);
    const shared = commonStart(open, wanted);
    text += close(open.slice(shared)) + start(wanted.slice(shared));
    text += part.type === "hardBreak" ? "  \n" : escape(part.text ?? "");
    open = wanted;
  }
  return guardLines(text + close(open)).trimEnd();
}

/** Markdown has no bold that begins or ends with a space: such a space keeps only the marks of its neighbour. */
function outsideSpaces(node: Node, index: number, all: readonly Node[]): Node[] {
  if (node.type !== "text" || !node.marks?.length) return [node];
  const [, before = "", core = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(node.text ?? "") ?? [];
  const space = (text: string, neighbour?: Node): Node[] => (text ? [{ type: "text", text, marks: sharedMarks(node, neighbour) }] : []);
  return [...space(before, all[index - 1]), ...(core ? [{ ...node, text: core }] : []), ...space(after, all[index + 1])];
}

function sharedMarks(node: Node, neighbour?: Node): readonly Mark[] {
  const theirs = JSON.stringify(neighbour?.marks ?? []);
  return (node.marks ?? []).filter((mark) => theirs.includes(JSON.stringify(mark)));
}

function start(marks: readonly Mark[]): string {
  return marks.map((mark) => (mark.type === "link" ? "[" : SIGN[mark.type])).join("");
}

function close(marks: readonly Mark[]): string {
  return [...marks].reverse().map((mark) => (mark.type === "link" ? `](${address(mark.attrs?.href ?? "")})` : SIGN[mark.type])).join("");
}

function address(href: string): string {
  return href.replace(/[()\s\\<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`);
}

function sorted(marks: readonly Mark[]): readonly Mark[] {
  return [...marks].filter((mark) => ORDER.includes(mark.type)).sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
}

function commonStart(one: readonly Mark[], other: readonly Mark[]): number {
  const index = one.findIndex((mark, at) => JSON.stringify(mark) !== JSON.stringify(other[at]));
  return index < 0 ? one.length : index;
}

/** What looks like a sign of Markdown but was typed as text gets a backslash. */
function escape(text: string): string {
  return text
    .replace(/[\\`*[\]<>~]/g, "\\$&")
    .replace(/(?<!\w)_|_(?!\w)/g, "\\_")
    .replace(/&(?=#?\w+;)/g, "\\&");
}

/** A line that happens to begin like a list, a heading or a rule is no such thing. */
function guardLines(text: string): string {
  return text.replace(/^( *)([-+=#])/gm, "$1\\$2").replace(/^( *\d{1,9})([.)])(?=\s|$)/gm, "$1\\$2");
}

function children(node: Node): readonly Node[] {
  return node.content ?? [];
}
