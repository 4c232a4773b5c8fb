import type { LinkView } from '../access/session.view';
import type { Finding, Receipt } from '../intake/receipt';
import type { Reverted } from '../intake/revert';
import type { RefreshAnswer } from '../snapshot/snapshot.controller';
import type { Refusal } from '../store/home';
import type { Work } from './arguments';
import type { UserAct } from './user';
import type { Body } from './run';

const SHOWN = 20;
const polish = () =>
  /^pl/i.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '');

/** The answer of a command for a person, in the language of the terminal. */
export function answer(command: Work, body: Body): string {
  if (command.name === 'user') return userText(command.act, body);
  if (command.name === 'refresh') return refreshText(body as RefreshAnswer);
  // a list of numbers and names reads the same in both languages
  if (command.name === 'retention' || 'doubts' in body) return `${JSON.stringify(body, null, 2)}\n`;
  return command.name === 'revert' ? revertText(body as Reverted) : receiptText(body as Receipt);
}

function userText(act: UserAct, body: Body): string {
  if (act === 'export') return `${JSON.stringify(body, null, 2)}\n`;
  if (act === 'erase') return polish() ? 'Dane osoby usunięto\n' : 'The data of the person are erased\n';
  const { link, ends_at } = body as LinkView;
  const until = ends_at.slice(0, 16).replace('T', ' ');
  return polish()
    ? `Link działa raz, do ${until} UTC; otwórz go pod adresem tej instancji:\n${link}\n`
    : `The link works once, until ${until} UTC; open it at the address of this instance:\n${link}\n`;
}

export const refusalText = ({ pl, en }: Refusal) => `${polish() ? pl : en}\n`;

function revertText({ batch, removed, restored }: Reverted): string {
  return polish()
    ? `Partia ${batch} cofnięta: usunięte rekordy ${removed}, przywrócone ${restored}\n`
    : `Batch ${batch} reverted: ${removed} records removed, ${restored} restored\n`;
}

function refreshText({ snapshot, changed, rebuilt }: RefreshAnswer): string {
  const anew = polish() ? ', wczytana od nowa' : ', loaded anew';
  return polish()
    ? `Migawka ${snapshot}: zmienione wiersze ${changed}${rebuilt ? anew : ''}\n`
    : `Snapshot ${snapshot}: ${changed} rows changed${rebuilt ? anew : ''}\n`;
}

function receiptText(receipt: Receipt): string {
  const { batch, rows, accepted, rejected, dry_run } = receipt;
  const counts = polish()
    ? `wiersze ${rows} = przyjęte ${accepted} (nowe ${receipt.new}, zmienione ${receipt.changed}, bez zmian ${receipt.unchanged}) + odrzucone ${rejected}`
    : `rows ${rows} = accepted ${accepted} (new ${receipt.new}, changed ${receipt.changed}, unchanged ${receipt.unchanged}) + rejected ${rejected}`;
  const nothing = polish() ? 'nic nie zapisano' : 'nothing written';
  const trial = dry_run ? (polish() ? ' (próba)' : ' (dry run)') : '';
  const head =
    batch === null
      ? `${receipt.file}: ${nothing}${trial}`
      : `${receipt.file}: ${polish() ? 'partia' : 'batch'} ${batch}`;
  return [
    head,
    counts,
    ...findings(receipt.issues, receipt.issues_total),
    ...findings(receipt.warnings, receipt.warnings_total),
    '',
  ].join('\n');
}

function findings(found: Finding[], total: number): string[] {
  const lines = found
    .slice(0, SHOWN)
    .map(
      ({ line, column, message }) =>
        `  ${line}${column ? ` · ${column}` : ''}: ${polish() ? message.pl : message.en}`,
    );
  const more = total - Math.min(found.length, SHOWN);
  return more > 0
    ? [
        ...lines,
        polish()
          ? `  … i jeszcze ${more} (--json pokazuje tysiąc, GET /api/v1/batches/N/findings.csv wszystkie)`
          : `  … and ${more} more (--json shows a thousand, GET /api/v1/batches/N/findings.csv all)`,
      ]
    : lines;
}
