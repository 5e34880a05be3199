import assert from "node:assert/strict";
import { test } from "node:test";
import { actOf, joined, step } from "./keys.ts";

const key = (name: string, held: object = {}) => ({ key: name, ctrlKey: false, altKey: false, metaKey: false, ...held });

test("keys of the desk", () => {
  assert.deepEqual(actOf(key("J"), false), { kind: "move", step: 1 });
  assert.deepEqual(actOf(key("k"), false), { kind: "move", step: -1 });
  assert.deepEqual(actOf(key("2"), false), { kind: "judge", level: 2 });
  assert.deepEqual(actOf(key("b"), false), { kind: "bank" });
  assert.deepEqual(actOf(key("?"), false), { kind: "help" });
});

test("who types a justification never scores by accident", () => {
  assert.equal(actOf(key("1"), true), undefined);
});

test("who has typed leaves the text with Escape, unless that ends a composed sign", () => {
  assert.deepEqual(actOf(key("Escape"), true), { kind: "leave" });
  assert.equal(actOf(key("Escape", { isComposing: true }), true), undefined);
  assert.equal(actOf(key("Escape"), false), undefined);
});

test("keys of the browser and of the screen reader stay theirs", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey"]) assert.equal(actOf(key("b", { [held]: true }), false), undefined);
  assert.equal(actOf(key("Tab"), false), undefined);
});

test("the row of criteria has ends", () => {
  assert.equal(step(0, -1, 7), 0);
  assert.equal(step(6, 1, 7), 6);
  assert.equal(step(-1, 1, 7), 0);
});

test("a remark from the bank never replaces what was written", () => {
  assert.equal(joined("Je vraagt door. ", "Zie passage B."), "Je vraagt door. Zie passage B.");
  assert.equal(joined("", "Zie passage B."), "Zie passage B.");
});
