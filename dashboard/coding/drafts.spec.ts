import { type DeskItem, settled, withCode } from './drafts';

const item: DeskItem = {
  code: 'U-1',
  received_on: null,
  text: null,
  rationale: null,
  cluster: 'P1',
  outcome: null,
  rationale_quality: null,
};

it('keeps what is stored beside the code that was given', () => {
  expect(withCode({}, item, { outcome: 'accepted' })).toEqual({
    'U-1': { cluster: 'P1', outcome: 'accepted', rationale_quality: null },
  });
});

it('adds to what was given before, and leaves others alone', () => {
  const before = withCode({ 'U-2': item }, item, { outcome: 'accepted' });
  expect(withCode(before, item, { rationale_quality: 'general' })).toEqual({
    'U-1': { cluster: 'P1', outcome: 'accepted', rationale_quality: 'general' },
    'U-2': item,
  });
});

it('forgets a draft that says again what is stored', () => {
  const before = withCode({}, item, { outcome: 'accepted' });
  expect(withCode(before, item, { outcome: null })).toEqual({});
});

it('keeps what was refused, and what was given while the rest was on its way', () => {
  const sent = { 'U-1': { ...item }, 'U-2': { ...item }, 'U-3': { ...item } };
  const again = { ...item, outcome: 'accepted' };
  const now = { ...sent, 'U-2': again, 'U-4': again };
  expect(settled(now, sent, new Set(['U-3']))).toEqual({ 'U-2': again, 'U-3': sent['U-3'], 'U-4': again });
});
