// Nothing changes while something is pressed. Leaving a field saves it, so the answer to a save often comes between
// mouse down and mouse up: a link or button that moved or was made anew at that moment would be pressed in vain.

const PRESSABLE = "a, button, summary, label, select, input";
const CLICK_FOLLOWS = 60; // milliseconds: on a touch screen the click comes after the finger has left

let isPressed = false;
let lifting: ReturnType<typeof setTimeout> | undefined;
const waiting: (() => void)[] = [];

/** Watch what is pressed, by mouse, finger or space bar. */
export function startPresses(): void {
  const listen = <K extends keyof WindowEventMap>(name: K, act: (event: WindowEventMap[K]) => void): void =>
    window.addEventListener(name, act, { capture: true, passive: true });
  listen("pointerdown", press);
  listen("pointerup", lift);
  listen("pointercancel", letGo);
  listen("keydown", (event) => event.key === " " && press(event));
  listen("keyup", lift);
  listen("blur", (event) => event.target === window && letGo());
  // A mouse button that was let go outside the window is not told.
  listen("pointermove", (event) => event.buttons === 0 && isPressed && lift());
}

/** Wait until nothing is pressed, and the click of the last press has been. */
export function untilLetGo(): Promise<void> {
  return isPressed ? new Promise((done) => waiting.push(done)) : Promise.resolve();
}

function press({ target }: Event): void {
  clearTimeout(lifting);
  isPressed = target instanceof Element && target.closest(PRESSABLE) !== null;
  if (!isPressed) letGo();
}

function lift(): void {
  clearTimeout(lifting);
  lifting = setTimeout(letGo, CLICK_FOLLOWS);
}

function letGo(): void {
  isPressed = false;
  for (const go of waiting.splice(0)) go();
}
