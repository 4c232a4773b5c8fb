import type { Label } from '../../contracts/field';
import { isFull, isOutOfReach } from '../../store/fault';
import { Refusal } from '../../store/home';

/** What an error that ended an import says to whoever began it. Nothing of the file was written. */
export function refusalOf(error: unknown, id: string): Label {
  if (error instanceof Refusal) return { pl: error.pl, en: error.en };
  if (isFull(error)) return FULL;
  if (isOutOfReach(error)) return LOST;
  return {
    pl: `Coś zawiodło po naszej stronie; nic nie zapisano. Błąd jest w dzienniku pod numerem ${id}`,
    en: `Something failed on our side; nothing was written. The error is in the log under ${id}`,
  };
}

const FULL: Label = {
  pl: 'Na dysku serwera zabrakło miejsca; nic nie zapisano. Zwolnij miejsce i zacznij jeszcze raz',
  en: 'The disk of the server is full; nothing was written. Make room and begin again',
};
const LOST: Label = {
  pl: 'Utracono połączenie z bazą danych; nic nie zapisano. Zacznij jeszcze raz',
  en: 'The connection to the database was lost; nothing was written. Begin again',
};
