import type { DatasetView } from '../../server/publish/dataset.view';
import { Mark } from '../pages/marks';
import { CopyButton } from './CopyButton';
import { snippetsOf } from './snippets';
import { useDataSpeech } from './words';

/** How to read the data set by program. */
export function Snippets({ dataset }: { dataset: DatasetView }) {
  const { own } = useDataSpeech();
  const { open, titles, check, copy } = own.snippets;
  const file = dataset.files.find(({ format }) => format === 'csv');
  if (!file) return null;
  return (
    <details className="fold">
      <summary>
        <Mark shape="right" />
        {open}
      </summary>
      {snippetsOf(file, dataset.code, location.origin, check).map(({ language, code }) => (
        <div key={language} className="snippet">
          <h3>{titles[language]}</h3>
          <pre>
            <code>{code}</code>
          </pre>
          <CopyButton text={code} name={copy} of={titles[language]} />
        </div>
      ))}
    </details>
  );
}
