import { useIntakeSpeech } from './words';

interface Props {
  label: string;
  cells: string[];
  valueOf: (cell: string) => string;
  options: readonly (readonly [string, string])[];
  onChange: (cell: string, code: string) => void;
}

/** What each value of a column means. */
export function CodesTable({ label, cells, valueOf, options, onChange }: Props) {
  const { intake } = useIntakeSpeech();
  return (
    <table className="tbl codes">
      <caption className="vh">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{intake.cell}</th>
          <th scope="col">{intake.code}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={cell}>
            <th scope="row">{cell}</th>
            <td>
              <select
                className="line"
                aria-label={`${intake.code}: ${cell}`}
                value={valueOf(cell)}
                onChange={({ target: { value } }) => onChange(cell, value)}
              >
                {options.map(([code, word]) => (
                  <option key={code} value={code}>
                    {word}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
