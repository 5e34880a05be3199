// Reading a list of texts one after the other, with pause and stop. It knows no browser: a voice is handed in.

import { chunks } from "./chunks.ts";

export interface Voice {
  /** Say a text and call `done` after it, or `failed` when it cannot be said; neither when `hush` came first. */
  say(text: string, done: () => void, failed: () => void): void;
  hush(): void;
}

export type State = "idle" | "reading" | "paused";

interface Piece {
  readonly place: number;
  readonly text: string;
}

export class Reader {
  state: State = "idle";
  private readonly pieces: readonly Piece[];
  private next = 0;
  private turn = 0;

  constructor(
    texts: readonly string[],
    private readonly voice: Voice,
    private readonly changed: (state: State, place: number | undefined) => void,
  ) {
    this.pieces = texts.flatMap((text, place) => chunks(text).map((chunk) => ({ place, text: chunk })));
  }

  /** Begin at a text (the first one by default), or go on after a pause. */
  play(from = 0): void {
    if (this.state === "idle") this.next = Math.max(0, this.pieces.findIndex((piece) => piece.place >= from));
    this.say();
  }

  /** Stop for a moment; the sentence that was being said is said again. */
  pause(): void {
    if (this.state === "reading") this.quiet("paused");
  }

  /** Stop, and begin at the top next time. */
  stop(): void {
    if (this.state !== "idle") this.quiet("idle");
  }

  private say(): void {
    const piece = this.pieces[this.next];
    if (!piece) return this.quiet("idle");
    const turn = ++this.turn;
    this.tell("reading");
    const go = (on: () => void) => (): void => void (turn === this.turn && on());
    this.voice.say(piece.text, go(() => this.goOn()), go(() => this.pause()));
  }

  private goOn(): void {
    this.next += 1;
    this.say();
  }

  private quiet(state: State): void {
    this.turn += 1;
    this.voice.hush();
    this.tell(state);
  }

  private tell(state: State): void {
    this.state = state;
    this.changed(state, state === "idle" ? undefined : this.pieces[this.next]?.place);
  }
}
