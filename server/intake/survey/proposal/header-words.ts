import { wordsOf } from '../../personal-header';

/** Words of a question that do not say what it asks for. */
const FILLERS = new Set(
  `prosze podaj podac zaznacz zaznaczyc wskaz wskazac okresl okreslic wybierz jaka jaki jakie jest jestes masz ma maja w latach
   pan pani pana panstwo panstwa i e a twoj twoja twoje swoj swoja swoje respondenta respondentki osoby ankietowanego uczestnika
   what is your are you please give select indicate the of do have respondent participant s how old which mieszkasz mieszka`.split(
    /\s+/,
  ),
);

/** The parts of a header, each in words without those that only ask: "id. Response ID" is "id" and "response id". */
export const headerParts = (header: string): string[] =>
  [header, ...header.split(/\.\s|[/|:]/)].map((part) => {
    const words = wordsOf(part.replace(/\([^)]*\)/g, ' '));
    const kept = words.split(' ').filter((word) => !FILLERS.has(word));
    return kept.join(' ') || words;
  });

/** Whether a part of a header is just that. */
export const isHeader = (header: string, pattern: RegExp): boolean =>
  headerParts(header).some((part) => pattern.test(part));
