/** Where a sign-in leads back to: an address within these pages, else the first one. The server has the same rule. */
export function pageOf(address: string): string {
  if (address.length > 2000 || !/^\/[^/\\]|^\/$/.test(address)) return '/';
  const here = 'http://here';
  const url = URL.canParse(address, here) ? new URL(address, here) : null;
  if (url?.origin !== here || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}
