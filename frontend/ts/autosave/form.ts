// A form that saves itself: one request at a time, the latest text wins, nothing is lost.

import { replaceFragments } from "../dom.ts";
import { say } from "../strings.ts";
import { type Outcome, type Theirs, backoff, valuesOf } from "./answer.ts";
import { askWhich } from "./conflict.ts";
import { labelOf, read, readFromServer, setVersion, version, write } from "./controls.ts";
import { clearErrors, showErrors } from "./errors.ts";
import { formOn, look, takeToken } from "./page.ts";
import { post } from "./post.ts";
import { forget, report, savedNow } from "./status.ts";
import type { Store } from "./store.ts";
import { type Values, differing, equal, pick, standsThere } from "./values.ts";

const TYPING_PAUSE = 800;
const SLOW = 600; // only a slow save is worth the words "saving"

export interface Surroundings {
  readonly store: Store;
  readonly person: string;
  readonly tell: (action: string, version: string, fields: Values, saved: string) => void;
}

export class SavingForm {
  readonly action: string;
  private saved: Values;
  private refused: Values | undefined;
  private unanswered: Values | undefined; // sent, and perhaps taken: the answer is on its way, or was lost
  private timer: number | undefined;
  private sending = false;
  private round: Promise<void> | undefined;
  private again = false;
  private choosing = false;
  private signedOut = false;
  private attempts = 0;
  private kept = true;
  private pressed: HTMLElement | undefined;

  constructor(
    readonly form: HTMLFormElement,
    private readonly around: Surroundings,
  ) {
    this.action = form.getAttribute("action") ?? location.pathname;
    // Without autocomplete="off" the browser may bring back old text of its own: the server's text holds.
    if (form.autocomplete !== "off") form.reset();
    this.saved = readFromServer(form);
    this.listen();
    this.bringBack();
  }

  /** Tell whether there is text that the server has not confirmed. */
  get unsent(): boolean {
    return this.form.isConnected && (this.sending || !equal(read(this.form), this.saved));
  }

  /** Tell whether leaving now would lose text. */
  get wouldLose(): boolean {
    return this.unsent && !this.kept;
  }

  /** Send what is not sent yet, after what is on its way; resolves when there is nothing more to do for now. */
  flush(): Promise<void> {
    window.clearTimeout(this.timer);
    if (this.round) this.again = true;
    else this.round = this.sendAll().finally(() => (this.round = undefined));
    return this.round;
  }

  /** Try again after an absence: the person may have signed in again in another tab. */
  async resume(): Promise<void> {
    if (!this.signedOut) return this.flush();
    if (await this.lookAround()) await this.flush();
  }

  /** Take over what another tab saved, unless there is other text here that was not sent. */
  savedElsewhere(newVersion: string, fields: Values, saved: string): void {
    const isSame = equal(read(this.form), fields);
    if ((this.unsent && !isSame) || this.sending || this.choosing) return;
    setVersion(this.form, newVersion);
    // A box without a tick is not among the fields that were sent.
    if (!isSame) write(this.form, pick(fields, [...Object.keys(this.saved), ...Object.keys(fields)]));
    else if (this.unsent) report(this, "saved", saved);
    this.saved = read(this.form);
    this.signedOut = false;
    this.tidy();
  }

  private listen(): void {
    this.form.addEventListener("input", () => this.changed(TYPING_PAUSE));
    this.form.addEventListener("change", () => this.changed(0));
    this.form.addEventListener("focusout", () => void this.flush());
    this.form.addEventListener("submit", (event) => {
      if (event.submitter && !event.submitter.hasAttribute("data-fallback")) return this.onward(event, event.submitter);
      event.preventDefault();
      this.refused = undefined;
      void this.flush();
    });
  }

  /** A button that leads on waits for the save that is on its way: with its version there is no conflict with oneself. */
  private onward(event: Event, button: HTMLElement): void {
    if (!this.sending) return;
    event.preventDefault();
    this.pressed = button;
  }

  private goOn(answer: Outcome): void {
    const button = this.pressed;
    this.pressed = undefined;
    if (!button || (answer.kind !== "saved" && answer.kind !== "invalid")) return;
    this.again = false;
    this.form.requestSubmit(button);
  }

  private changed(pause: number): void {
    this.remember();
    this.later(pause);
  }

