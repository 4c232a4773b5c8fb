import type { ImportListView, ImportView } from '../../server/intake/imports/import.view';
import { addressOf } from '../access/address';
import { Confirm } from '../access/Confirm';
import { useLive } from '../access/live';
import { Heads } from '../pages/Heads';
import { Pending } from '../pages/Waiting';
import { forget } from './calls';
import { useIntakeSpeech } from './words';

/** The files that one brought within a day. */
export function MyImports() {
  const { intake } = useIntakeSpeech();
  const { data, error, reload } = useLive<ImportListView>('/api/v1/imports');
  if (!data) return <Pending of={{ error, retry: () => void reload() }} rows={3} />;
  if (data.items.length === 0) return null;
  return (
    <section>
      <div className="sec">
        <h2>{intake.mine}</h2>
      </div>
      <table className="tbl cards">
        <caption>{intake.mineCaption}</caption>
        <Heads of={Object.values(intake.mineColumns)} />
        <tbody>
          {data.items.map((one) => (
            <Row key={one.id} of={one} reload={reload} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ of, reload }: { of: ImportView; reload: () => Promise<void> }) {
  const { intake, formats } = useIntakeSpeech();
  const { mineColumns: heads } = intake;
  return (
    <tr>
      <th scope="row">
        <a href={`${addressOf('wczytaj')}?plik=${of.id}`}>{of.file}</a>
      </th>
      <td data-l={heads.at}>{formats.instant(of.created_at)}</td>
      <td data-l={heads.state}>{intake.states[of.batch === null ? of.state : 'taken']}</td>
      <td data-l={heads.act}>
        {of.state !== 'running' && (
          <Confirm
            label={intake.forget}
            of={of.file}
            title={intake.forgetTitle}
            text={intake.forgetText}
            act={async () => {
              await forget(of.id);
              await reload();
            }}
          />
        )}
      </td>
    </tr>
  );
}
