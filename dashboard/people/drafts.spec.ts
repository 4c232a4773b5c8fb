import { ROLES } from '../../server/access/role';
import { rolesOf, wrongRoles } from './drafts';

/** Everything filled in, as it stands once somebody has tried one role after another. */
const filled = ROLES.map((role, key) => ({
  key,
  role,
  authority: 'T',
  unit: ' A ',
  last_day: '2099-06-30',
}));

it('sends of each role what the server takes of it', () => {
  const until = { last_day: '2099-06-30' };
  expect(rolesOf(filled)).toEqual([
    { role: 'steward', authority: 'T', unit: 'A', ...until },
    { role: 'researcher', authority: 'T', unit: null, ...until },
    { role: 'analyst', authority: 'T', unit: null, ...until },
    { role: 'approver', authority: 'T', unit: null, ...until },
    { role: 'admin', authority: null, unit: null, last_day: null },
  ]);
});

it('tells what the server would not take without, at its field', () => {
  const bare = filled.map((draft) => ({ ...draft, authority: '', unit: ' ', last_day: '' }));
  const words = { needsAuthority: 'authority', needsUnit: 'unit', needsLastDay: 'day' };
  const told = Object.entries(wrongRoles(bare, words)).filter(([, why]) => why);
  expect(told).toEqual([
    ['authority0', 'authority'],
    ['unit0', 'unit'],
    ['last_day1', 'day'],
  ]);
});
