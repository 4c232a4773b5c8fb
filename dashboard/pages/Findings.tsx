import { Link } from '@tanstack/react-router';
import type { FindingView, OverviewView } from '../../server/publish/overview.view';
import { inLanguage } from '../language';
import { useOverviewSpeech } from './overviewWords';

/** Links of one finding; the rest is in the table below. */
const MOST = 6;

/** What asks for a decision, with the rule that says so and the consultations it speaks of. */
export function Findings({ view }: { view: OverviewView }) {
  const { words } = useOverviewSpeech();
  const { findings } = words.overview;
  return (
    <div className="c5 findings-of">
      <div className="sec">
        <h2>{findings.title}</h2>
      </div>
      {view.findings.length === 0 ? (
        <p className="text">{findings.none}</p>
      ) : (
        <ol className="list find">
          {view.findings.map((one) => (
            <Finding key={one.rule} one={one} view={view} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Finding({ one, view }: { one: FindingView; view: OverviewView }) {
  const { words, formats } = useOverviewSpeech();
  const { findings, consultations } = words.overview;
  const more = one.consultations.length - MOST;
  return (
    <li>
      <p>
        <b>{consultations(one.consultations.length)}:</b> {one.label[formats.language]}.
      </p>
      <p className="which">
        {one.consultations.slice(0, MOST).map((code, i) => (
          <span key={code}>
            {i > 0 && '; '}
            <Link to="/konsultacje/$kod" params={{ kod: code }}>
              <Name code={code} view={view} />
            </Link>
          </span>
        ))}
        {more > 0 && ` ${findings.more(more)}`}
      </p>
      <p>{findings.rule(one.rule)}</p>
    </li>
  );
}

function Name({ code, view }: { code: string; view: OverviewView }) {
  const { formats } = useOverviewSpeech();
  const title = view.consultations.find((one) => one.code === code)?.title;
  const known = title && inLanguage(title, formats.language);
  return known ? <span lang={known.lang}>{known.text}</span> : <>{code}</>;
}
