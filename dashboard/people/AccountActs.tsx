import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonView } from '../../server/access/person.view';
import { Alarm } from '../access/Alarm';
import { Confirm } from '../access/Confirm';
import { TextField } from '../access/controls';
import { change, download } from '../access/session';
import { Part } from './PersonPart';
import { usePeopleSpeech } from './words';

interface Props {
  person: PersonView;
  reload: () => Promise<void>;
}

/** Closing and opening an account; what is kept of its person, given out or erased. */
export function AccountActs({ person, reload }: Props) {
  const { people } = usePeopleSpeech();
  const [failure, setFailure] = useState<Error | null>(null);
  const attempt = (act: Promise<unknown>) => {
    setFailure(null);
    act.catch(setFailure);
  };
  return (
    <>
      <Part title={people.accountTitle}>
        <CloseOrOpen person={person} reload={reload} attempt={attempt} />
      </Part>
      <Part title={people.dataTitle} text={people.dataText}>
        <Alarm error={failure} />
        <div className="btns">
          <button
            type="button"
            className="btn small"
            onClick={() => attempt(download(`/api/v1/people/${person.id}/data`, `person-${person.id}.json`))}
          >
            {people.download}
          </button>
          <Erase person={person} reload={reload} />
        </div>
      </Part>
    </>
  );
}

function CloseOrOpen({ person, reload, attempt }: Props & { attempt: (act: Promise<unknown>) => void }) {
  const { people } = usePeopleSpeech();
  const { id, name, login } = person;
  const set = async (disabled: boolean) => {
    await change('PUT', `/api/v1/people/${id}`, { name, disabled });
    await reload();
  };
  return (
    <div className="btns">
      {person.state === 'disabled' ? (
        <button type="button" className="btn small" onClick={() => attempt(set(false))}>
          {people.open}
        </button>
      ) : (
        <Confirm
          label={people.close}
          title={people.closeTitle(login ?? '')}
          text={people.closeText}
          act={() => set(true)}
        />
      )}
    </div>
  );
}

function Erase({ person: { id, login }, reload }: Props) {
  const { people } = usePeopleSpeech();
  const navigate = useNavigate();
  return (
    <Confirm
      label={people.erase}
      title={people.eraseTitle(login ?? '')}
      text={people.eraseText}
      check={({ typed }) => ({ typed: typed?.trim() === login ? undefined : people.otherLogin })}
      act={async () => {
        await change('DELETE', `/api/v1/people/${id}`);
        await reload();
        await navigate({ to: '/$', params: { _splat: 'osoby' } });
      }}
    >
      <TextField
        name="typed"
        label={people.typeLogin(login ?? '')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </Confirm>
  );
}
