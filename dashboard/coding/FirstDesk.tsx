import { useState } from 'react';
import type { CodingView } from '../../server/intake/coding.view';
import { one, useAddress } from '../access/address';
import { Head } from '../access/Head';
import { useLive } from '../access/live';
import { stringifySearch } from '../address';
import { inLanguage } from '../language';
import { Pending } from '../pages/Waiting';
import { useSender } from '../records/sending';
import { useUnsaved } from '../unsaved';
import { Agreement } from './Agreement';
import { type DeskProps, Modes } from './CodingPage';
import { Desk } from './Desk';
import { type Drafts, useDrafts } from './drafts';
import { Progress } from './Progress';
import { useCodingSpeech } from './words';

/** The last contribution of a page, however many there are. */
const LAST = -1;

/** First codes: proposal, outcome and quality of the rationale of every contribution, a page at a time. */
export function FirstDesk({ consultation, authority }: DeskProps) {
  const { coding, formats } = useCodingSpeech();
  const [{ strona }, go] = useAddress((raw) => ({ strona: one(raw, 'strona') }));
  const page = Math.max(1, Number(strona) || 1);
  const address = `/api/v1/coding/${encodeURIComponent(consultation)}${stringifySearch({ authority, page })}`;
  const { data, error, reload } = useLive<CodingView>(address);
  const [index, setIndex] = useState(0);
  const { drafts, give, settle } = useDrafts();
  const post = useFirstCodes({ consultation, authority });
  useUnsaved(Object.keys(drafts).length > 0, coding.leave, leavesDesk);
  if (!data)
    return (
      <Head title={coding.title}>
        <Pending of={{ error, retry: () => void reload() }} rows={8} />
      </Head>
    );
  const { items, meta } = data;
  const move = (to: number) => {
    const isBeyond = to < 0 || to >= items.length;
    if (isBeyond) go({ strona: String(page + (to < 0 ? -1 : 1)) });
    setIndex(to < 0 ? LAST : isBeyond ? 0 : to);
  };
  const save = async () => {
    const receipt = await post(drafts);
    settle(drafts, new Set(receipt.issues.flatMap(({ record }) => record ?? [])));
    await reload();
    return receipt;
  };
  const title = inLanguage(data.title, formats.language)?.text ?? consultation;
  return (
    <>
      <Head title={coding.titleOf(title)} />
      <Modes consultation={consultation} isSecond={false} />
      <Desk
        items={items}
        at={index === LAST ? items.length - 1 : Math.min(index, items.length - 1)}
        before={(page - 1) * meta.per_page}
        total={meta.total}
        hasCluster
        drafts={drafts}
        give={give}
        move={move}
        save={save}
      />
      <Progress meta={meta} />
      <Agreement agreement={data.agreement} meta={meta} />
    </>
  );
}

/** Sends first codes: fields of contributions, these and no others. */
function useFirstCodes({ consultation, authority }: DeskProps) {
  const { coding } = useCodingSpeech();
  const post = useSender();
  return (drafts: Drafts) =>
    post(
      Object.entries(drafts).map(([code, given]) => ({ code, consultation, ...given })),
      { type: 'contribution', authority, reason: coding.reason, isDryRun: false },
    );
}

/** Another page of the same desk keeps what was given. */
const leavesDesk: Parameters<typeof useUnsaved>[2] = (from, to) =>
  from.pathname !== to.pathname ||
  ['org', 'drugie'].some((key) => valueIn(from.search, key) !== valueIn(to.search, key));

const valueIn = (search: string, key: string) => new URLSearchParams(search).get(key);
