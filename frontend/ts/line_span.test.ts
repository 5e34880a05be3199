import assert from "node:assert/strict";
import { test } from "node:test";
import { span } from "./line_span.ts";

const TEXT = "Eén\n\nderde\nlaatste";

test("each line has its own place in the text", () => {
  const lines = [1, 2, 3, 4].map((line) => span(TEXT, line));
  assert.deepEqual(lines.map(({ start, end }) => TEXT.slice(start, end)), ["Eén", "", "derde", "laatste"]);
});

test("a line that is gone by now is the end of the text", () => {
  assert.deepEqual(span(TEXT, 9), { start: TEXT.length, end: TEXT.length });
});
