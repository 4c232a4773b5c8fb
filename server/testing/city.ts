import type { SessionView } from '../access/session.view';
import type { Instance } from './instance';
import { remembered, secretsOf } from './secrets';

export const CLIENT_SECRET = remembered('test-secret-of-the-client-0123456789');
/** Where the instance is reached, as the provider knows it. */
export const PUBLIC_URL = 'http://127.0.0.1:4999';
export const CALLBACK = `${PUBLIC_URL}/api/v1/session/oidc/callback`;

/** Settings of an instance whose people sign in at the provider. */
export const settings = (issuer: string) => ({
  BUSOLA_OIDC_ISSUER: issuer,
  BUSOLA_OIDC_CLIENT_ID: 'busola',
  BUSOLA_OIDC_CLIENT_SECRET: CLIENT_SECRET,
  BUSOLA_PUBLIC_URL: PUBLIC_URL,
});

/** A browser's cookies, by host. */
export class Browser {
  private readonly jar = new Map<string, Map<string, string>>();

  constructor(private readonly instance: Instance) {}

  /** Goes to an address, and on where it is sent to, until a page stands. */
  async go(
    address: string,
    form?: Record<string, string>,
  ): Promise<{ address: string; status: number; body: string }> {
    const url = new URL(address);
    const answer = url.origin === PUBLIC_URL ? await this.here(url) : await this.there(url, form);
    const onto = answer.headers.location;
    return onto && answer.status < 400
      ? this.go(new URL(onto, url).href)
      : { address, status: answer.status, body: answer.body };
  }

  /** Asks this instance. */
  async here(url: URL) {
    const answer = await this.instance.app.inject({
      url: url.pathname + url.search,
      headers: { cookie: this.cookies(url) },
    });
    secretsOf(answer);
    this.keep(url, [answer.headers['set-cookie'] ?? []].flat());
    return {
      status: answer.statusCode,
      body: answer.payload,
      headers: { location: answer.headers.location },
    };
  }

  private async there(url: URL, form?: Record<string, string>) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.cookies(url) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    this.keep(url, answer.headers.getSetCookie());
    return {
      status: answer.status,
      body: await answer.text(),
      headers: { location: answer.headers.get('location') },
    };
  }

  private cookies = ({ host }: URL) =>
    [...(this.jar.get(host) ?? [])].map((pair) => pair.join('=')).join('; ');

  private keep({ host }: URL, cookies: string[]) {
    const kept = this.jar.get(host) ?? new Map<string, string>();
    for (const cookie of cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === '') kept.delete(name!);
      else kept.set(name!, value!);
    }
    this.jar.set(host, kept);
  }

  async session(): Promise<SessionView> {
    return JSON.parse((await this.here(new URL(`${PUBLIC_URL}/api/v1/session`))).body) as SessionView;
  }
}

export const query = (instance: Instance, sql: string, values: unknown[] = []) =>
  instance.foundation.dataSource.query(sql, values) as Promise<Record<string, unknown>[]>;
