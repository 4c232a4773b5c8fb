import { Link } from '@tanstack/react-router';
import type { PersonView } from '../../server/access/person.view';
import { useRoleWords } from '../access/roles';
import { Heads } from '../pages/Heads';
import { usePeopleSpeech } from './words';

/** Everybody with an account; each leads to what can be done about them. */
export function PeopleTable({ people: items }: { people: PersonView[] }) {
  const { people } = usePeopleSpeech();
  return (
    <table className="tbl cards people">
      <caption>{people.caption}</caption>
      <Heads of={Object.values(people.columns)} />
      <tbody>
        {items.map((person) => (
          <Row key={person.id} person={person} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ person }: { person: PersonView }) {
  const { people, formats } = usePeopleSpeech();
  const { columns } = people;
  const search = { osoba: person.id } as object;
  return (
    <tr>
      <th scope="row">
        <Link to="/$" params={{ _splat: 'osoby' }} search={search}>
          {person.login ?? people.erased(person.id)}
        </Link>
      </th>
      <td data-l={columns.name} className={person.name ? 'full' : 'full none'}>
        {person.name ?? people.noName}
      </td>
      <td data-l={columns.roles} className="full">
        <Roles person={person} />
      </td>
      <td data-l={columns.state} className="full">
        {people.states[person.state]}
      </td>
      <td data-l={columns.seen} className={person.seen_at ? 'full' : 'full none'}>
        {person.seen_at ? formats.instant(person.seen_at) : people.neverSeen}
      </td>
    </tr>
  );
}

function Roles({ person: { roles } }: { person: PersonView }) {
  const { people } = usePeopleSpeech();
  const { sentence } = useRoleWords();
  if (roles.length === 0) return <span className="none">{people.noRoles}</span>;
  return (
    <ul>
      {roles.map((role) => (
        <li key={JSON.stringify(role)}>{sentence(role)}</li>
      ))}
    </ul>
  );
}
