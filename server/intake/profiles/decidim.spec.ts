import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../../testing/database';
import { type Instance, startInstance } from '../../testing/instance';
import { PLAIN_REQUEST } from '../understand';
import { profileFor } from '.';

let folder: string;
let instance: Instance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-decidim-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

let files = 0;
const query = (sql: string) => instance.foundation.dataSource.query(sql);

/** Takes a file in by the profile that its preview names, with nothing but the authority and the consultation added. */
async function byProfile(
  name: string,
  lines: string[],
  change = (mapping: Record<string, unknown>) => mapping,
) {
  const path = join(folder, `export-${++files}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  const mapping = { type: 'table', read: {} };
  const { profile, doubts } = await instance.intake.preview({
    ...PLAIN_REQUEST,
    path,
    name: 'e.csv',
    dryRun: true,
    mapping,
  });
  expect([profile?.name, doubts]).toEqual([name, []]);
  const given = {
    ...change(profile!.mapping!),
    authority: 'DEC',
    consultation: { code: 'K', title_pl: 'Plan' },
  };
  return instance.import(path, { mapping: given });
}

const SPACE = 'participatory_space/id;participatory_space/url;component/id';
const AT = '4;https://example.org/processes/plan;7';
const NEW_PROPOSALS = [
  `id;author/id;author/name;author/url;taxonomies/id;taxonomies/name;${SPACE};title/pl;title/en;body/en;body/pl;address;latitude;longitude;state;state_published_at;reference;answer/en;answer/pl;answered_at;votes;likes/total_count;comments;published_at;url;meeting_urls;related_proposals;is_amend;withdrawn;created_at`,
  `11;5;Anna Nowak;https://example.org/profiles/anna;3;Zieleń;${AT};Więcej drzew;More trees;Plant trees;Sadzić drzewa;Rynek 1;51.2;22.5;accepted;2025-03-20 10:00:00 UTC;PROP-11;Yes;Tak, w 2026 r.;2025-03-19 23:30:00 UTC;12;3;1;2025-03-01 23:30:00 UTC;https://example.org/p/11;;;false;false;2025-03-01 20:00:00 UTC`,
  `12;6;Jan;https://example.org/profiles/jan;;;${AT};Ławki;Benches;Benches;Ławki;;;;not_answered;;PROP-12;;;;;0;0;2025-03-02 10:00:00 +0100;https://example.org/p/12;;;false;false;2025-03-02 10:00:00 +0100`,
  `13;6;Jan;https://example.org/profiles/jan;;;${AT};Kosze;Bins;Bins;Kosze;;;;w_toku;;PROP-13;;;;;0;0;2025-03-02 10:00:00 +0100;https://example.org/p/13;;;false;false;2025-03-02 10:00:00 +0100`,
];

it('takes proposals for contributions, in Polish where there is Polish', async () => {
  const receipt = await byProfile('decidim_proposals', NEW_PROPOSALS);
  expect([receipt.type, receipt.new, receipt.rejected]).toEqual(['contribution', 2, 1]);
  // a state that the host of the site made up is not guessed
  expect(receipt.issues).toMatchObject([{ line: 4, column: 'state', value: 'w_toku', rule: 'unknown_code' }]);
  expect(
    await query(
      `SELECT code, received_on::text, channel, text, place, support, outcome, rationale, decided_on::text, person, topic
       FROM contribution WHERE code LIKE 'P-%' ORDER BY code`,
    ),
  ).toEqual([
    {
      code: 'P-11',
      received_on: '2025-03-02',
      channel: 'online_form',
      text: 'Sadzić drzewa',
      place: 'Rynek 1',
      support: 12,
      outcome: 'accepted',
      rationale: 'Tak, w 2026 r.',
      decided_on: '2025-03-20',
      person: null,
      topic: null,
    },
    expect.objectContaining({
      code: 'P-12',
      received_on: '2025-03-02',
      support: null,
      outcome: null,
    }) as object,
  ]);
});

it('knows proposals of older releases, and other languages', () => {
  const header =
    'id,category/id,category/name/ca,scope/id,scope/name/ca,participatory_space/id,participatory_space/url,component/id,title/ca,body/ca,state,reference,answer/ca,supports,endorsements/total_count,comments,attachments,followers,published_at,url,meeting_urls,related_proposals';
  const { name, mapping } = profileFor(header.split(','))!;
  expect(name).toBe('decidim_proposals');
  expect(mapping!['fields']).toMatchObject({
    text: { column: 'body/ca' },
    topic: { column: 'category/name/ca' },
    support: { column: 'supports' },
    rationale: { column: 'answer/ca' },
  });
  expect(mapping!['fields']).not.toHaveProperty('decided_on');
});

it('takes comments for replies to their proposals, and replies to comments in a second run', async () => {
  const lines = [
    'id;created_at;body;locale;author/id;author/name;alignment;depth;commentable_id;commentable_type;root_commentable_url',
    '101;2025-03-05 09:00:00 UTC;Popieram;pl;8;Ewa;1;0;11;Decidim::Proposals::Proposal;https://example.org/p/11',
    '102;2025-03-06 09:00:00 UTC;Nie zgadzam się;pl;9;Ola;-1;0;12;Decidim::Proposals::Proposal;https://example.org/p/12',
    '103;2025-03-07 09:00:00 UTC;Dlaczego?;pl;8;Ewa;0;1;102;Decidim::Comments::Comment;https://example.org/p/12',
  ];
  expect(await byProfile('decidim_comments', lines)).toMatchObject({ rows: 2, new: 2, rejected: 0 });
  const replies = await byProfile('decidim_comments', lines, (mapping) => ({
    ...mapping,
    read: { keep_rows: { column: 'commentable_type', in: ['Decidim::Comments::Comment'] } },
    fields: { ...(mapping['fields'] as object), parent: { column: 'commentable_id', prefix: 'C-' } },
  }));
  expect(replies).toMatchObject({ rows: 1, new: 1 });
  expect(
    await query(
      "SELECT code, parent, stance, received_on::text AS day FROM contribution WHERE code LIKE 'C-%' ORDER BY code",
    ),
  ).toEqual([
    { code: 'C-101', parent: 'P-11', stance: 'for', day: '2025-03-05' },
    { code: 'C-102', parent: 'P-12', stance: 'against', day: '2025-03-06' },
    { code: 'C-103', parent: 'C-102', stance: 'neutral', day: '2025-03-07' },
  ]);
});

it('takes meetings for events; no attendees are not recorded ones', async () => {
  const receipt = await byProfile('decidim_meetings', [
    `id;author/id;author/name;author/url;${SPACE};title/pl;description/pl;start_time;end_time;attendees;contributions;organizations;address;location/pl;reference;attachments;url;related_proposals;related_results;published;withdrawn;withdrawn_at;latitude;longitude;type_of_meeting;closed_at`,
    `21;1;Miasto;https://example.org;${AT};Spotkanie;Opis;2025-04-01 23:30:00 UTC;2025-04-02 01:00:00 UTC;35;4;;ul. Długa 1;Szkoła;MEET-21;0;https://example.org/m/21;;;true;false;;51.2;22.5;in_person;2025-04-03 10:00:00 UTC`,
    `22;1;Miasto;https://example.org;${AT};Czat;Opis;2025-04-05 15:00:00 UTC;2025-04-05 16:00:00 UTC;0;0;;;;MEET-22;0;https://example.org/m/22;;;true;true;2025-04-04 12:00:00 UTC;;;online;`,
  ]);
  expect([receipt.type, receipt.new, receipt.rejected]).toEqual(['consultation_event', 2, 0]);
  expect(
    await query(
      `SELECT code, kind, planned_on::text, held_on, cancelled_on::text, place, mode, attendance, latitude::float8
       FROM consultation_event ORDER BY code`,
    ),
  ).toEqual([
    {
      code: 'M-21',
      kind: 'open_meeting',
      planned_on: '2025-04-02',
      held_on: null,
      cancelled_on: null,
      place: 'ul. Długa 1',
      mode: 'on_site',
      attendance: 35,
      latitude: 51.2,
    },
    {
      code: 'M-22',
      kind: 'open_meeting',
      planned_on: '2025-04-05',
      held_on: null,
      cancelled_on: '2025-04-04',
      place: null,
      mode: 'remote',
      attendance: null,
      latitude: null,
    },
  ]);
});

it('knows results, and says why they are no dispositions', () => {
  const header =
    'id;taxonomies/id;taxonomies/name;parent/id;title/pl;description/pl;start_date;end_date;status/id;status/key;status/name/pl;progress;created_at;updated_at;url;component/id;proposal_urls;reference';
  const profile = profileFor(header.split(';'))!;
  expect([profile.name, profile.mapping]).toEqual(['decidim_results', null]);
  expect(profile.note.en).toContain('no answer to a contribution');
});

it('knows no register for a file of Decidim', () => {
  expect(profileFor(['id', 'body', 'state'])).toBeNull();
  expect(profileFor(['Sygnatura', 'Tytuł', 'Od', 'Do'])).toBeNull();
});
