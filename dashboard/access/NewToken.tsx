import { useState } from 'react';
import type { RoleView } from '../../server/access/role.view';
import type { NewTokenView } from '../../server/access/token.view';
import { Choice, TextField } from './controls';
import { Form, type Given } from './Form';
import { MACHINE_ROLES, type Role, useAuthorities } from './roles';
import { Secret } from './Secret';
import { change } from './session';
import { useAccessSpeech } from './words';

const MOST_DAYS = 366;
const USUAL_DAYS = '90';

interface Props {
  /** Roles that hold today. */
  roles: RoleView[];
  reload: () => Promise<void>;
}

/** Makes a token, and tells its secret this once. */
export function NewToken({ roles, reload }: Props) {
  const { own } = useAccessSpeech();
  const [made, setMade] = useState<NewTokenView | null>(null);
  const mine = MACHINE_ROLES.filter((name) => roles.some(({ role }) => role === name));
  const { tokens: words } = own;
  return (
    <div className="on-screen">
      <h3 className="minor">{words.newTitle}</h3>
      {made && (
        <Secret
          key={made.secret}
          title={words.made(made.label)}
          text={words.madeText}
          secret={made.secret}
          copy={words.copy}
        >
          <p className="hint">{words.example}</p>
          <pre>
            <code>{`curl -H "Authorization: Bearer ${made.secret}" ${location.origin}/api/v1/session`}</code>
          </pre>
        </Secret>
      )}
      {mine.length === 0 ? (
        <p className="text">{words.noRole}</p>
      ) : (
        <TokenForm
          // a new form for the next token
          key={made?.id}
          roles={roles}
          mine={mine}
          make={async (given) => {
            setMade(await change<NewTokenView>('POST', '/api/v1/account/tokens', tokenOf(given)));
            await reload();
          }}
        />
      )}
    </div>
  );
}

const tokenOf = ({ label, role, authority, days }: Given) => ({
  label: label?.trim(),
  role,
  authority: authority || null,
  days: Number(days),
});

interface FormProps {
  roles: RoleView[];
  mine: Role[];
  make: (given: Given) => Promise<void>;
}

function TokenForm({ roles, mine, make }: FormProps) {
  const { own } = useAccessSpeech();
  const [role, setRole] = useState<Role>(mine[0]!);
  const { tokens: words } = own;
  return (
    <Form
      className="cols"
      submit={words.make}
      act={make}
      check={({ label, days }) => ({
        label: label?.trim() ? undefined : own.needed,
        days:
          /^\d{1,3}$/.test(days ?? '') && Number(days) >= 1 && Number(days) <= MOST_DAYS
            ? undefined
            : words.daysWrong,
      })}
    >
      <TextField name="label" label={words.label} hint={words.labelHint} maxLength={100} autoComplete="off" />
      <Choice
        name="role"
        label={words.role}
        options={mine.map((name) => [name, own.roles.names[name]] as const)}
        value={role}
        onChange={(name) => setRole(name as Role)}
      />
      <Choice name="authority" label={words.authority} options={usePlaces(roles, role)} key={role} />
      <TextField
        name="days"
        label={words.days}
        hint={words.daysHint}
        defaultValue={USUAL_DAYS}
        inputMode="numeric"
        autoComplete="off"
      />
    </Form>
  );
}

/** Where a token can have a role: where its person has it. */
function usePlaces(roles: RoleView[], name: Role): (readonly [string, string])[] {
  const { own } = useAccessSpeech();
  const authorities = useAuthorities();
  const held = roles.filter(({ role }) => role === name).map(({ authority }) => authority);
  if (held.includes(null)) return [['', own.tokens.wherever], ...authorities];
  return authorities.filter(([code]) => held.includes(code));
}
