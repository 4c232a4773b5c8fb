import { createHash, randomBytes } from 'node:crypto';

/** A secret that is shown once: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. It is random and long, so that a plain digest cannot be turned back. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
