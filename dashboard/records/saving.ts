import { useRef, useState } from 'react';
import type { FieldView } from '../../server/publish/codebook.view';
import type { SavedView } from '../../server/intake/record.view';
import type { Wrong } from '../access/Form';
import type { Language } from '../words';
import { changedIn, filledIn, recordOf, type Draft, type Sent } from './drafts';
import type { RecordFormProps } from './RecordForm';
import { useSender } from './sending';
import { useRecordSpeech } from './words';

export const REASON = 'reason';

/** What is known of the last try. */
interface State {
  wrong: Wrong;
  failure: Error | null;
  checked: SavedView | null;
  isUnchanged: boolean;
  isBusy: boolean;
  /** What is typed now would be lost with the answer. */
  isSaving: boolean;
  /** Counts the tries: each tells its errors anew. */
  tries: number;
}

const START: State = {
  wrong: {},
  failure: null,
  checked: null,
  isUnchanged: false,
  isBusy: false,
  isSaving: false,
  tries: 0,
};

type Mode = 'check' | 'save';
type Props = RecordFormProps & {
  fields: FieldView[];
  /** Names of what makes a record of the type itself. */
  own: string[];
  before: Draft;
  onDone: () => void;
};

/** Checks and saves what a form holds; what is wrong stands by the names of its fields. */
export function useSaving(props: Props) {
  const { records, formats } = useRecordSpeech();
  const [state, setState] = useState(START);
  const busy = useRef(false);
  const post = useSender();

  /** What can be told before the server is asked; null: nothing stands against it. */
  const refusedHere = (form: HTMLFormElement, mode: Mode, { reason, isUnchanged }: Read) => {
    const wrong = badDays(form, records.dayWrong);
    if (props.record && mode === 'save' && reason === '') wrong[REASON] = records.reasonNeeded;
    if (!isEmpty(wrong)) return { wrong };
    return isUnchanged ? { isUnchanged } : null;
  };

  const ask = async ({ given, reason }: Read, isDryRun: boolean) => {
    const { type, authority, fields, record } = props;
    const receipt = await post(given, {
      type,
      authority,
      reason: isDryRun ? '' : reason,
      revision: record?.revision,
      isDryRun,
    });
    const wrong = wrongIn(receipt, formats.language, fields);
    // a new one that is there already would be changed without a word
    if (isDryRun && isKnown(props, receipt)) wrong[fields[0]!.name] = records.exists;
    return { receipt, wrong };
  };

  const attempt = async (form: HTMLFormElement, mode: Mode): Promise<Partial<State>> => {
    const read = readForm(form, props);
    const refused = refusedHere(form, mode, read);
    if (refused) return refused;
    if (mode === 'check' || !props.record) {
      const { receipt, wrong } = await ask(read, true);
      if (!isEmpty(wrong)) return { wrong };
      if (mode === 'check') return { checked: receipt };
    }
    const { receipt, wrong } = await ask(read, false);
    if (!isEmpty(wrong)) return { wrong };
    props.onDone();
    await props.onSaved(receipt, identityOf(props, read.given));
    return {};
  };

  const send = async (form: HTMLFormElement, mode: Mode) => {
    if (busy.current) return;
    busy.current = true;
    setState((last) => ({ ...last, isBusy: true, isSaving: mode === 'save' }));
    const found = await attempt(form, mode).catch((failure: Error) => ({ failure }));
    busy.current = false;
    setState(({ tries }) => ({ ...START, ...found, tries: tries + 1 }));
  };
  return { state, send };
}

const isEmpty = (wrong: Wrong) => Object.keys(wrong).length === 0;
const isKnown = ({ record }: Props, receipt: SavedView) =>
  !record && receipt.rejected === 0 && receipt.new === 0;

/** What a form holds, as it is to be sent. */
interface Read {
  given: Sent;
  reason: string;
  isUnchanged: boolean;
}

function readForm(form: HTMLFormElement, { fields, identity, before, record }: Props): Read {
  const data = new FormData(form);
  const change = { fields, identity, before, now: filledIn(fields, data), isNew: !record };
  const isUnchanged = record !== null && changedIn(change).length === 0;
  return { given: recordOf(change), reason: String(data.get(REASON) ?? '').trim(), isUnchanged };
}

/** What makes the record itself once it is saved. */
const identityOf = ({ identity, own, record }: Props, given: Sent): Record<string, string> =>
  record ? identity : Object.fromEntries(own.map((name) => [name, String(given[name] ?? '')]));

/** A day that is only half typed is empty to whoever reads the form; the browser alone knows. */
function badDays(form: HTMLFormElement, sentence: string): Wrong {
  const days = [...form.querySelectorAll<HTMLInputElement>('input[type=date]')];
  return Object.fromEntries(
    days.filter(({ validity }) => validity.badInput).map(({ name }) => [name, sentence]),
  );
}

/** The first sentence for each field; what belongs to none stands under the empty name. */
function wrongIn({ issues }: SavedView, language: Language, fields: FieldView[]): Wrong {
  const wrong: Wrong = {};
  for (const { column, message } of issues) {
    const name = fields.some((field) => field.name === column) ? column! : '';
    wrong[name] ??= message[language];
  }
  return wrong;
}
