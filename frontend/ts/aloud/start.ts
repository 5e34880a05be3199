// "Lees voor": the browser's own voice reads a lesson. Where there is no Dutch voice, there is no button.

import { Reader, type State, type Voice } from "./reader.ts";

const READ = "h2, h3, h4, p, li, th, td, dt, dd, figcaption, legend";
const NOT_READ = "details, form, .ww-self-test, .ww-explanations, .ww-vh, [hidden]";

/** Show the buttons on a page with something to read. */
export function startReadingAloud(): void {
  const bar = document.querySelector<HTMLElement>("[data-read-aloud]");
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!bar || !speech || !("SpeechSynthesisUtterance" in window)) return;
  const show = (): void => {
    bar.hidden = !canSpeakDutch(speech);
  };
  show();
  speech.addEventListener?.("voiceschanged", show);
  connect(bar, speech);
}

function canSpeakDutch(speech: SpeechSynthesis): boolean {
  const voices = speech.getVoices();
  return voices.length === 0 ? /Android|iPhone|iPad/.test(navigator.userAgent) : voices.some(isDutch);
}

function isDutch(voice: SpeechSynthesisVoice): boolean {
  return voice.lang.toLowerCase().startsWith("nl");
}

function connect(bar: HTMLElement, speech: SpeechSynthesis): void {
  const parts = readable();
  const reader = new Reader(parts.map(words), browserVoice(speech), (state, place) => {
    showState(bar, state);
    mark(parts, place);
  });
  const acts = { play: () => reader.play(), pause: () => reader.pause(), stop: () => reader.stop() };
  for (const [name, act] of Object.entries(acts)) {
    for (const button of bar.querySelectorAll<HTMLElement>(`[data-${name}]`)) button.addEventListener("click", act);
  }
  window.addEventListener("pagehide", () => reader.stop());
}

/** The smallest blocks of text, so that nothing is read twice. */
function readable(): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(".ww-lesson .ww-section *")];
  const blocks = all.filter((each) => each.matches(READ) && !each.closest(NOT_READ));
  return blocks.filter((each) => !blocks.some((other) => other !== each && each.contains(other)) && words(each));
}

function words(part: HTMLElement): string {
  const copy = part.cloneNode(true) as HTMLElement;
  copy.querySelectorAll(".ww-vh, .ww-to-check").forEach((hidden) => hidden.remove());
  return copy.textContent?.trim() ?? "";
}

/** Chrome forgets an utterance that nobody holds, and then never tells that it was said. */
const held = new Set<SpeechSynthesisUtterance>();

function browserVoice(speech: SpeechSynthesis): Voice {
  return {
    say(text, done, failed) {
      const said = new SpeechSynthesisUtterance(text);
      const voice = dutchVoice(speech);
      said.lang = voice?.lang.replace("_", "-") ?? "nl-NL";
      said.voice = voice ?? null;
      const after = (act: () => void) => (): void => {
        held.delete(said);
        act();
      };
      said.addEventListener("end", after(done));
      said.addEventListener("error", after(failed));
      held.add(said);
      speech.speak(said);
    },
    hush: () => speech.cancel(),
  };
}

/** Give the best voice there is: one on this device also reads in the tram, one from far away stops there. */
function dutchVoice(speech: SpeechSynthesis): SpeechSynthesisVoice | undefined {
  const voices = speech.getVoices().filter(isDutch);
  return voices.find((each) => each.localService && /nl$/i.test(each.lang)) ?? voices.find((each) => each.localService) ?? voices[0];
}

/** One button has the place of the three, so the focus moves along with it. */
function showState(bar: HTMLElement, state: State): void {
  bar.dataset.state = state;
  const had = bar.contains(document.activeElement);
  for (const button of bar.querySelectorAll<HTMLElement>("[data-on]")) {
    button.hidden = !button.dataset.on?.split(" ").includes(state);
  }
  const now = document.activeElement;
  if (had && (!(now instanceof HTMLElement) || !bar.contains(now) || now.hidden)) {
    bar.querySelector<HTMLElement>("[data-on]:not([hidden])")?.focus();
  }
}

function mark(parts: readonly HTMLElement[], place: number | undefined): void {
  document.querySelectorAll(".is-read-aloud").forEach((each) => each.classList.remove("is-read-aloud"));
  const now = place === undefined ? undefined : parts[place];
  if (!now) return;
  now.classList.add("is-read-aloud");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  now.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}
