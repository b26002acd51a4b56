import type { Frame } from '@playwright/test';
import { english } from '../../packages/stripe-emulator/src/words/english.ts';
import { german } from '../../packages/stripe-emulator/src/words/german.ts';

/** Stands where a sentence has a part of its own. */
const PART = '\0';

/** Everything that is said in a language, in pieces without the parts in between. */
function piecesOf(words: unknown): readonly string[] {
  if (typeof words === 'string') return words.split(PART).map((piece) => piece.trim());
  if (isSentence(words)) return piecesOf(sentenceOf(words));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(piecesOf) : [];
}

type Sentence = (...parts: readonly string[]) => unknown;

function isSentence(words: unknown): words is Sentence {
  return typeof words === 'function';
}

function sentenceOf(say: Sentence): string {
  const parts: readonly string[] = Array.from({ length: say.length }, () => PART);
  const sentence = say(...parts);
  return Array.isArray(sentence) ? sentence.join('') : String(sentence);
}

const inGerman = piecesOf(german).join('\n');
const onlyEnglish = new Set(piecesOf(english).filter((piece) => /\p{L}{3}/u.test(piece) && !inGerman.includes(piece)));

/** What a frame still says in English, though it should speak German: to whoever sees it and to whoever hears it. */
export async function englishLeftIn(frame: Frame): Promise<readonly string[]> {
  const said = await frame.evaluate(everythingSaid);
  return [...onlyEnglish].filter((piece) =>
    said.some((text) => (piece.includes(' ') ? text.includes(piece) : text === piece)),
  );
}

function everythingSaid(): readonly string[] {
  const said: string[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    for (const name of ['aria-label', 'placeholder', 'alt']) said.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent?.trim() ?? '');
  }
  return said;
}
