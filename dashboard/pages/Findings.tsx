import { Link } from '@tanstack/react-router';
import type { FindingView, OverviewView } from '../../server/publish/overview.view';
import { Title } from '../language';
import { useOverviewSpeech } from './overviewWords';

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
            <Finding key={one.rule} one={one} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Finding({ one }: { one: FindingView }) {
  const { words, formats } = useOverviewSpeech();
  const { findings, consultations } = words.overview;
  const more = one.total - one.consultations.length;
  return (
    <li>
      <p>
        <b>{consultations(one.total)}:</b> {one.label[formats.language]}.
      </p>
      <p className="which">
        {one.consultations.map(({ code, title }, i) => (
          <span key={code}>
            {i > 0 && '; '}
            <Link to="/konsultacje/$kod" params={{ kod: code }}>
              <Title title={title} code={code} />
            </Link>
          </span>
        ))}
        {more > 0 && ` ${findings.more(more)}`}
      </p>
      <p>{findings.rule(one.rule)}</p>
    </li>
  );
}
