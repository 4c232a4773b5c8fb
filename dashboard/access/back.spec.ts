import fc from 'fast-check';
import { pageOf as serverPageOf } from '../../server/access/back';
import { pageOf } from './back';

const SIGNS = [
  '/',
  '\\',
  ':',
  '@',
  '.',
  '%2f',
  '%5c',
  '?',
  '#',
  '\t',
  '\n',
  ' ',
  'a',
  'evil.example',
  'https',
  '..',
];
const address = fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }).map((parts) => parts.join(''));

it('leads to the same page as the rule of the server, whatever the address', () => {
  fc.assert(
    fc.property(address, (given) => expect(pageOf(given)).toBe(serverPageOf(given))),
    { numRuns: 3000 },
  );
});

it.each([
  ['/konto', '/konto'],
  ['/en/dziennik?od=2026-01-01', '/en/dziennik?od=2026-01-01'],
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
])('%j leads to %s', (given, page) => {
  expect(pageOf(given)).toBe(page);
});
