const LF = 10;
const CR = 13;

/** Where the line ends that `from` stands in: at its break, or at the end of the bytes. */
export function endOfLine(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) if (bytes[at] === LF || bytes[at] === CR) return at;
  return bytes.length;
}

/** The bytes below the first `count` physical lines: nothing in these lines, quotes neither, means anything. */
export async function* linesBelow(chunks: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    for (let next = 0; left > 0 && (next = nextLine(bytes, at)) >= 0; left--) at = next;
    // a CR at the end of a chunk may be half of a CRLF
    rest = left > 0 && bytes.at(-1) === CR ? bytes.subarray(-1) : bytes.subarray(0, 0);
    if (left === 0 && at < bytes.length) yield bytes.subarray(at);
  }
}

/** Where the next line begins, or -1 where that is not at hand. */
function nextLine(bytes: Buffer, from: number): number {
  const end = endOfLine(bytes, from);
  if (end + 1 >= bytes.length && bytes[end] !== LF) return -1;
  return end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1);
}
