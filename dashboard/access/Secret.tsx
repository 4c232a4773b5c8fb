import { useEffect, useRef, useState, type ReactNode } from 'react';
import { copyText } from '../copy';
import { useAccessSpeech } from './words';

interface Props {
  title: string;
  /** That it is shown this once, and what it is for. */
  text: string;
  secret: string;
  copy: string;
  children?: ReactNode;
}

/** Something that is told once: it takes the focus, and can be copied. Needs the secret as its key. */
export function Secret({ title, text, secret, copy, children }: Props) {
  const { own } = useAccessSpeech();
  const [said, say] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="told">
      <h3 tabIndex={-1} ref={heading}>
        {title}
      </h3>
      <p>{text}</p>
      <pre>
        <code>{secret}</code>
      </pre>
      <p className="btns">
        <button
          type="button"
          className="btn"
          onClick={() =>
            void copyText(secret).then(
              () => say(own.copied),
              () => say(own.notCopied),
            )
          }
        >
          {copy}
        </button>
        <output className="done">{said}</output>
      </p>
      {children}
    </div>
  );
}
