import type { FastifyReply, FastifyRequest } from 'fastify';

/** Milliseconds for a body that is no file, as a whole, and between two pieces of one that is. */
export const PATIENCE = { body: 10_000, pause: 30_000 };

const tooSlow = () => Object.assign(new Error('The body took too long to arrive'), { statusCode: 408 });

/** Breaks off a call whose body comes drop by drop: it would hold a connection for as long as it likes. */
export function hurry(request: FastifyRequest, reply: FastifyReply, files: boolean): void {
  const { raw } = request;
  if (raw.complete) return;
  const breakOff = () => {
    if (raw.complete || reply.sent) return;
    reply.raw.once('finish', () => raw.destroy());
    void reply.header('Connection', 'close').send(tooSlow());
  };
  const timer = files ? watch(request, breakOff) : setTimeout(breakOff, PATIENCE.body);
  timer.unref();
  for (const end of ['end', 'close'] as const) raw.once(end, () => clearInterval(timer));
}

/** A file may take its time, as long as something of it comes. */
function watch({ raw: { socket } }: FastifyRequest, breakOff: () => void): NodeJS.Timeout {
  let seen = socket.bytesRead;
  return setInterval(() => {
    if (socket.bytesRead === seen) breakOff();
    seen = socket.bytesRead;
  }, PATIENCE.pause);
}
