/** The heads of the columns of a table, set to the right over numbers. */
export function Heads({ of, numbers }: { of: readonly string[]; numbers?: readonly string[] }) {
  return (
    <thead>
      <tr>
        {of.map((head) => (
          <th key={head} scope="col" className={numbers?.includes(head) ? 'r' : undefined}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}
