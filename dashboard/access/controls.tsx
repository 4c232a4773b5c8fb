import { useState, type ComponentProps } from 'react';
import { Field, type FieldProps } from './Form';
import { useAccessSpeech } from './words';

type Named = Omit<FieldProps, 'children'>;

/** A field for one line of text. */
export function TextField({
  name,
  label,
  hint,
  ...input
}: Named & Omit<ComponentProps<'input'>, 'name' | 'id'>) {
  return (
    <Field name={name} label={label} hint={hint}>
      {(tied) => <input className="line" {...input} {...tied} />}
    </Field>
  );
}

interface PasswordProps extends Named {
  autoComplete: 'current-password' | 'new-password';
}

/** A password; whoever wants to see what they typed can. */
export function PasswordField({ autoComplete, ...named }: PasswordProps) {
  const { own } = useAccessSpeech();
  const [isShown, setShown] = useState(false);
  return (
    <Field {...named}>
      {(tied) => (
        <div className="secretly">
          <input
            className="line"
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={1000}
            {...tied}
          />
          <button
            type="button"
            className="btn"
            aria-controls={tied.id}
            onClick={() => setShown((now) => !now)}
          >
            {isShown ? own.hidePassword : own.showPassword}
          </button>
        </div>
      )}
    </Field>
  );
}

/** A new password, with its rules told before they are broken. */
export function NewPasswordField() {
  const { own } = useAccessSpeech();
  return (
    <PasswordField
      name="password"
      label={own.newPassword}
      hint={own.passwordRules}
      autoComplete="new-password"
    />
  );
}

export const LEAST = 12;

/** For password managers: whose password this is. */
export function KnownLogin({ login }: { login: string }) {
  return <input className="vh" autoComplete="username" value={login} readOnly tabIndex={-1} aria-hidden />;
}

interface ChoiceProps extends Named {
  /** Values with their words. */
  options: readonly (readonly [string, string])[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
}

/** One of several. */
export function Choice({ options, onChange, value, defaultValue, ...named }: ChoiceProps) {
  const held = value === undefined ? { defaultValue } : { value };
  return (
    <Field {...named}>
      {(tied) => (
        <select className="line" {...tied} {...held} onChange={(event) => onChange?.(event.target.value)}>
          {options.map(([code, word]) => (
            <option key={code} value={code}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
