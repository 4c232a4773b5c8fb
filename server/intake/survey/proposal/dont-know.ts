import { plainWords } from '../../proposal';

/** Words that answer nothing, as `plainWords` writes them. */
const NO_ANSWERS = new Set(
  [
    'nie wiem',
    'nie wiem trudno powiedziec',
    'trudno powiedziec',
    'trudno mi powiedziec',
    'ciezko powiedziec',
    'nie mam zdania',
    'brak zdania',
    'nie mam zdania trudno powiedziec',
    'nie dotyczy',
    'mnie nie dotyczy',
    'nie dotyczy mnie',
    'odmowa',
    'odmowa odpowiedzi',
    'brak odpowiedzi',
    'brak danych',
    'nie pamietam',
    'n d',
    'n a',
    'na',
    'not applicable',
    'does not apply',
    'don t know',
    'dont know',
    'do not know',
    'i don t know',
    'i do not know',
    'don t know not applicable',
    'don t know n a',
    'no opinion',
    'no answer',
    'can t say',
    'hard to say',
    'difficult to say',
    'refused',
    'unfamiliar n a',
  ].map(plainWords),
);

/** Whether a text is an answer that is none, in Polish or English. */
export const isNoAnswer = (text: string): boolean => NO_ANSWERS.has(plainWords(text));

/** Numbers that questionnaires write for "don't know", "not applicable" and "refused". */
const NUMBERS = [8, 9, 88, 97, 98, 99, 888, 998, 999, 9999];

/**
 * The numbers of a column that stand outside an otherwise clear scale. A number next to the scale may belong to it and
 * is none of them.
 * @param numbers different whole numbers
 */
export function noAnswerNumbers(numbers: number[]): number[] {
  const scale = numbers.filter((number) => number >= 0 && !NUMBERS.includes(number));
  if (scale.length < 2) return [];
  const top = Math.max(...scale);
  // 8 and 9 are answers of a scale up to 10, and of a count
  if (top > 10) return [];
  // from -2 to 2 as from 1 to 5: nobody writes as many reasons for no answer as there are answers
  if (top > 1 && scale.every((number) => number === 0 || numbers.includes(-number))) return [];
  return numbers.filter(
    (number) => number < 0 || (NUMBERS.includes(number) && number > top && farFrom(top, numbers)),
  );
}

/** Whether nothing stands right above the highest answer. */
const farFrom = (top: number, numbers: number[]) => !numbers.includes(top + 1);
