import { useEffect, useRef, type ReactNode } from 'react';
import { useDocumentTitle } from '../pages/authority';

interface Props {
  title: string;
  /** A title that states something is set in the other voice. */
  isSentence?: boolean;
  children?: ReactNode;
}

/** The head of a page outside the main menu. */
export function Head({ title, isSentence = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(title);
  useEffect(() => {
    // the script of these pages comes after the change of page was told: the heading takes the focus itself
    const { __TSR_index: step = 0 } = (history.state ?? {}) as { __TSR_index?: number };
    if (step > 0 && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="head">
      <h1 className={isSentence ? 'say' : 'name'} tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </div>
  );
}
