import { formats, tidy } from './words';

const { count } = formats('pl');

const minutes = { one: 'minutę', few: 'minuty', many: 'minut', other: 'minuty' };
const seconds = { one: 'sekundę', few: 'sekundy', many: 'sekund', other: 'sekundy' };

/** The Polish words of signing in, of one's own account and of what these pages share with those of administrators. */
export const accessWords = tidy({
  lost: {
    title: 'Nie ma strony pod tym adresem',
    text: 'Adres mógł zostać przepisany z błędem. Wszystkie konsultacje są na liście.',
  },
  broken: {
    title: 'Nie udało się pokazać tej strony',
    text: 'To błąd programu, nie Twój. Spróbuj ponownie; jeśli się powtórzy, powiedz o tym osobie, która prowadzi Busolę.',
  },
  accountPage: 'Moje konto',
  recordsPage: 'Rekordy',
  peoplePage: 'Osoby i tokeny',
  auditPage: 'Dziennik',
  signOut: 'Wyloguj się',
  signOutEverywhere: 'Wyloguj się wszędzie',
  cancel: 'Anuluj',
  save: 'Zapisz',
  saved: 'Zapisano.',
  copied: 'Skopiowano.',
  notCopied: 'Nie udało się skopiować; zaznacz tekst i skopiuj go sam.',
  login: 'Login',
  name: 'Imię i nazwisko (nieobowiązkowe)',
  password: 'Hasło',
  currentPassword: 'Obecne hasło',
  newPassword: 'Nowe hasło',
  passwordRules:
    'Od 12 do 200 znaków, dowolnych. Odrzucamy hasła łatwe do odgadnięcia: częste słowa, ciągi, powtórzenia, login i nazwisko. Dobre są cztery niezwiązane słowa.',
  passwordShort: 'Hasło musi mieć co najmniej 12 znaków.',
  needed: 'Wypełnij to pole.',
  showPassword: 'Pokaż hasło',
  hidePassword: 'Ukryj hasło',
  signedInAs: (name: string | null, login: string) =>
    name ? `Zalogowano jako ${name} (${login}).` : `Zalogowano jako ${login}.`,
  onlyAdmin: 'Ta strona jest dla administratorów.',
  onlyWorkers: 'Ta strona jest dla opiekunów danych i analityków.',
  tooMany: (wait: number) =>
    `Za dużo prób. Spróbuj ponownie za ${wait > 90 ? count(Math.ceil(wait / 60), minutes) : count(wait, seconds)}.`,
  signIn: {
    title: 'Logowanie',
    submit: 'Zaloguj się',
    city: 'Zaloguj się przez system miasta',
    goOn: 'Przejdź dalej',
    refused:
      'Logowanie w systemie miasta się nie udało. Spróbuj ponownie, a jeśli to się powtarza, powiadom administratora.',
    ended: 'Sesja się skończyła. Po zalogowaniu wrócisz tam, gdzie ją przerwano.',
    noLogin: 'Podaj login.',
    noPassword: 'Podaj hasło.',
    noAccount:
      'Do czytania konto nie jest potrzebne. Konta zakłada administrator; on też daje link do nowego hasła.',
  },
  ended: {
    title: 'Sesja się skończyła',
    text: 'Zaloguj się ponownie, a strona dokończy to, co zaczęto. Nic z tego, co wpisano, nie zginęło.',
    city: 'Zaloguj się ponownie przez system miasta; potem wrócisz na tę stronę.',
    later: 'Nie teraz',
  },
  link: {
    title: 'Link jednorazowy',
    missing: 'W adresie nie ma sekretu linku. Otwórz cały link jeszcze raz, tak jak go otrzymano.',
    otherLanguage: 'This page in English',
    toSignIn: 'Przejdź do logowania',
    titles: {
      first_admin: 'Pierwszy administrator',
      invitation: 'Zaproszenie',
      new_password: 'Nowe hasło',
      break_glass: 'Wejście awaryjne',
    },
    texts: {
      first_admin: 'Ta instancja nie ma jeszcze administratora. Wybierz swój login i hasło.',
      invitation: 'Wybierz hasło, którym będziesz się logować. Ten link działa raz.',
      new_password:
        'Wybierz nowe hasło. Ten link działa raz; wszystkie otwarte sesje tego konta się skończą.',
      break_glass: 'Ten link wpuszcza raz, na godzinę, gdy logowanie miasta nie działa.',
    },
    account: (login: string) => `Konto: ${login}`,
    loginHint: 'Od 2 do 100 liter, cyfr i znaków . _ @ + -, na przykład adres e-mail.',
    submit: 'Ustaw hasło i zaloguj się',
    enter: 'Wejdź',
  },
  account: {
    title: 'Moje konto',
    roles: 'Moje role',
    noRoles: 'Nie masz teraz żadnej roli. Nadaje je administrator.',
    sessions: 'Otwarte sesje',
    sessionsCaption: 'Przeglądarki, w których to konto jest zalogowane',
    sessionColumns: { by: 'Sposób', since: 'Od', seen: 'Ostatnio', ends: 'Najpóźniej do' },
    current: 'ta przeglądarka',
    ways: {
      password: 'login i hasło',
      link: 'link jednorazowy',
      oidc: 'system miasta',
      break_glass: 'wejście awaryjne',
    } as Record<string, string>,
    passwordTitle: 'Zmiana hasła',
    passwordText: 'Po zmianie hasła skończą się wszystkie inne sesje tego konta.',
    changePassword: 'Zmień hasło',
    passwordChanged: 'Hasło zmieniono.',
  },
  roles: {
    names: {
      steward: 'opiekun danych',
      researcher: 'badacz',
      analyst: 'analityk',
      approver: 'zatwierdzający',
      admin: 'administrator',
    },
    everywhere: 'cała instancja',
    unit: (code: string) => `komórka ${code}`,
    until: (day: string) => `do ${day} włącznie`,
    over: (day: string) => `wygasła ${day}`,
  },
  tokens: {
    title: 'Moje tokeny',
    everybodys: 'Tokeny wszystkich',
    text: 'Token pozwala programowi działać w Twoim imieniu, w jednej z Twoich ról.',
    none: 'Nie ma jeszcze żadnego tokenu.',
    caption: 'Tokeny, od najnowszego',
    columns: {
      label: 'Nazwa',
      owner: 'Osoba',
      role: 'Rola',
      made: 'Utworzono',
      used: 'Ostatnio użyto',
      state: 'Ważność',
    },
    until: (at: string) => `do ${at}`,
    unused: 'jeszcze nie użyto',
    revoked: (at: string) => `unieważniony ${at}`,
    over: (at: string) => `wygasł ${at}`,
    revoke: 'Unieważnij',
    revokeTitle: (label: string) => `Unieważnić token „${label}”?`,
    revokeText: 'Programy, które go używają, przestaną działać od razu. Tego nie da się cofnąć.',
    wasRevoked: (label: string) => `Unieważniono token „${label}”.`,
    newTitle: 'Nowy token',
    noRole: 'Token może mieć rolę opiekuna danych, badacza lub analityka; nie masz żadnej z nich.',
    label: 'Nazwa',
    labelHint: 'Po niej poznasz token na liście, na przykład „nocny eksport”.',
    role: 'Rola',
    authority: 'Organ',
    wherever: 'wszędzie, gdzie mam tę rolę',
    days: 'Ważny przez (dni)',
    daysHint: 'Od 1 do 366.',
    daysWrong: 'Podaj liczbę od 1 do 366.',
    make: 'Utwórz token',
    made: (label: string) => `Token „${label}” utworzono`,
    madeText:
      'Pokazujemy go ten jeden raz. Skopiuj go teraz; baza zna tylko jego skrót i nie da się go odczytać później.',
    copy: 'Kopiuj token',
    example: 'Przykład: kim jest ten token',
  },
});

export type AccessWords = typeof accessWords;
