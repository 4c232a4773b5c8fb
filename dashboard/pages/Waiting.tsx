import type { Answer } from '../answers';
import { Refused } from '../api';
import { useSpeech } from '../language';
import type { Language } from '../words';
import type { Words } from '../words.pl';
import { Mark } from './marks';

/** The shape of what is to come, seen only if it takes longer than a blink. */
export function Waiting({ rows, height = 40 }: { rows: number; height?: number | undefined }) {
  const { words } = useSpeech();
  return (
    <output className="wait">
      <span className="vh">{words.loading}</span>
      {Array.from({ length: rows }, (_, i) => (
        <i key={i} style={{ height: height - 14, marginBlock: 14, width: `${100 - ((i * 17) % 40)}%` }} />
      ))}
    </output>
  );
}

interface PendingProps {
  of: Pick<Answer<unknown>, 'error' | 'retry'>;
  rows: number;
  height?: number;
}

/** Stands in for what is not there yet: its shape, or why it will not come. */
export function Pending({ of: { error, retry }, rows, height }: PendingProps) {
  return error ? <Failure error={error} onRetry={retry} /> : <Waiting rows={rows} height={height} />;
}

/** What failed, why in the words of the server, and the way to try again. */
function Failure({ error, onRetry }: { error: Error; onRetry: () => unknown }) {
  const { words, formats } = useSpeech();
  const { text, lang } = reasonOf(error, formats.language, words);
  return (
    <div className="fail" role="alert">
      <b>
        <Mark shape="square" />
        {words.failed}
      </b>
      <p lang={lang}>{text}</p>
      <p>
        <button type="button" className="btn" onClick={onRetry}>
          {words.retry}
        </button>
      </p>
    </div>
  );
}

/** The sentence of the server in the page's language, or in Polish and then marked so. */
export function reasonOf(error: Error, language: Language, words: Words): { text: string; lang?: Language } {
  if (!(error instanceof Refused)) return { text: words.failedBecause };
  const { detail, detail_en } = error.problem;
  if (language === 'pl') return { text: detail ?? error.message };
  if (detail_en) return { text: detail_en };
  return detail ? { text: detail, lang: 'pl' } : { text: error.message };
}
