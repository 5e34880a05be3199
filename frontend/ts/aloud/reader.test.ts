import assert from "node:assert/strict";
import { test } from "node:test";
import { chunks } from "./chunks.ts";
import { Reader, type State } from "./reader.ts";

function aReader(texts: readonly string[]) {
  const said: string[] = [];
  const seen: (readonly [State, number | undefined])[] = [];
  let done: () => void = () => undefined;
  let fail: () => void = () => undefined;
  let hushed = 0;
  const voice = {
    say(text: string, after: () => void, failed: () => void): void {
      said.push(text);
      done = after;
      fail = failed;
    },
    hush: () => void (hushed += 1),
  };
  const reader = new Reader(texts, voice, (state, place) => seen.push([state, place]));
  return { reader, said, seen, finish: () => done(), fail: () => fail(), last: () => done, hushes: () => hushed };
}

test("a text is cut at the ends of sentences", () => {
  assert.deepEqual(chunks("‘Werkt u hier?’ Riet lacht.  Nee…\nEcht niet!"), ["‘Werkt u hier?’", "Riet lacht.", "Nee…", "Echt niet!"]);
  assert.deepEqual(chunks("   "), []);
});

test("a dot within a time, an amount or an address ends nothing", () => {
  assert.deepEqual(chunks("Bel om 8.10 uur. Zie wijzijnmind.nl of bel 0900-8844."), ["Bel om 8.10 uur.", "Zie wijzijnmind.nl of bel 0900-8844."]);
});

test("a long sentence is cut after a comma when it has one", () => {
  const [first] = chunks(`Wie hier woont, ${"en dat zijn er veel ".repeat(8)}en toch kent niemand elkaar.`);
  assert.equal(first, "Wie hier woont,");
});

test("what cannot be said is waited with, and a later word of it changes nothing", () => {
  const { reader, said, fail, last } = aReader(["Een. Twee."]);
  reader.play();
  const late = last();
  fail();
  late();
  assert.equal(reader.state, "paused");
  reader.play();
  assert.deepEqual(said, ["Een.", "Een."]);
});

test("a very long sentence is cut between words and loses none", () => {
  const long = Array.from({ length: 90 }, (_, number) => `woord${number}`).join(" ");
  const pieces = chunks(long);
  assert.ok(pieces.every((piece) => piece.length <= 160));
  assert.equal(pieces.join(" "), long);
  assert.equal(chunks("x".repeat(500)).join(""), "x".repeat(500));
});

test("everything is read in order, and the place that is read is told", () => {
  const { reader, said, seen, finish } = aReader(["Een. Twee.", "", "Drie."]);
  reader.play();
  finish();
  finish();
  finish();
  assert.deepEqual(said, ["Een.", "Twee.", "Drie."]);
  assert.deepEqual(seen, [["reading", 0], ["reading", 0], ["reading", 2], ["idle", undefined]]);
});

test("after a pause the same sentence is said again", () => {
  const { reader, said, finish, last } = aReader(["Een. Twee."]);
  reader.play();
  finish();
  const late = last();
  reader.pause();
  late();
  assert.equal(reader.state, "paused");
  reader.play();
  assert.deepEqual(said, ["Een.", "Twee.", "Twee."]);
});

test("stop is quiet at once, and the next time begins at the top", () => {
  const { reader, said, finish, hushes } = aReader(["Een. Twee."]);
  reader.play();
  finish();
  reader.stop();
  assert.equal(hushes(), 1);
  assert.equal(reader.state, "idle");
  reader.play();
  assert.equal(said.at(-1), "Een.");
});

test("with nothing to read it stays idle", () => {
  const { reader, said } = aReader([" "]);
  reader.play();
  assert.equal(reader.state, "idle");
  assert.deepEqual(said, []);
});
