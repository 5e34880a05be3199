import assert from "node:assert/strict";
import { test } from "node:test";
import { reckon } from "./hours_sum.ts";

test("hours add up, and what is left is told", () => {
  assert.deepEqual(reckon(["12", " 13 ", "0"], 30), { total: 25, left: 5 });
  assert.deepEqual(reckon(["20", "15"], 30), { total: 35, left: -5 });
});

test("what is no whole number counts for nothing, as on the server", () => {
  assert.deepEqual(reckon(["", "acht", "-2", "1,5", "1000", "07"], 10), { total: 7, left: 3 });
});
