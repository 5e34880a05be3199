import assert from "node:assert/strict";
import { test } from "node:test";
import { backoff, outcome } from "./answer.ts";

test("a save tells its new version and the parts that changed", () => {
  const body = { version: 4, saved: "Opgeslagen om 14:02", fragments: { "#n": "<b id=n>1</b>" } };
  assert.deepEqual(outcome(200, body), { kind: "saved", version: "4", saved: body.saved, fragments: body.fragments });
});

test("a page in place of an answer is not a save", () => {
  assert.equal(outcome(200, undefined).kind, "retry");
  assert.equal(outcome(303, undefined).kind, "retry");
});

test("faults of the server and too many requests are tried again, after the wait it asks for", () => {
  for (const status of [500, 502, 503, 408]) assert.deepEqual(outcome(status, undefined), { kind: "retry" });
  assert.deepEqual(outcome(429, {}, "30"), { kind: "retry", after: 30_000 });
});

test("a conflict gives both the new version and the other text", () => {
  const theirs = { goal: { label: "Doel", text: "Anders" } };
  assert.deepEqual(outcome(409, { version: 7, theirs }), { kind: "conflict", version: "7", theirs });
});

test("a race without a version is tried again; a state that forbids it is not", () => {
  assert.equal(outcome(409, { version: 0 }).kind, "retry");
  assert.deepEqual(outcome(409, { message: "Al ingeleverd" }), { kind: "refused", message: "Al ingeleverd" });
});

test("an expired session gives the way back", () => {
  assert.deepEqual(outcome(401, { login: "/inloggen?next=/werk" }), { kind: "signedOut", login: "/inloggen?next=/werk" });
});

test("faults in fields stay with their fields", () => {
  assert.deepEqual(outcome(422, { errors: { hours: ["Te veel"] } }), { kind: "invalid", errors: { hours: ["Te veel"] } });
});

test("what may not or does not exist is refused, not tried again", () => {
  for (const status of [403, 404, 410, 413]) assert.equal(outcome(status, {}).kind, "refused");
});

test("the wait grows to a minute and no further", () => {
  assert.deepEqual([1, 2, 3, 6, 20].map(backoff), [2000, 4000, 8000, 60_000, 60_000]);
});
