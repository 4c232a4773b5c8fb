import { useId, useRef, useState, type ReactNode } from 'react';
import { Form, type Given, type Wrong } from './Form';

interface Props {
  /** The word on the button that asks, and on the one that does it. */
  label: string;
  /** What the button is about, for whoever cannot see the row it stands in. */
  of?: string;
  title: string;
  text: string;
  act: (given: Given) => Promise<unknown>;
  check?: (given: Given) => Wrong;
  children?: ReactNode;
}

/** A button that asks again before it does what cannot be undone. Esc and the other button leave all as it is. */
export function Confirm({ label, of, title, text, act, check, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => dialog.current?.close();
  return (
    <>
      <button
        type="button"
        className="btn small"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        {label}
        {of && <span className="vh">: {of}</span>}
      </button>
      <dialog
        className="ask"
        ref={dialog}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        onClose={() => setOpen(false)}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-text`}>{text}</p>
        {isOpen && (
          <Form
            submit={label}
            check={check}
            onCancel={close}
            act={async (given) => {
              await act(given);
              close();
            }}
          >
            {children}
          </Form>
        )}
      </dialog>
    </>
  );
}
