import { createContext, use, useId, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { Mark } from '../pages/marks';
import { Alarm } from './Alarm';
import { useAccessSpeech } from './words';

/** What was filled in, by the names of the fields. */
export type Given = Record<string, string>;
/** What is wrong with it, by the same names. */
export type Wrong = Record<string, string | undefined>;

/** What is wrong with the fields below. */
export const WrongContext = createContext<Wrong>({});

interface Props {
  /** The word on its button. */
  submit: string;
  act: (given: Given) => Promise<unknown>;
  /** What can be told before the server is asked. */
  check?: (given: Given) => Wrong;
  /** What is said once it is done. */
  done?: string;
  onCancel?: (() => void) | undefined;
  /** The word on the button that does not. */
  cancel?: string;
  className?: string;
  children?: ReactNode;
}

/** A form whose errors stand at their fields, and above all of them where the server refuses it. */
export function Form({ submit, act, check, done, onCancel, cancel, className = '', children }: Props) {
  const { own } = useAccessSpeech();
  const { form, wrong, failure, isDone, send } = useSending({ act, check });
  return (
    <WrongContext value={wrong}>
      <form className={`form ${className}`} noValidate ref={form} onSubmit={send}>
        <Alarm error={failure} />
        {children}
        <p className="btns">
          <button type="submit" className="btn pri">
            {submit}
          </button>
          {onCancel && (
            <button type="button" className="btn" onClick={onCancel}>
              {cancel ?? own.cancel}
            </button>
          )}
          {done && <output className="done">{isDone && done}</output>}
        </p>
      </form>
    </WrongContext>
  );
}

function useSending({ act, check }: Pick<Props, 'act' | 'check'>) {
  const form = useRef<HTMLFormElement>(null);
  const isBusy = useRef(false);
  const [wrong, setWrong] = useState<Wrong>({});
  const [failure, setFailure] = useState<Error | null>(null);
  const [isDone, setDone] = useState(false);

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Given;
    const found = check?.(given) ?? {};
    setWrong(found);
    setDone(false);
    const first = Object.keys(found).find((name) => found[name] !== undefined);
    if (first !== undefined) focusOn(event.currentTarget, first);
    if (first !== undefined || isBusy.current) return;
    isBusy.current = true;
    setFailure(null);
    try {
      await act(given);
      setDone(true);
    } catch (error) {
      setFailure(error as Error);
    }
    isBusy.current = false;
    emptyPasswords(form.current);
  };
  return { form, wrong, failure, isDone, send: (event: SubmitEvent<HTMLFormElement>) => void send(event) };
}

function focusOn(form: HTMLFormElement, name: string) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLElement) field.focus();
}

function emptyPasswords(form: HTMLFormElement | null) {
  form
    ?.querySelectorAll<HTMLInputElement>('input[autocomplete$=-password]')
    .forEach((input) => (input.value = ''));
}

/** What ties a control to its label, its hint and what is wrong with it. */
export interface Tied {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  children: (tied: Tied) => ReactNode;
}

/** A control with its label above it; its hint and its error are read with it. */
export function Field({ name, label, hint, children }: FieldProps) {
  const id = useId();
  const wrong = use(WrongContext)[name];
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': wrong ? true : undefined,
      })}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          <Mark shape="square" />
          {wrong}
        </p>
      )}
    </div>
  );
}
