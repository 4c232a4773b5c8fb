import { useState } from 'react';
import type { SecondCodingView } from '../../server/intake/coding.view';
import type { SavedView } from '../../server/intake/record.view';
import { Head } from '../access/Head';
import { useLive } from '../access/live';
import { change } from '../access/session';
import { stringifySearch } from '../address';
import { inLanguage } from '../language';
import { Pending } from '../pages/Waiting';
import { useUnsaved } from '../unsaved';
import { type DeskProps, Modes } from './CodingPage';
import { Desk } from './Desk';
import { type Drafts, useDrafts } from './drafts';
import { Bars } from './Progress';
import { useCodingSpeech } from './words';

/** Second codes of the drawn contributions; what the first coder said is not there to be seen. */
export function SecondDesk({ consultation, authority }: DeskProps) {
  const { coding, formats } = useCodingSpeech();
  const address = `/api/v1/coding/${encodeURIComponent(consultation)}/second${stringifySearch({ authority })}`;
  const { data, error, reload } = useLive<SecondCodingView>(address);
  const [at, setAt] = useState(0);
  const { drafts, give, settle } = useDrafts();
  useUnsaved(Object.keys(drafts).length > 0, coding.leave);
  if (!data)
    return (
      <>
        <Head title={coding.title} />
        <Modes consultation={consultation} isSecond />
        <Pending of={{ error, retry: () => void reload() }} rows={8} />
      </>
    );
  const { drawn, total, own } = data.meta;
  const items = data.items.map((item) => ({ ...item, cluster: null }));
  const save = async () => {
    const receipt = await change<SavedView>('POST', address, { codings: codingsOf(drafts) });
    settle(drafts, new Set(receipt.issues.flatMap(({ record }) => record ?? [])));
    await reload();
    return receipt;
  };
  const coded = items.filter(({ outcome, rationale_quality }) => outcome ?? rationale_quality).length;
  return (
    <>
      <Head title={coding.titleOf(inLanguage(data.title, formats.language)?.text ?? consultation)} />
      <Modes consultation={consultation} isSecond />
      <p className="text">
        {coding.blind(drawn, total)} {own > 0 && coding.ownOnes(own)}
      </p>
      <Desk
        items={items}
        at={Math.min(at, items.length - 1)}
        before={0}
        total={items.length}
        hasCluster={false}
        drafts={drafts}
        give={give}
        move={setAt}
        save={save}
      />
      <Bars of={[[coding.coded, coded, items.length]]} />
    </>
  );
}

const codingsOf = (drafts: Drafts) =>
  Object.entries(drafts).map(([contribution, { outcome, rationale_quality }]) => ({
    contribution,
    outcome,
    rationale_quality,
  }));
