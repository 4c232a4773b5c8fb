import { statfsSync } from 'node:fs';

const ROOMY = 512 * 2 ** 20;

/** Settings for a small server of two cores that this process shares; durability stays as Postgres ships it. */
export function serverSettings(port: number, own: Record<string, string> = {}): Record<string, string> {
  return {
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    dynamic_shared_memory_type: sharedMemory(),
    ...own,
    port: String(port),
    listen_addresses: '127.0.0.1',
    // the path of a socket may hold 107 bytes, fewer than many a home has
    unix_socket_directories: '',
  };
}

/** A container has 64 MB of shared memory unless told otherwise: a parallel query needs more. Files do as well. */
function sharedMemory(): string {
  if (process.platform === 'win32') return 'windows';
  if (process.platform !== 'linux') return 'posix';
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize >= ROOMY ? 'posix' : 'mmap';
  } catch {
    return 'mmap';
  }
}
