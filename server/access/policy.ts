import type { Role } from './role';

/** Who may call a route; `anyone_known`: anyone, and who it is decides how much they see. */
export type Who = 'anyone' | 'anyone_known' | 'signed_in' | readonly Role[];

export interface Policy {
  who: Who;
  /** Calls of one network address in a minute. */
  perMinute?: number;
  /** Whether its body is a file, which may be large and take its time. */
  files?: true;
}

const anyone: Policy = { who: 'anyone' };
/** What asks Postgres anew for every call: plenty for people, not for a flood. */
const asked: Policy = { who: 'anyone', perMinute: 6000 };
const signedIn: Policy = { who: 'signed_in' };
const bringsIn: Policy = { who: ['steward', 'analyst'] };
const admin: Policy = { who: ['admin'] };

/**
 * Who may do what: every address of the service, once. An address that is not here is closed to everyone. What a role
 * may do only for its own authority or unit is checked again where the record is known.
 */
export const POLICIES: Readonly<Record<string, Policy>> = {
  'GET /api/openapi.json': anyone,
  'GET /api/v1/health/live': anyone,
  'GET /api/v1/health/ready': anyone,
  'GET /api/v1/authorities': anyone,
  'GET /api/v1/codebook': anyone,
  'GET /api/v1/consultations': asked,
  'GET /api/v1/consultations/:code': asked,
  'GET /api/v1/consultations/:code/score': asked,
  'GET /api/v1/overview': anyone,
  'GET /api/v1/indicators': anyone,
  'GET /api/v1/indicators/:code': anyone,
  'GET /api/v1/surveys': anyone,
  'GET /api/v1/surveys/:code': { who: 'anyone', perMinute: 600 },
  'GET /api/v1/datasets': anyone,
  'GET /api/v1/datasets/:file': { who: 'anyone', perMinute: 120 },
  'GET /api/v1/batches': asked,
  'GET /api/v1/batches/:id': { who: 'anyone_known', perMinute: 6000 },
  'GET /api/v1/batches/:id/findings': { who: 'anyone_known', perMinute: 6000 },
  'GET /api/v1/batches/:id/findings.csv': { who: 'anyone_known', perMinute: 120 },

  'POST /api/v1/batches': { ...bringsIn, files: true },
  'POST /api/v1/batches/:id/revert': bringsIn,
  'GET /api/v1/imports': bringsIn,
  'POST /api/v1/imports': { ...bringsIn, files: true },
  'GET /api/v1/imports/:id': bringsIn,
  'POST /api/v1/imports/:id/preview': bringsIn,
  'POST /api/v1/imports/:id/run': bringsIn,
  'POST /api/v1/imports/:id/cancel': bringsIn,
  'GET /api/v1/imports/:id/findings.csv': bringsIn,
  'GET /api/v1/imports/:id/marked.xlsx': bringsIn,
  'DELETE /api/v1/imports/:id': bringsIn,
  'POST /api/v1/profiles': bringsIn,
  'DELETE /api/v1/profiles/:id': bringsIn,
  'POST /api/v1/records/:type': { ...bringsIn, files: true },
  'GET /api/v1/records/:type': bringsIn,
  'GET /api/v1/records/:type/list': bringsIn,
  'GET /api/v1/coding/:consultation': bringsIn,
  'GET /api/v1/coding/:consultation/second': bringsIn,
  'POST /api/v1/coding/:consultation/second': bringsIn,
  'POST /api/v1/snapshot/refresh': { who: ['analyst'] },

  'GET /api/v1/session': { who: 'anyone_known' },
  'POST /api/v1/session': { who: 'anyone', perMinute: 30 },
  'DELETE /api/v1/session': signedIn,
  'GET /api/v1/session/oidc': { who: 'anyone', perMinute: 30 },
  'GET /api/v1/session/oidc/callback': { who: 'anyone', perMinute: 30 },
  'POST /api/v1/links/open': { who: 'anyone', perMinute: 30 },
  'POST /api/v1/links/use': { who: 'anyone', perMinute: 30 },

  'GET /api/v1/account': signedIn,
  'PUT /api/v1/account/password': { who: 'signed_in', perMinute: 30 },
  'DELETE /api/v1/account/sessions': signedIn,
  'POST /api/v1/account/tokens': signedIn,
  'DELETE /api/v1/account/tokens/:id': signedIn,

  'GET /api/v1/people': admin,
  'POST /api/v1/people': admin,
  'PUT /api/v1/people/:id': admin,
  'PUT /api/v1/people/:id/roles': admin,
  'POST /api/v1/people/:id/link': admin,
  'GET /api/v1/people/:id/data': admin,
  'DELETE /api/v1/people/:id': admin,
  'GET /api/v1/tokens': admin,
  'DELETE /api/v1/tokens/:id': admin,
  'GET /api/v1/audit': admin,
  'GET /api/v1/audit.csv': admin,
  'POST /api/v1/retention': admin,

  'GET /assets/*': anyone,
  'GET /index.html': anyone,
  'GET /*': anyone,
};

/**
 * The line of a route; null closes it. A folder's line (`/*`) speaks for the files of the pages, never for the API.
 * HEAD is asked what GET is.
 */
export function policyOf(method: string, url: string): Policy | null {
  const verb = method === 'HEAD' ? 'GET' : method;
  const exact = POLICIES[`${verb} ${url}`];
  if (exact || /^\/api(\/|$)/.test(url)) return exact ?? null;
  const folder = url.slice(0, url.indexOf('/', 1) + 1);
  return folder === '' ? null : (POLICIES[`${verb} ${folder}*`] ?? null);
}
