import { useState } from 'react';
import type { PersonView } from '../../server/access/person.view';
import type { LinkView } from '../../server/access/session.view';
import { TextField } from '../access/controls';
import { Form } from '../access/Form';
import { change } from '../access/session';
import { InvitationLink } from './InvitationLink';
import { type Draft, rolesOf, wrongRoles } from './drafts';
import { RolesField } from './RolesField';
import { usePeopleSpeech } from './words';

type Added = LinkView & { person: PersonView };

/** Adds a person, and tells their invitation this once. */
export function AddPerson({ reload }: { reload: () => Promise<void> }) {
  const { people, own } = usePeopleSpeech();
  const [added, setAdded] = useState<Added | null>(null);
  const [drafts, setDrafts] = useState<Draft[]>(ONE_ROLE);
  return (
    <>
      {added && <InvitationLink title={people.invited(added.person.login ?? '')} made={added} />}
      <Form
        // a new form for the next person
        key={added?.person.id}
        submit={people.submitAdd}
        check={({ login }) => ({
          login: login?.trim() ? undefined : own.needed,
          ...wrongRoles(drafts, people),
        })}
        act={async ({ login, name }) => {
          const given = { login, name: name?.trim() || null, roles: rolesOf(drafts) };
          setAdded(await change<Added>('POST', '/api/v1/people', given));
          setDrafts(ONE_ROLE);
          await reload();
        }}
      >
        <div className="cols">
          <TextField
            name="login"
            label={own.login}
            hint={people.loginHint}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
          />
          <TextField name="name" label={own.name} autoComplete="off" maxLength={200} />
        </div>
        <RolesField drafts={drafts} onChange={setDrafts} />
      </Form>
    </>
  );
}

const ONE_ROLE: Draft[] = [{ key: 0, role: 'analyst', authority: null, unit: null, last_day: null }];
