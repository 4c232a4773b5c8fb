import { wordsOf } from '../../personal-header';

/** Words of a question that do not say what it asks for. */
const FILLERS = new Set(
  `prosze podaj podac zaznacz zaznaczyc wskaz wskazac okresl okreslic wybierz jaka jaki jakie jest jestes masz ma maja w latach
   pan pani pana panstwo panstwa i e a twoj twoja twoje swoj swoja swoje respondenta respondentki osoby ankietowanego uczestnika
   what is your are you please give select indicate the of do have respondent participant s how old which mieszkasz mieszka`.split(
    /\s+/,
  ),
);

/** A header says what it asks for at its beginning. */
const READ = 300;

/** A header as it is judged. */
export const shortName = (header: string): string => header.slice(0, READ);

/** The parts of a header, each in words without those that only ask: "id. Response ID" is "id" and "response id". */
export function headerParts(header: string): string[] {
  const short = shortName(header);
  return [short, ...short.split(/\.\s|[/|:]/)].map((part) => {
    const words = wordsOf(part.replace(/\([^()]*\)/g, ' '));
    const kept = words.split(' ').filter((word) => !FILLERS.has(word));
    return kept.join(' ') || words;
  });
}

/** Whether one of the parts of a header is just that. */
export const isOneOf = (parts: string[], pattern: RegExp): boolean =>
  parts.some((part) => pattern.test(part));
