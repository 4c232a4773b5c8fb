import { shownSettings } from '../../server/access/started';
import { readSettings } from '../../server/store/settings';
import { auditWords as en } from '../words.audit.en';
import { auditWords as pl } from '../words.audit.pl';

const settings = shownSettings(
  readSettings({
    BUSOLA_PUBLIC_URL: 'https://busola.example',
    BUSOLA_OIDC_ISSUER: 'https://id.example',
    BUSOLA_OIDC_CLIENT_ID: 'busola',
    BUSOLA_OIDC_CLIENT_SECRET: 'x'.repeat(32),
  }),
);

it.each(['version', 'settings', ...Object.keys(settings), ...Object.keys(settings['oidc'] as object)])(
  'has a word in both languages for %s, which a start writes into the log',
  (key) => expect([typeof pl.keys[key], typeof en.keys[key]]).toEqual(['string', 'string']),
);
