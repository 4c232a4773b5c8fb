import { useSpeech } from '../language';

interface Props {
  items: string[];
  isProvisional?: boolean | undefined;
  /** The word of the chip, where it is another one. */
  word?: string;
}

/** The line of small facts at a number: its base, its day, its method, and whether it may still change. */
export function Chips({ items, isProvisional, word }: Props) {
  const { words } = useSpeech();
  if (items.length === 0 && !isProvisional) return null;
  return (
    <p className="meta">
      {items.map((item) => (
        <span key={item}>{item}</span>
      ))}
      {isProvisional && <span className="chip prov">{word ?? words.chart.provisional}</span>}
    </p>
  );
}
