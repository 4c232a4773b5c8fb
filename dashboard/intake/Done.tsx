import { useState } from 'react';
import type { ImportView } from '../../server/intake/imports/import.view';
import { addressOf } from '../access/address';
import { Confirm } from '../access/Confirm';
import { TextField } from '../access/controls';
import { Form } from '../access/Form';
import { revert, saveProfile } from './calls';
import { isKept } from './mapping';
import { useIntakeSpeech } from './words';

/** After a file was taken in: its batch, the way back, and its mapping for the next one. */
export function Done({ file, header }: { file: ImportView; header: string[] }) {
  const { intake } = useIntakeSpeech();
  const [isReverted, setReverted] = useState(false);
  const batch = file.batch!;
  return (
    <div className="told">
      <p className="btns">
        <a className="btn" href={addressOf(`zasilanie/${batch}`)}>
          {intake.openBatch(batch)}
        </a>
        <a className="btn" href={addressOf('wczytaj')}>
          {intake.another}
        </a>
        {isReverted ? (
          <output>{intake.reverted}</output>
        ) : (
          <Confirm
            label={intake.revert}
            title={intake.revertTitle}
            text={intake.revertText}
            act={async () => {
              await revert(batch);
              setReverted(true);
            }}
          />
        )}
      </p>
      <Keep file={file} header={header} />
    </div>
  );
}

function Keep({ file, header }: { file: ImportView; header: string[] }) {
  const { intake, own } = useIntakeSpeech();
  const mapping = file.request?.['mapping'];
  if (!isKept(mapping)) return null;
  return (
    <Form
      submit={intake.saveProfile}
      done={intake.profileSaved}
      check={({ name }) => ({ name: name?.trim() ? undefined : own.needed })}
      act={({ name }) => saveProfile(name!.trim(), header, mapping)}
    >
      <TextField
        name="name"
        label={intake.profileName}
        hint={intake.profileHint}
        maxLength={120}
        autoComplete="off"
      />
    </Form>
  );
}
