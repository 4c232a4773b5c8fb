import type { SurveyItemView } from '../../server/publish/survey.view';
import { inLanguage } from '../language';
import { Answers } from './AnswerTable';
import { BreakdownTable } from './BreakdownTable';
import { sayings } from './say';
import { Waves } from './Waves';
import { useSurveySpeech } from './words';

/** Every question as it was asked, with its base, its answers, and what is asked of them. */
export function Items({ items }: { items: SurveyItemView[] }) {
  const { own } = useSurveySpeech();
  return (
    <section className="items">
      <div className="sec">
        <h2>{own.items.title}</h2>
        <p>{own.items.note}</p>
      </div>
      {items.map((item) => (
        <Item key={item.code} item={item} />
      ))}
    </section>
  );
}

function Item({ item }: { item: SurveyItemView }) {
  const { own, formats } = useSurveySpeech();
  const asked = inLanguage(item.text, formats.language);
  const name = asked?.text ?? item.code;
  const id = `p-${item.position}`;
  return (
    <article className="item" aria-labelledby={id}>
      <h3 id={id}>
        <code>{item.code}</code> <span lang={asked?.lang}>{name}</span>
      </h3>
      <Base item={item} />
      {item.hidden && <p className="tnote">{own.items.hidden[item.hidden]}</p>}
      <Mean item={item} />
      <Answers item={item} name={name} />
      {item.breakdown && <BreakdownTable item={item} breakdown={item.breakdown} />}
      {item.waves.length > 0 && <Waves points={item.waves} />}
    </article>
  );
}

/** Of how many, and how many gave no answer, by kind. */
function Base({ item: { base, n, missing, reversed } }: { item: SurveyItemView }) {
  const { own, formats } = useSurveySpeech();
  if (base === null || n === null || !missing) return null;
  const kinds = Object.entries(own.items.silent) as [keyof typeof missing, string][];
  const silent = kinds
    .filter(([kind]) => missing[kind] > 0)
    .map(([kind, word]) => `${word}: ${formats.number(missing[kind])}`);
  return (
    <>
      <p className="base">{[own.items.base(base, n), ...silent].join('; ')}</p>
      {reversed && <p className="tnote">{own.items.reversed}</p>}
    </>
  );
}

function Mean({ item: { mean, unweighted_mean } }: { item: SurveyItemView }) {
  const { own, formats } = useSurveySpeech();
  const say = sayings(formats, own);
  if (!mean) return null;
  const weighted = own.items.mean(say.whole(mean, say.mean));
  const isSame = unweighted_mean === null || say.mean(unweighted_mean) === say.mean(mean.estimate);
  return <p>{isSame ? weighted : `${weighted}, ${own.items.unweighted(say.mean(unweighted_mean))}`}</p>;
}
