import assert from "node:assert/strict";
import { test } from "node:test";
import { endsSession, isBuilt, isKept, isWorthKeeping } from "./rules.ts";

test("lessons, assignments, drawings and words are kept", () => {
  for (const path of ["/programma", "/programma/lessen/meldcode", "/programma/plaatjes/abc.svg", "/programma/plaatjes/abc.jpg", "/programma/woorden"]) {
    assert.equal(isKept(path), true, path);
  }
});

test("work, evidence, results and what is sent are not kept", () => {
  for (const path of ["/", "/werk", "/bewijs", "/resultaat", "/programma/lessen/meldcode/klaar", "/beoordelen", "/account"]) {
    assert.equal(isKept(path), false, path);
  }
});

test("only a file with its hash in its name is kept for ever", () => {
  assert.equal(isBuilt("/static/build/app-YHJOVMDM.js"), true);
  assert.equal(isBuilt("/static/build/worker.js"), false);
  assert.equal(isBuilt("/programma/app-YHJOVMDM.js"), false);
});

test("signing in, signing out and going to another school end what was kept", () => {
  for (const path of ["/inloggen", "/uitloggen", "/school-kiezen", "/uitnodiging/x", "/wachtwoord/x", "/demo/inloggen/x"]) {
    assert.equal(endsSession(path), true, path);
  }
  assert.equal(endsSession("/programma"), false);
});

test("a mistake, a redirect and an answer of another site are not kept", () => {
  assert.equal(isWorthKeeping({ ok: true, redirected: false, type: "basic" }), true);
  assert.equal(isWorthKeeping({ ok: false, redirected: false, type: "basic" }), false);
  assert.equal(isWorthKeeping({ ok: true, redirected: true, type: "basic" }), false);
  assert.equal(isWorthKeeping({ ok: true, redirected: false, type: "opaque" }), false);
});
