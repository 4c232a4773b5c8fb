import { useId } from 'react';
import { SORTS, type ListSearch, type Sort } from '../address';
import { useSpeech } from '../language';
import type { Choose } from './ConsultationsPage';

/** The order of the list. */
export function Sorting({ value, choose }: { value: ListSearch['sort']; choose: Choose }) {
  const { words } = useSpeech();
  const id = useId();
  const sort = (wanted: string) => {
    const known = SORTS.find((one) => one === wanted);
    choose((now) => ({ ...now, sort: known === '-last_day' ? undefined : known }));
  };
  return (
    <div className="sorting">
      <label htmlFor={id}>{words.list.sort}</label>
      <select id={id} value={value ?? SORTS[0]} onChange={(event) => sort(event.target.value)}>
        {SORTS.map((one: Sort) => (
          <option key={one} value={one}>
            {words.list.sorts[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
