import type { BuiltInProfile } from './profile';

// Columns as the serializers of Decidim write them: nested names are joined by "/", lists by ", "; translated texts
// have a column for each language. Older releases have `category`, `scope` and `supports`, newer ones `author`,
// `taxonomies` and `votes`.

/** Contributions and replies to them are numbered apart: a letter before the number makes one space of codes. */
const PROPOSAL = 'P-';
const COMMENT = 'C-';

const proposals: BuiltInProfile = {
  name: 'decidim_proposals',
  label: { pl: 'Decidim: propozycje', en: 'Decidim: proposals' },
  knownBy: [
    ['id'],
    ['participatory_space/id'],
    ['component/id'],
    ['body/*', 'body'],
    ['reference'],
    ['related_proposals'],
  ],
  mapping: {
    type: 'contribution',
    fields: {
      code: { column: ['id'], prefix: PROPOSAL },
      received_on: { column: ['published_at', 'created_at'] },
      channel: { const: 'online_form' },
      text: { column: ['body/*', 'body'] },
      topic: { column: ['category/name/*', 'category/name'] },
      place: { column: ['address'] },
      support: { column: ['votes', 'supports'] },
      outcome: {
        column: ['state'],
        codes: {
          accepted: 'accepted',
          rejected: 'rejected',
          evaluating: null,
          not_answered: null,
          withdrawn: null,
        },
      },
      rationale: { column: ['answer/*', 'answer'] },
      decided_on: { column: ['answered_at'] },
    },
  },
  note: {
    pl: 'Tytuł nie ma pola. Autorzy są pominięci: urząd, grupy i spotkania są numerowane osobno od osób. Stan nadany przez gospodarza strony trzeba dopisać do kodów pola outcome. Konsultacje trzeba wskazać.',
    en: 'The title has no field. Authors are left out: the office, groups and meetings are numbered apart from people. A state made by the host of the site has to be added to the codes of outcome. The consultation has to be named.',
  },
};

const meetings: BuiltInProfile = {
  name: 'decidim_meetings',
  label: { pl: 'Decidim: spotkania', en: 'Decidim: meetings' },
  knownBy: [
    ['id'],
    ['participatory_space/id'],
    ['start_time'],
    ['end_time'],
    ['attendees'],
    ['organizations'],
  ],
  mapping: {
    type: 'consultation_event',
    // set apart by semicolons, with decimal points
    read: { decimal: '.' },
    fields: {
      code: { column: ['id'], prefix: 'M-' },
      kind: { const: 'open_meeting' },
      planned_on: { column: ['start_time'] },
      cancelled_on: { column: ['withdrawn_at'] },
      place: { column: ['address', 'location/*'] },
      latitude: { column: ['latitude'] },
      longitude: { column: ['longitude'] },
      mode: {
        column: ['type_of_meeting'],
        codes: { in_person: 'on_site', online: 'remote', hybrid: 'hybrid' },
      },
      attendance: { column: ['attendees'], null_values: ['0'] },
    },
  },
  note: {
    pl: 'Zero obecnych znaczy tu też „nie podano”, więc jest brakiem wartości. Dzień odbycia i ogłoszenia nie są w pliku. Każde spotkanie staje się otwartym spotkaniem; warsztat lub spacer trzeba poprawić. Konsultacje trzeba wskazać.',
    en: 'No attendees also means “not given” here, so it is no value. The days of holding and announcing are not in the file. Every meeting becomes an open meeting; correct a workshop or a walk. The consultation has to be named.',
  },
};

const comments: BuiltInProfile = {
  name: 'decidim_comments',
  label: { pl: 'Decidim: komentarze', en: 'Decidim: comments' },
  knownBy: [['id'], ['body', 'body/*'], ['alignment'], ['depth'], ['commentable_id'], ['commentable_type']],
  mapping: {
    type: 'contribution',
    read: { keep_rows: { column: 'commentable_type', in: ['Decidim::Proposals::Proposal'] } },
    fields: {
      code: { column: ['id'], prefix: COMMENT },
      parent: { column: ['commentable_id'], prefix: PROPOSAL },
      received_on: { column: ['created_at'] },
      channel: { const: 'online_form' },
      text: { column: ['body', 'body/*'] },
      stance: { column: ['alignment'], codes: { '1': 'for', '0': 'neutral', '-1': 'against' } },
    },
  },
  note: {
    pl: 'Bierze komentarze do propozycji. Odpowiedzi na komentarze: ten sam plik jeszcze raz, z keep_rows „Decidim::Comments::Comment” i przedrostkiem „C-” w parent. Autorzy są pominięci. Konsultacje trzeba wskazać.',
    en: 'Takes comments on proposals. Replies to comments: the same file once more, with keep_rows “Decidim::Comments::Comment” and the prefix “C-” in parent. Authors are left out. The consultation has to be named.',
  },
};

const results: BuiltInProfile = {
  name: 'decidim_results',
  label: { pl: 'Decidim: wyniki', en: 'Decidim: results' },
  knownBy: [['id'], ['component/id'], ['progress'], ['proposal_urls'], ['start_date'], ['end_date']],
  mapping: null,
  note: {
    pl: 'Wynik mówi, jak idzie wykonanie, i wymienia propozycje adresami stron, nie numerami; nie jest rozstrzygnięciem uwagi. Rozstrzygnięcia stoją w pliku propozycji.',
    en: 'A result says how the work goes, and names proposals by the addresses of their pages, not by number; it is no answer to a contribution. The answers stand in the file of proposals.',
  },
};

export const DECIDIM: BuiltInProfile[] = [proposals, meetings, comments, results];
