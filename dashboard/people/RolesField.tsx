import { Choice, TextField } from '../access/controls';
import { type Role, useAuthorities } from '../access/roles';
import { type Draft, hasLastDay } from './drafts';
import { usePeopleSpeech } from './words';

const ORDER: Role[] = ['steward', 'researcher', 'analyst', 'approver', 'admin'];

interface Props {
  drafts: Draft[];
  onChange: (drafts: Draft[]) => void;
}

/** Any number of roles, each with what it needs. */
export function RolesField({ drafts, onChange }: Props) {
  const { people } = usePeopleSpeech();
  const set = (key: number, part: Partial<Draft>) =>
    onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  const add = () => {
    const key = Math.max(-1, ...drafts.map((draft) => draft.key)) + 1;
    onChange([...drafts, { key, role: 'analyst', authority: null, unit: null, last_day: null }]);
  };
  return (
    <div className="roles-field">
      {drafts.map((draft, i) => (
        <fieldset key={draft.key}>
          <legend>{people.nthRole(i + 1)}</legend>
          <RoleFields draft={draft} set={(part) => set(draft.key, part)} />
          <button
            type="button"
            className="btn small"
            onClick={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
          >
            {people.removeRole(i + 1)}
          </button>
        </fieldset>
      ))}
      <button type="button" className="btn small" onClick={add}>
        {people.addRole}
      </button>
    </div>
  );
}

function RoleFields({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const { people, own } = usePeopleSpeech();
  const authorities = useAuthorities();
  const { key, role } = draft;
  const anywhere = role === 'steward' ? people.chooseAuthority : own.roles.everywhere;
  return (
    <div className="cols">
      <Choice
        name={`role${key}`}
        label={people.role}
        hint={people.hints[role]}
        options={ORDER.map((name) => [name, own.roles.names[name]] as const)}
        value={role}
        onChange={(name) => set({ role: name as Role })}
      />
      {role !== 'admin' && (
        <Choice
          name={`authority${key}`}
          label={people.authority}
          options={[['', anywhere], ...authorities]}
          value={draft.authority ?? ''}
          onChange={(authority) => set({ authority })}
        />
      )}
      {role === 'steward' && (
        <TextField
          name={`unit${key}`}
          label={people.unit}
          hint={people.unitHint}
          maxLength={100}
          autoComplete="off"
          value={draft.unit ?? ''}
          onChange={(event) => set({ unit: event.target.value })}
        />
      )}
      {hasLastDay(role) && (
        <TextField
          name={`last_day${key}`}
          label={role === 'researcher' ? people.lastDay : people.lastDayOptional}
          type="date"
          min="2000-01-01"
          max="2099-12-31"
          value={draft.last_day ?? ''}
          onChange={(event) => set({ last_day: event.target.value })}
        />
      )}
    </div>
  );
}
