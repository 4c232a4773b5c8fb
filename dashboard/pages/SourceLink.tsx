import { useSpeech } from '../language';

/** A link out of the observatory; only addresses of the web become links, anything else stays text. */
export function SourceLink({ href, text }: { href: string; text?: string }) {
  const { words } = useSpeech();
  if (!/^https?:\/\//i.test(href)) return <>{href}</>;
  return (
    <a className={text ? 'shown' : undefined} href={href} rel="noopener noreferrer" title={words.external}>
      {text ?? href}
    </a>
  );
}
