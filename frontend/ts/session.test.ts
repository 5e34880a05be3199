import assert from "node:assert/strict";
import { test } from "node:test";
import { untilWarning } from "./session.ts";

test("the warning comes two minutes before the end", () => {
  assert.equal(untilWarning(1000, 700_000), 180_000);
});

test("a session that ends within two minutes warns at once", () => {
  assert.equal(untilWarning(1000, 990_000), 0);
});

test("a very long session does not warn at once through a timer that is too long", () => {
  assert.equal(untilWarning(10_000_000, 0), 2 ** 31 - 1);
});
