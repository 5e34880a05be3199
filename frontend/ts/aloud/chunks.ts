// Text cut into pieces that a voice says in one breath: browsers stop in the middle of long ones.

const LONGEST = 220; // characters

/** Cut a text at the ends of sentences, and a very long sentence between words. */
export function chunks(text: string): string[] {
  const sentences = tidy(text).match(/[^.!?…]+(?:[.!?…]+['’”»)]*|$)/g) ?? [];
  return sentences.map(tidy).filter(Boolean).flatMap(shorter);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function shorter(sentence: string): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST) {
    const space = rest.lastIndexOf(" ", LONGEST);
    const end = space > 0 ? space : LONGEST;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return rest ? [...pieces, rest] : pieces;
}
