import assert from "node:assert/strict";
import { test } from "node:test";
import { collect, differing, equal, pick, standsThere } from "./values.ts";

test("tokens, versions and files are not text of the writer", () => {
  const entries = [["csrf_token", "x"], ["version", "3"], ["goal", "Samen eten"], ["file", new Blob(["x"])]] as const;
  assert.deepEqual(collect(entries), { goal: ["Samen eten"] });
});

test("a name can hold several values", () => {
  assert.deepEqual(collect([["party", "1"], ["party", "2"]]), { party: ["1", "2"] });
});

test("line ends of a browser and of a page are the same text", () => {
  assert.ok(equal(collect([["text", "een\r\ntwee"]]), collect([["text", "een\ntwee"]])));
});

test("a box that lost its tick is a difference", () => {
  assert.deepEqual(differing({ own: ["y"], goal: ["a"] }, { goal: ["a"] }), ["own"]);
});

test("picking a name without values gives an empty list, so that a box can be emptied", () => {
  assert.deepEqual(pick({ goal: ["a"] }, ["goal", "own"]), { goal: ["a"], own: [] });
});

test("what stands there is the same text without the white space around it", () => {
  assert.ok(standsThere({ goal: ["Samen eten \n"], other: ["x"] }, { goal: ["Samen eten"] }));
  assert.ok(!standsThere({ goal: ["Samen eten"] }, { goal: ["Samen koken"] }));
  assert.ok(!standsThere(undefined, { goal: [""] }));
});
