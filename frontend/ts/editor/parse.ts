// Markdown to the editor's document. What is no bold, italic, h3, list or link stays plain text.

import { type Mark, type Node, isSafeLink } from "./nodes.ts";

const HEADING = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)(.*)$/;
const LONGEST_SPAN = 10_000; // keeps reading fast on text full of loose signs
const ESCAPED = /^\\[!-/:-@[-`{-~]/;

/** Read Markdown. */
export function parse(markdown: string): Node {
  const content = blocks(markdown.replace(/\r\n?/g, "\n").split("\n"));
  return { type: "doc", content: content.length ? content : [{ type: "paragraph" }] };
}

function blocks(lines: readonly string[]): Node[] {
  const found: Node[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const heading = HEADING.exec(line);
    if (line.trim() === "") at += 1;
    else if (heading) {
      found.push({ type: "heading", attrs: { level: 3 }, ...inline(heading[1] ?? "") });
      at += 1;
    } else if (ITEM.test(line)) at = list(lines, at, found);
    else at = paragraph(lines, at, found);
  }
  return found;
}

function paragraph(lines: readonly string[], start: number, found: Node[]): number {
  let end = start + 1;
  while (end < lines.length && !startsBlock(lines[end] ?? "")) end += 1;
  const text = lines.slice(start, end).map((line) => line.trim()).join("\n");
  found.push({ type: "paragraph", ...inline(text) });
  return end;
}

function startsBlock(line: string): boolean {
  return line.trim() === "" || HEADING.test(line) || ITEM.test(line);
}

function list(lines: readonly string[], start: number, found: Node[]): number {
  const first = ITEM.exec(lines[start] ?? "");
  const ordered = /\d/.test(first?.[2] ?? "");
  const items: Node[] = [];
  let at = start;
  for (let match = first; match && /\d/.test(match[2] ?? "") === ordered; match = ITEM.exec(lines[at] ?? "")) {
    const [own, end] = item(lines, at, match);
    items.push(own);
    at = end;
    while (at < lines.length && lines[at]?.trim() === "" && ITEM.test(lines.slice(at).find((line) => line.trim()) ?? "")) at += 1;
  }
  const attrs = ordered ? { attrs: { start: Number.parseInt(first?.[2] ?? "1", 10) } } : {};
  found.push({ type: ordered ? "orderedList" : "bulletList", ...attrs, content: items });
  return at;
}

/** An item runs on over indented lines, and over a line of plain text right below it. */
function item(lines: readonly string[], start: number, match: RegExpExecArray): [Node, number] {
  const indent = (match[1] ?? "").length + (match[2] ?? "").length + 1;
  const own = [match[4] ?? ""];
  let at = start + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const indented = /^ */.exec(line)?.[0].length ?? 0;
    const lazy = line.trim() !== "" && lines[at - 1]?.trim() !== "" && !startsBlock(line);
    const next = lines[at + 1] ?? "";
    const bridge = line.trim() === "" && (/^ */.exec(next)?.[0].length ?? 0) >= Math.min(indent, 2) && next.trim() !== "";
    if (!(indented >= Math.min(indent, 2) || lazy || bridge)) break;
    own.push(line.slice(Math.min(indented, indent)));
  }
  const content = blocks(own);
  return [{ type: "listItem", content: content[0]?.type === "paragraph" ? content : [{ type: "paragraph" }, ...content] }, at];
}

function inline(text: string): { content?: readonly Node[] } {
  const content = merge(spans(text, []));
  return content.length ? { content } : {};
}

function spans(text: string, marks: readonly Mark[]): Node[] {
  const found: Node[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const link = /^\[((?:\\.|[^\]\\]){1,1000})\]\(((?:\\.|[^()\s\\]){1,2000})\)/.exec(rest);
    const strong = delimited(rest, "**") ?? delimited(rest, "__");
    const weak = strong ? undefined : delimited(rest, "*") ?? underscored(text, at);
    if (ESCAPED.test(rest)) {
      found.push(words(rest.charAt(1), marks));
      at += 2;
    } else if (rest.startsWith("\n")) {
      found.push({ type: "hardBreak" });
      at += 1;
    } else if (link && isSafeLink(link[2] ?? "")) {
      found.push(...spans(link[1] ?? "", [{ type: "link", attrs: { href: link[2] ?? "" } }, ...marks]));
      at += link[0].length;
    } else if (strong) {
      found.push(...spans(strong, add(marks, "bold")));
      at += strong.length + 4;
    } else if (weak) {
      found.push(...spans(weak, add(marks, "italic")));
      at += weak.length + 2;
    } else {
      found.push(words(rest.charAt(0), marks));
      at += 1;
    }
  }
  return found;
}

/** Give the text between two equal signs, when it neither begins nor ends with a space. */
function delimited(rest: string, sign: string): string | undefined {
  if (!rest.startsWith(sign) || /^\s/.test(rest.slice(sign.length))) return undefined;
  for (let at = sign.length; at < Math.min(rest.length, LONGEST_SPAN); at += 1) {
    if (rest[at] === "\\") at += 1;
    else if (rest.startsWith(sign, at) && at > sign.length && !/\s/.test(rest[at - 1] ?? "")) {
      if (sign.length === 1 && rest[at + 1] === sign) at += 1;
      else {
        while (rest[at + sign.length] === sign[0] && sign.length === 2) at += 1;
        return rest.slice(sign.length, at);
      }
    }
  }
  return undefined;
}

/** Inside a word an underscore is just an underscore. */
function underscored(text: string, at: number): string | undefined {
  if (/\w/.test(text[at - 1] ?? "")) return undefined;
  const found = delimited(text.slice(at), "_");
  return found && !/\w/.test(text[at + found.length + 2] ?? "") ? found : undefined;
}

function add(marks: readonly Mark[], type: "bold" | "italic"): readonly Mark[] {
  return marks.some((mark) => mark.type === type) ? marks : [...marks, { type }];
}

function words(text: string, marks: readonly Mark[]): Node {
  return marks.length ? { type: "text", text, marks } : { type: "text", text };
}

function merge(nodes: readonly Node[]): Node[] {
  const merged: Node[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (last?.type === "text" && node.type === "text" && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      merged[merged.length - 1] = { ...last, text: (last.text ?? "") + (node.text ?? "") };
    } else merged.push(node);
  }
  return merged;
}
