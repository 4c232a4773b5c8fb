import type { IndicatorPageView } from '../../server/publish/indicator.view';
import { useAuthority } from '../pages/authority';
import { bound } from '../words';
import { measures } from './measure';
import { useIndicatorSpeech } from './words';

/** One indicator of one authority, with everything that is needed to speak of it. */
export function useWhole(page: IndicatorPageView) {
  const { formats, own, words } = useIndicatorSpeech();
  const { name } = useAuthority();
  const { indicator, meta } = page;
  const authority = { code: page.authority, name: name ?? page.authority };
  const label = bound(indicator.label[formats.language]);
  return {
    own,
    words,
    formats,
    authority: authority.name,
    label,
    m: measures(indicator.unit, formats, own),
    /** The small facts that every chart of the page ends with. */
    run: [
      own.chips.asOf(formats.day(meta.as_of)),
      own.chips.method(meta.method),
      own.chips.snapshot(meta.snapshot),
    ],
    origin: { code: indicator.code, title: label, meta },
  };
}

export type Whole = ReturnType<typeof useWhole>;
