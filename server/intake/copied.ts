import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** A copy of the file as it came, on disk for good but still in the work folder, and its digest. */
export async function copied(path: string, folder: string): Promise<{ draft: string; sha256: string }> {
  const draft = join(folder, 'upload');
  const hash = createHash('sha256');
  const file = await open(draft, 'wx', 0o600);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { draft, sha256: hash.digest('hex') };
}
