import assert from "node:assert/strict";
import { test } from "node:test";
import type { Node } from "./nodes.ts";
import { parse } from "./parse.ts";
import { serialize } from "./serialize.ts";

const SAME = [
  "Gewone tekst",
  "Twee\n\nalinea's",
  "### Wat ik leerde\n\nVeel.",
  "Een **vet** en *schuin* woord, en **vet *en schuin*** samen",
  "***alles***",
  "- een\n- twee\n- drie",
  "1. een\n2. twee",
  "3. drie\n4. vier",
  "- een\n  - binnen\n  - ook\n- twee",
  "1. een\n   - binnen\n2. twee",
  "Zie [de buurtmonitor](https://example.org/a?b=c) van de gemeente",
  "Zie [**vette link**](https://example.org)",
  "Regel een  \nRegel twee",
  "snake_case blijft zo",
  "Emoji 🎉 en שלום",
];

for (const markdown of SAME) {
  test(`reads and writes the same: ${JSON.stringify(markdown)}`, () => assert.equal(serialize(parse(markdown)), markdown));
}

const TYPED = [
  "2 * 3 * 4 = 24",
  "# geen kop",
  "- geen lijst",
  "1. geen lijst",
  "**geen vet**",
  "_geen schuin_",
  "[geen](link)",
  "<b>geen html</b>",
  "a \\* b",
  "&amp; blijft",
  "--- geen lijn",
  "> geen citaat",
  "~~niet door~~",
  "`geen code`",
];

for (const text of TYPED) {
  test(`typed text stays text: ${text}`, () => {
    const doc: Node = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
    assert.deepEqual(parse(serialize(doc)), doc);
  });
}

test("a link that runs a script is no link", () => {
  assert.deepEqual(parse("[klik](javascript:alert)").content?.[0]?.content?.[0]?.marks, undefined);
});

test("bold that ends in a space keeps its words and its space", () => {
  const doc: Node = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "vet ", marks: [{ type: "bold" }] }, { type: "text", text: "gewoon" }] }] };
  assert.equal(serialize(doc), "**vet** gewoon");
});

test("an empty text is an empty paragraph, and back", () => {
  assert.deepEqual(parse(""), { type: "doc", content: [{ type: "paragraph" }] });
  assert.equal(serialize(parse("")), "");
});

test("a list item goes on over its indented lines", () => {
  const list = parse("- een\n  nog een regel\n\n  tweede alinea\n- twee").content?.[0];
  assert.equal(list?.content?.length, 2);
  assert.deepEqual(list?.content?.[0]?.content?.map((node) => node.type), ["paragraph", "paragraph"]);
});

test("no text of any length hangs the reader", () => {
  const text = "*a _b [c **".repeat(2000);
  const words = JSON.stringify(parse(text)).length;
  assert.ok(words > text.length);
});
