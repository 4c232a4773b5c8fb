import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { useSpeech } from '../language';
import { Mark } from './marks';

interface Props {
  value: string;
  onSearch: (text: string, quiet: boolean) => void;
}

const PAUSE_MS = 300;

/** Full-text search by what is typed, without a button. */
export function SearchBox(props: Props) {
  const { words } = useSpeech();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { text, setText, send, rest } = useTyping(props);
  return (
    <search>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          send(text);
        }}
      >
        <label htmlFor={id}>{words.list.search}</label>
        <div className="field">
          <input
            ref={input}
            id={id}
            type="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            aria-describedby={`${id}-hint`}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={rest}
          />
          {text !== '' && <Clear onClear={() => setText('')} input={input} />}
        </div>
        <p className="hint" id={`${id}-hint`}>
          {words.list.searchHint}
        </p>
      </form>
    </search>
  );
}

function Clear({ onClear, input }: { onClear: () => void; input: RefObject<HTMLInputElement | null> }) {
  const { words } = useSpeech();
  return (
    <button
      type="button"
      aria-label={words.list.clearSearch}
      onClick={() => {
        onClear();
        input.current?.focus();
      }}
    >
      <Mark shape="cross" />
    </button>
  );
}

/** What is typed in one go makes one step of the history, not one a letter; going back brings the old text back. */
function useTyping({ value, onSearch }: Props) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const typing = useRef(false);

  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    typing.current = false;
    setText(value);
  }, [value]);

  const send = (typed: string) => {
    const wanted = typed.trim();
    if (wanted === sent.current) return;
    sent.current = wanted;
    onSearch(wanted, typing.current);
    typing.current = true;
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const timer = setTimeout(() => latest.current(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return { text, setText, send, rest: () => (typing.current = false) };
}
