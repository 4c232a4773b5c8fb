import { Choice, TextField } from '../access/controls';
import { choicesOf, type Option, textOf } from './read-options';
import { useIntakeSpeech } from './words';

/** One way of reading: a choice where there are few, else a field. */
export function ReadOption({ option, value }: { option: Option; value: unknown }) {
  const { intake } = useIntakeSpeech();
  const label = intake.options[option] ?? option;
  const [choices, text] = [choicesOf(option), textOf(value)];
  if (choices.length === 0)
    return <TextField name={option} label={label} defaultValue={text} autoComplete="off" />;
  const known = text === '' || choices.includes(text) ? choices : [text, ...choices];
  return (
    <Choice
      name={option}
      label={label}
      defaultValue={text}
      options={[['', intake.auto], ...known.map((code) => [code, intake.choices[code] ?? code] as const)]}
    />
  );
}
