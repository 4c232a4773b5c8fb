import type { ConsultationCard } from '../../server/publish/card.view';
import { useLabels } from '../language';
import { useCardSpeech } from './cardWords';
import { groupOf, GROUPS, useShownFact, type Group } from './facts';
import { Heads } from './Heads';
import { Mark } from './marks';

interface Counted {
  group: Group;
  fields: string[];
  missing: string[];
}

/** How many facts the record holds and which it lacks; a lack accuses nobody. */
export function NotRecorded({ card }: { card: ConsultationCard }) {
  const { words } = useCardSpeech();
  const labels = useLabels();
  const fields = labels.fields('consultation');
  const lacking = new Set(card.not_recorded);
  const counted: Counted[] = GROUPS.map((group) => {
    const names = fields.filter((field) => groupOf(field) === group).map(({ name }) => name);
    return { group, fields: names, missing: names.filter((name) => lacking.has(name)) };
  });
  const all = fields.length;
  return (
    <section>
      <div className="sec">
        <h2>{words.gaps.title}</h2>
        <p>{words.gaps.share(all - counted.reduce((sum, { missing }) => sum + missing.length, 0), all)}</p>
      </div>
      <p className="text">{words.gaps.lead}</p>
      <GroupTable counted={counted} />
      <details className="fold">
        <summary>
          <Mark shape="right" />
          {words.gaps.everything(all)}
        </summary>
        <AllFacts card={card} counted={counted} />
      </details>
    </section>
  );
}

function GroupTable({ counted }: { counted: Counted[] }) {
  const { words, formats } = useCardSpeech();
  const labels = useLabels();
  const { columns } = words.gaps;
  return (
    <table className="tbl cards gaps">
      <caption className="vh">{words.gaps.title}</caption>
      <Heads of={[columns.group, columns.known, words.gaps.missing]} />
      <tbody>
        {counted.map(({ group, fields, missing }) => (
          <tr key={group}>
            <th scope="row">
              <b>{words.gaps.groups[group]}</b>
            </th>
            <td className="known">
              {words.gaps.known(fields.length - missing.length, fields.length)}
              <Share part={fields.length - missing.length} whole={fields.length} />
            </td>
            <td className="full">
              {missing.length === 0
                ? words.gaps.complete
                : missing
                    .map((name) => nameWithin(group, labels.field(name)))
                    .sort(formats.collator.compare)
                    .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The items of a checklist need not repeat its name. */
const nameWithin = (group: Group, label: string) =>
  group === 'announcement' || group === 'accessibility' ? label.replace(/^[^:]+: /, '') : label;

/** The recorded part of a group, one small box a fact. */
function Share({ part, whole }: { part: number; whole: number }) {
  const step = 100 / whole;
  return (
    <svg className="share" aria-hidden="true">
      {Array.from({ length: whole }, (_, i) => (
        <rect
          key={i}
          className={i < part ? 'k' : undefined}
          x={`${i * step}%`}
          width={`${step * 0.72}%`}
          y="1"
          height="8"
        />
      ))}
    </svg>
  );
}

function AllFacts({ card, counted }: { card: ConsultationCard; counted: Counted[] }) {
  const { words } = useCardSpeech();
  const labels = useLabels();
  const shown = useShownFact(card);
  const { columns } = words.gaps;
  return (
    <table className="tbl pairs">
      <caption>{words.gaps.caption}</caption>
      <Heads of={[columns.field, columns.value]} />
      <tbody>
        {counted
          .flatMap(({ fields }) => fields)
          .map((name) => {
            const value = shown(name);
            return (
              <tr key={name}>
                <th scope="row">{labels.field(name)}</th>
                <td className={value === null ? 'none' : undefined}>{value ?? words.notRecorded}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
