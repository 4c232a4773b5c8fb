import { Link } from '@tanstack/react-router';
import type { AuditLineView } from '../../server/access/audit.view';
import { Heads } from '../pages/Heads';
import { Mark } from '../pages/marks';
import { Details } from './Details';
import { useAuditSpeech } from './words';

/** Lines of the log. */
export function AuditTable({ items }: { items: AuditLineView[] }) {
  const { log } = useAuditSpeech();
  return (
    <table className="tbl cards log">
      <caption>{log.caption}</caption>
      <Heads of={Object.values(log.columns)} />
      <tbody>
        {items.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line }: { line: AuditLineView }) {
  const { log, formats } = useAuditSpeech();
  const { columns } = log;
  return (
    <tr>
      <th scope="row">{formats.instant(line.at)}</th>
      <td data-l={columns.who} className="full">
        {whoOf(line, log)} {line.address && <small>{line.address}</small>}
      </td>
      <td data-l={columns.action} className="full">
        {log.actions[line.action]}{' '}
        {line.object && (
          <small>
            <Thing name={line.object} />
          </small>
        )}
      </td>
      <td data-l={columns.outcome} className="full">
        {line.refused ? (
          <span className="mk bad">
            <Mark shape="square" />
            {log.refused}
          </span>
        ) : (
          log.done
        )}
      </td>
      <td data-l={columns.detail} className="full">
        <Details line={line} />
      </td>
    </tr>
  );
}

type Log = ReturnType<typeof useAuditSpeech>['log'];

function whoOf({ actor, person_id, login, token_id }: AuditLineView, log: Log): string {
  const person = person_id === null ? null : (login ?? log.personNo(person_id));
  if (actor === 'token' && token_id !== null)
    return [log.tokenNo(token_id), person].filter(Boolean).join(', ');
  return person ?? log.actors[actor];
}

/** What it was done to: a person, a token or a batch by number, or an address of the API. */
function Thing({ name }: { name: string }) {
  const { log } = useAuditSpeech();
  const [, kind = '', id = ''] = /^(\w+) (\d+)$/.exec(name) ?? [];
  const word = log.objects[kind];
  if (word === undefined) return <code>{name}</code>;
  const text = `${word} ${id}`;
  if (kind === 'batch')
    return (
      <Link to="/zasilanie/$partia" params={{ partia: id }}>
        {text}
      </Link>
    );
  if (kind !== 'person') return <>{text}</>;
  return (
    <Link to="/$" params={{ _splat: 'osoby' }} search={{ osoba: id } as object}>
      {text}
    </Link>
  );
}
