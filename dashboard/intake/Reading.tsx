import { useState, type FormEvent } from 'react';
import type { ImportPreview } from '../../server/intake/imports/import.view';
import { Alarm } from '../access/Alarm';
import type { Refused } from '../api';
import { Mark } from '../pages/marks';
import type { Mapping } from './mapping';
import { ReadOption } from './ReadOption';
import { OPTIONS, type Option, optionsFor, readerFor, valueOf } from './read-options';
import { useIntakeSpeech } from './words';

interface Props {
  preview: ImportPreview;
  mapping: Mapping;
  read: (options: Mapping['read']) => void;
  error: Error | undefined;
}

/** How a file was read, what is not certain of it, and every way to read it otherwise. */
export function Reading({ preview, mapping, read, error }: Props) {
  const { intake } = useIntakeSpeech();
  const { doubts } = preview;
  const asked = doubts.map(({ about }) => about as Option);
  return (
    <section>
      <div className="sec">
        <h2>{intake.readTitle}</h2>
        <p>{intake.readNote}</p>
      </div>
      <Alarm error={error ?? null} />
      <Dialect preview={preview} />
      {asked.length > 0 && <Doubts preview={preview} />}
      <OptionsForm
        key={JSON.stringify(mapping.read)}
        options={asked.length > 0 ? [...new Set(asked)] : []}
        reader={preview.reader}
        given={mapping.read}
        read={read}
      />
    </section>
  );
}

interface UnreadableProps {
  file: string;
  error: Refused;
  /** How it was read. */
  given: Mapping['read'];
  read: Props['read'];
}

/** Why a file cannot be read, and every way to read it otherwise. */
export function Unreadable({ file, error, given, read }: UnreadableProps) {
  const { intake } = useIntakeSpeech();
  return (
    <section>
      <div className="sec">
        <h2>{intake.unreadable}</h2>
        <p>{intake.unreadableNote}</p>
      </div>
      <Alarm error={error} />
      <OptionsForm
        key={JSON.stringify(given)}
        options={[]}
        reader={readerFor(file)}
        given={given}
        read={read}
      />
    </section>
  );
}

function Doubts({ preview: { doubts } }: { preview: ImportPreview }) {
  const { intake, formats } = useIntakeSpeech();
  return (
    <div className="alarm" role="alert">
      <Mark shape="square" />
      <div>
        <p className="strong">{intake.doubts}</p>
        <ul className="dots">
          {doubts.map((doubt) => (
            <li key={doubt.about + doubt.en}>{doubt[formats.language]}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Dialect({ preview: { dialect, reader } }: { preview: ImportPreview }) {
  const { batch, intake } = useIntakeSpeech();
  const facts = Object.entries(dialect).filter(([, value]) => value !== null && value !== undefined);
  return (
    <dl className="facts reading">
      <Fact name={intake.options['format']!} value={reader === 'delimited' ? 'CSV' : reader.toUpperCase()} />
      {facts.map(([name, value]) => (
        <Fact
          key={name}
          name={batch.dialect[name] ?? name}
          value={batch.signs[String(value)] ?? String(value)}
        />
      ))}
    </dl>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

interface FormProps {
  /** Those that have to be settled stand open. */
  options: Option[];
  reader: string;
  given: Mapping['read'];
  read: (options: Mapping['read']) => void;
}

function OptionsForm({ options, reader, given, read }: FormProps) {
  const { intake } = useIntakeSpeech();
  const [isOpen, setOpen] = useState(false);
  const more = optionsFor(reader).filter((option) => !options.includes(option));
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const kept = Object.entries(given).filter(([name]) => !form.has(name));
    const named = OPTIONS.flatMap((option) => {
      const value = valueOf(option, String(form.get(option) ?? ''));
      return value === undefined ? [] : [[option, value] as const];
    });
    read(Object.fromEntries([...kept, ...named]));
  };
  return (
    <form className="form cols reread" onSubmit={send}>
      {options.map((option) => (
        <ReadOption key={option} option={option} value={given[option]} />
      ))}
      <details className="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Mark shape="right" />
          {intake.change}
        </summary>
        {isOpen && (
          <div className="cols">
            {more.map((option) => (
              <ReadOption key={option} option={option} value={given[option]} />
            ))}
          </div>
        )}
      </details>
      {(isOpen || options.length > 0) && (
        <p className="btns">
          <button type="submit" className="btn">
            {intake.reread}
          </button>
        </p>
      )}
    </form>
  );
}
