import type { FieldView } from '../../server/publish/codebook.view';
import { guess } from './guess';

const words = (pl: string, en: string) => ({ pl, en });
const field = {
  name: 'outcome',
  kind: 'code',
  codes: [
    { code: 'accepted', label: words('uwzględniona', 'accepted') },
    { code: 'rejected', label: words('odrzucona', 'rejected') },
    { code: 'open_meeting', label: words('otwarte spotkanie', 'open meeting') },
  ],
} as FieldView;
const codesOf = (...distinct: string[]) => guess(field, { distinct } as Parameters<typeof guess>[1]).codes;

it('takes a text for a code by its words', () => {
  expect(codesOf('Uwzględniona', 'spotkanie', 'ODRZUCONA w całości')).toEqual({
    Uwzględniona: 'accepted',
    spotkanie: 'open_meeting',
    'ODRZUCONA w całości': 'rejected',
  });
});

it.each(['nieuwzględniona', 'nie uwzględniona', 'unaccepted', 'not accepted', 'nieodrzucona'])(
  'does not take “%s” for its opposite',
  (text) => expect(codesOf(text)).toBeUndefined(),
);
