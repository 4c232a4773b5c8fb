import { formats, tidy } from './words';
import type { CodingWords } from './words.coding.pl';

const { count, number } = formats('en');
const contributions = { one: 'contribution', other: 'contributions' };

/** The English words of the coding desk. */
export const codingWords: CodingWords = tidy({
  title: 'Coding contributions',
  titleOf: (name: string) => `Coding contributions: ${name}`,
  noCode: 'The address does not say which consultation it is about.',
  choose: 'Choose a consultation from the list',
  toList: 'Consultations',
  modes: 'Who codes',
  first: 'First coding',
  second: 'Second coding, blind',
  blind: (drawn: number, total: number) =>
    `You are the second coder and do not see the codes of the first. ${number(drawn)} of ${count(total, contributions)} are drawn.`,
  ownOnes: (n: number) =>
    `You are the first coder of ${count(n, { one: 'drawn contribution', other: 'drawn contributions' })}; somebody else gives the second codes.`,
  none: 'This consultation has no contributions to code.',
  position: (place: number, total: number, code: string) =>
    `Contribution ${number(place)} of ${number(total)}: ${code}`,
  received: (day: string) => `received ${day}`,
  isDrawn: 'drawn for a second coding',
  text: 'Text of the contribution',
  noText: 'The text is not recorded.',
  answer: 'Answer of the office',
  noAnswer: 'No rationale is recorded.',
  codes: 'Codes',
  cluster: 'Proposal',
  clusterHint: 'The same sign at contributions that propose the same.',
  notCoded: 'no code',
  keys: 'Keys: a digit chooses in the group you are in, Enter goes to the next contribution, Shift+Enter to the previous one, Ctrl+Enter saves.',
  previous: 'Previous',
  next: 'Next',
  toUncoded: 'First without a code',
  save: (n: number) => (n === 0 ? 'Save' : `Save (${number(n)})`),
  nothing: 'There is nothing to save.',
  saved: (n: number): string => `Saved: ${count(n, contributions)}.`,
  toBatch: (id: number) => `Receipt: batch ${id}`,
  refusedOnes: 'These are not saved:',
  reason: 'coding of contributions',
  leave: 'The codes given here are not saved. Leave without saving?',
  progress: 'Progress',
  progressOf: (n: number, total: number) => `${number(n)} of ${number(total)}`,
  clustered: 'Proposal',
  decided: 'Outcome',
  rated: 'Quality of the rationale',
  twice: 'Coded twice, of those drawn',
  coded: 'Coded',
  agreement: 'Agreement of two people',
  agreementText: "Cohen's kappa: 1 is always the same, 0 is as much as chance gives.",
  outcome: 'Outcome, unweighted',
  quality: 'Quality of the rationale, unweighted',
  qualityWeighted: 'Quality of the rationale, quadratic weights',
  kappa: (name: string, kappa: string, n: number) =>
    `${name}: kappa ${kappa} from ${count(n, contributions)} coded by two people`,
  interval: (low: string, high: string) => `95% confidence interval: ${low} to ${high}`,
  noInterval: 'no interval: these people never differed',
  unfinished: (n: number, drawn: number) =>
    `The second coding is not finished: ${number(n)} of ${number(drawn)} drawn. Whether the agreement is enough is said after the last one.`,
  enough: (least: string) => `Enough: at least ${least}.`,
  tooLow: (least: string) => `Too low: below ${least} coding is not reliable.`,
  tooFew: (name: string, n: number) =>
    `${name}: there is no kappa, because two people have coded ${count(n, contributions)}; at least 2 are needed.`,
  oneCategory: (name: string, n: number) =>
    `${name}: there is no kappa, because both gave one and the same code to all ${count(n, contributions)}.`,
});
