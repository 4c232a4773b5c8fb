/** What our bodies need is four deep; walking through one that is far deeper overflows the stack. */
const DEEPEST = 20;

/** Whether a body is nested deeper than any of ours. */
export function isTooDeep(body: unknown, left = DEEPEST): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return left === 0 || Object.values(body).some((item) => isTooDeep(item, left - 1));
}