  private later(pause: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), pause);
  }

  private remember(): void {
    const now = read(this.form);
    const names = differing(now, this.saved);
    if (names.length === 0) return this.tidy();
    const sent = this.unanswered && { sent: pick(this.unanswered, names) };
    const unsent = { page: location.pathname + location.search, version: version(this.form), fields: pick(now, names), ...sent };
    this.kept = this.around.store.put(this.action, unsent);
  }

  /** Who takes back what could not be saved has nothing unsaved: the bad news goes. */
  private settled(): void {
    this.tidy();
    if (!this.attempts && !this.refused) return;
    this.attempts = 0;
    this.refused = undefined;
    clearErrors(this.form);
    report(this, "saved", savedNow());
  }

  private tidy(): void {
    if (!this.choosing && equal(read(this.form), this.saved)) this.around.store.drop(this.action);
  }

  private bringBack(): void {
    const unsent = this.around.store.get(this.action);
    if (!unsent) return this.unsent ? this.changed(0) : undefined;
    const here = pick(this.saved, Object.keys(unsent.fields));
    if (standsThere(unsent.fields, here)) return this.around.store.drop(this.action);
    write(this.form, unsent.fields);
    this.unanswered = unsent.sent;
    if (unsent.version !== version(this.form) && !standsThere(unsent.sent, here)) return this.choose(this.labelled(here), version(this.form));
    report(this, "waiting", say("restored"));
    this.later(0);
  }

  private async sendAll(): Promise<void> {
    do {
      this.again = false;
      await this.sendLatest();
    } while (this.again);
  }

  private async sendLatest(): Promise<void> {
    const now = read(this.form);
    if (!this.form.isConnected || this.choosing || this.signedOut) return this.tidy();
    if (equal(now, this.saved)) return this.settled();
    if (this.refused && equal(now, this.refused)) return;
    await this.send(now);
  }

  private async send(now: Values, fresh = false): Promise<void> {
    this.sending = true;
    const before = this.unanswered;
    this.unanswered = now;
    const slow = window.setTimeout(() => report(this, "saving", say("saving")), SLOW);
    const answer = await post(this.action, new FormData(this.form));
    window.clearTimeout(slow);
    this.sending = false;
    if (answer.kind !== "retry") this.unanswered = answer.kind === "conflict" ? before : undefined;
    if (answer.kind === "staleToken" && !fresh && (await this.lookAround())) return this.send(now, true);
    if (answer.kind === "staleToken" && this.signedOut) return;
    await this.take(answer, now);
    this.goOn(answer);
  }

  private async take(answer: Outcome, sent: Values): Promise<void> {
    if (answer.kind === "saved") return this.confirmed(answer, sent);
    this.remember();
    if (answer.kind === "retry") return this.tryLater(answer.after);
    if (answer.kind === "conflict") return this.conflict(answer);
    if (answer.kind === "signedOut") return this.gone(answer.login);
    this.refused = sent;
    if (answer.kind === "invalid") showErrors(this.form, answer.errors);
    const text = answer.kind === "invalid" ? say("invalid") : answer.kind === "refused" ? answer.message : undefined;
    report(this, "failed", text ?? say("refused"));
  }

  private confirmed(answer: Extract<Outcome, { kind: "saved" }>, sent: Values): void {
    setVersion(this.form, answer.version);
    this.saved = sent;
    this.refused = undefined;
    this.attempts = 0;
    clearErrors(this.form);
    this.remember();
    this.around.tell(this.action, answer.version, sent, answer.saved);
    report(this, "saved", answer.saved);
    if (answer.sessionEnds) document.dispatchEvent(new CustomEvent("ww:session", { detail: answer.sessionEnds }));
    replaceFragments(answer.fragments, (part) => part.contains(this.form) && this.unsent);
    if (!this.form.isConnected) forget(this);
  }

  private tryLater(after?: number): void {
    this.attempts += 1;
    report(this, "waiting", say(navigator.onLine ? "notSaved" : "offline"));
    this.later(after ?? backoff(this.attempts));
  }

  private async conflict(answer: Extract<Outcome, { kind: "conflict" }>): Promise<void> {
    const theirs = Object.keys(answer.theirs).length ? answer.theirs : await this.theirsOnPage();
    const there = valuesOf(theirs);
    if (standsThere(read(this.form), there) || standsThere(this.unanswered, there)) return this.agree(answer.version, there);
    this.choose(theirs, answer.version, answer.message);
  }

  /** Two tabs that sent the same text have nothing to choose; nor has who wrote on before the answer came, or was lost. */
  private agree(newVersion: string, there: Values): void {
    setVersion(this.form, newVersion);
    this.saved = { ...this.saved, ...there };
    this.unanswered = undefined;
    this.remember();
    if (!this.unsent) report(this, "saved", savedNow());
    this.later(0);
  }

  private choose(theirs: Readonly<Record<string, Theirs>>, newVersion: string, message?: string): void {
    this.choosing = true;
    report(this, "failed", say("conflict"));
    const settle = (values: Values = {}): void => {
      this.choosing = false;
      setVersion(this.form, newVersion);
      this.saved = { ...this.saved, ...valuesOf(theirs) };
      write(this.form, values);
      this.remember();
      report(this, "saved", savedNow());
      void this.flush();
    };
    askWhich({
      form: this.form,
      mine: read(this.form),
      theirs,
      ...(message ? { message } : {}),
      keepMine: () => settle(),
      takeTheirs: () => settle(valuesOf(theirs)),
    });
  }

  /** The server says that the work is kept; of what was typed since, only this page knows. */
  private gone(login = "/"): void {
    this.signedOut = true;
    report(this, "failed", say("signedOut"), { url: login, text: say("signIn") });
  }

  /** See who is signed in now; take the new token when it is still the same person. */
  private async lookAround(): Promise<boolean> {
    const seen = await look(location.pathname + location.search);
    if (!seen) return false;
    this.signedOut = seen.person !== this.around.person;
    if (this.signedOut && seen.person) report(this, "failed", say("otherPerson"));
    else if (this.signedOut) this.gone(seen.url);
    else takeToken(seen.page);
    return !this.signedOut;
  }

  private async theirsOnPage(): Promise<Record<string, Theirs>> {
    const seen = await look(location.pathname + location.search);
    const other = seen && formOn(seen.page, this.action);
    if (!other) return {};
    const values = readFromServer(other);
    return this.labelled(pick(values, differing(values, read(this.form))));
  }

  private labelled(values: Values): Record<string, Theirs> {
    return Object.fromEntries(
      Object.entries(values).map(([name, texts]) => [name, { label: labelOf(this.form, name), text: texts.join("\n") }]),
    );
  }
}
