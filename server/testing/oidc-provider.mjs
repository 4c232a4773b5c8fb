/**
 * A real OpenID Connect provider (npm oidc-provider) on loopback, in a process of its own: it is an ES module.
 * Prints its port. `CALLBACK` is where it sends people back to; whoever signs in says who they are and which roles they
 * have in the login field, as JSON, through its own pages.
 */
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const server = createServer();
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'busola',
      client_secret: process.env.CLIENT_SECRET,
      redirect_uris: [process.env.CALLBACK],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  pkce: { required: () => true },
  claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles'], email: ['email'] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, ...JSON.parse(Buffer.from(id, 'base64url').toString()) }),
  }),
  cookies: { keys: [process.env.CLIENT_SECRET] },
  features: { devInteractions: { enabled: true } },
  // the ID token itself carries no profile: the service has to ask for it, as with most providers
  conformIdTokenClaims: true,
});
server.on('request', provider.callback());
process.stdout.write(`${issuer}\n`);
