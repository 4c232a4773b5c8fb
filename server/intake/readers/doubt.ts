import { Refusal } from '../../store/home';
import type { Doubt, ReadOptions } from './reader';

/** What is still open: a declared option settles the doubt about it. */
export const openDoubts = (doubts: Doubt[], options: ReadOptions): Doubt[] =>
  doubts.filter(({ about }) => options[about] === undefined);

/** Throws `Refusal` with the sentence of every doubt: what is not certain is asked, never guessed. */
export function requireCertainty(doubts: Doubt[]): void {
  if (doubts.length === 0) return;
  const all = (language: 'pl' | 'en') =>
    doubts.map((doubt) => `${doubt[language]} (read.${doubt.about})`).join('; ');
  throw new Refusal(
    `Nie wiadomo na pewno, jak odczytać plik: ${all('pl')}`,
    `How to read the file is not certain: ${all('en')}`,
  );
}
