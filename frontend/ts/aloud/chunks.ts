// Text cut into pieces that a voice says in one breath: browsers stop in the middle of long ones.

const LONGEST = 160; // characters: ten seconds or so, and some voices are cut off at fifteen
const SENTENCE = /.+?(?:[.!?…]+['’”»)]*(?=\s|$)|$)/g; // the dot in 8.10 uur and in mind.nl ends nothing

/** Cut a text at the ends of sentences, and a very long sentence after a comma or else between words. */
export function chunks(text: string): string[] {
  const sentences = tidy(text).match(SENTENCE) ?? [];
  return sentences.map(tidy).filter(Boolean).flatMap(shorter);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function shorter(sentence: string): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST) {
    const end = rest.lastIndexOf(", ", LONGEST - 1) + 1 || rest.lastIndexOf(" ", LONGEST);
    const cut = end > 0 ? end : LONGEST;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut).trim();
  }
  return rest ? [...pieces, rest] : pieces;
}
