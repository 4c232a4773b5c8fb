import type { FastifyReply, FastifyRequest } from 'fastify';

/** Milliseconds for a body that is no file, as a whole, and between two pieces of one that is. */
export const PATIENCE = { body: 10_000, pause: 30_000 };

const tooSlow = () => Object.assign(new Error('The body took too long to arrive'), { statusCode: 408 });

/**
 * Breaks off a call whose body comes drop by drop: it would hold a connection for as long as it likes, answered or not.
 * @param files whether the body is a file, which may take its time
 */
export function hurry(request: FastifyRequest, reply: FastifyReply, files: boolean): void {
  const { raw } = request;
  const breakOff = () => {
    if (raw.complete) return;
    // an answer on its way arrives whole before the rest of the body is done without
    if (reply.sent && !reply.raw.writableFinished) return void reply.raw.once('finish', () => raw.destroy());
    if (reply.sent) return void raw.destroy();
    reply.raw.once('finish', () => raw.destroy());
    void reply.header('Connection', 'close').send(tooSlow());
  };
  const timer = files ? watch(request, reply, breakOff) : setTimeout(breakOff, PATIENCE.body);
  timer.unref();
  for (const end of ['end', 'close'] as const) raw.once(end, () => clearInterval(timer));
}

/** A file may take its time, as long as something of it comes and somebody waits for it. */
function watch(
  { raw: { socket } }: FastifyRequest,
  reply: FastifyReply,
  breakOff: () => void,
): NodeJS.Timeout {
  let seen = socket.bytesRead;
  return setInterval(() => {
    if (socket.bytesRead === seen || reply.sent) breakOff();
    seen = socket.bytesRead;
  }, PATIENCE.pause);
}
