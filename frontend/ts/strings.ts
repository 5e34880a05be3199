// The sentences of the interface come from the page, so that translation stays in one place.

type Sentences = Readonly<Record<string, string>>;

let sentences: Sentences | undefined;

/** Give the sentence with this name, or the name itself when the page lacks it. */
export function say(name: string): string {
  sentences ??= read();
  return sentences[name] ?? name;
}

function read(): Sentences {
  const source = document.getElementById("ww-strings")?.textContent;
  return source ? (JSON.parse(source) as Sentences) : {};
}
