import type { ImportPreview } from '../../server/intake/imports/import.view';
import { useIntakeSpeech } from './words';

const COLUMNS = 60;

/** The first rows as they were read, each with its line in the file. */
export function FirstRows({ preview }: { preview: ImportPreview }) {
  const { intake } = useIntakeSpeech();
  const { header, rows, lines, broken } = preview;
  const shown = header.slice(0, COLUMNS);
  return (
    <section>
      <div className="sec">
        <h2>{intake.firstRows(rows.length)}</h2>
        <p>{intake.columnsCount(header.length)}</p>
      </div>
      {/* what scrolls has to be reached by keys */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="beginning" aria-label={intake.firstRows(rows.length)} tabIndex={0}>
        <table className="tbl">
          <caption className="vh">{intake.firstCaption(intake.columnsCount(header.length))}</caption>
          <thead>
            <tr>
              <th scope="col">{intake.line}</th>
              {shown.map((name, i) => (
                <th key={i} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, i) => (
              <tr key={lines[i]}>
                <th scope="row">{lines[i]}</th>
                {shown.map((_name, at) => (
                  <td key={at}>{cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {broken.length > 0 && <p className="tnote">{intake.broken(broken.length)}</p>}
    </section>
  );
}
