import { cleaned } from '../contracts/cell';
import { hidden } from '../contracts/personal';
import { Refusal } from '../store/home';

/** Letters of the longest reason. */
export const LONGEST_REASON = 500;

/**
 * Why something is brought in or corrected, as it is kept with the batch for everyone to read; null where nothing is
 * said. Throws `Refusal` where it is too long or holds personal data.
 */
export function reasonOf(given: string | null | undefined): string | null {
  const text = cleaned(given ?? '');
  if (text === '') return null;
  const length = [...text].length;
  if (length > LONGEST_REASON)
    throw new Refusal(
      `Powód ma ${length} znaków; dozwolone najwyżej ${LONGEST_REASON}`,
      `The reason has ${length} characters; allowed are at most ${LONGEST_REASON}`,
    );
  if (/(?![\t\n])\p{Cc}/u.test(text))
    throw new Refusal('Powód ma znak sterujący; usuń go', 'The reason has a control character; take it out');
  if (hidden(text) !== text)
    throw new Refusal(
      `Powód widzi każdy, a są w nim dane osobowe („${hidden(text)}”); napisz go bez nich`,
      `Everyone sees the reason, and it holds personal data (“${hidden(text)}”); write it without them`,
    );
  return text;
}
