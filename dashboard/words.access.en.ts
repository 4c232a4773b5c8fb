import { formats, tidy } from './words';
import type { AccessWords } from './words.access.pl';

const { count } = formats('en');

const minutes = { one: 'minute', other: 'minutes' };
const seconds = { one: 'second', other: 'seconds' };

/** The English words of signing in, of one's own account and of what these pages share with those of administrators. */
export const accessWords: AccessWords = tidy({
  lost: {
    title: 'There is no page at this address',
    text: 'The address may have been copied with a mistake. Every consultation is in the list.',
  },
  accountPage: 'My account',
  peoplePage: 'People and tokens',
  auditPage: 'Audit log',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved.',
  copied: 'Copied.',
  notCopied: 'It could not be copied; select the text and copy it yourself.',
  login: 'Login',
  name: 'Name (optional)',
  password: 'Password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  passwordRules:
    '12 to 200 characters of any kind. Passwords that are easily guessed are refused: common words, sequences, repetitions, the login and the name. Four unrelated words do well.',
  passwordShort: 'The password needs at least 12 characters.',
  needed: 'Fill in this field.',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  signedInAs: (name: string | null, login: string) =>
    name ? `Signed in as ${name} (${login}).` : `Signed in as ${login}.`,
  onlyAdmin: 'This page is for administrators.',
  tooMany: (wait: number) =>
    `Too many attempts. Try again in ${wait > 90 ? count(Math.ceil(wait / 60), minutes) : count(wait, seconds)}.`,
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    city: "Sign in with the city's own sign-in",
    goOn: 'Go on',
    refused:
      "The city's own sign-in did not succeed. Try again; if it happens again, tell the administrator.",
    ended: 'The session ended. After signing in you come back to where it stopped.',
    noLogin: 'Enter the login.',
    noPassword: 'Enter the password.',
    noAccount:
      'Reading needs no account. Accounts are made by the administrator, who also gives links for a new password.',
  },
  ended: {
    title: 'The session ended',
    text: 'Sign in again and the page goes on with what was begun. Nothing that was typed is lost.',
    city: "Sign in again with the city's own sign-in; you come back to this page.",
    later: 'Not now',
  },
  link: {
    title: 'One-time link',
    missing: 'The secret of the link is missing from the address. Open the whole link again as you got it.',
    otherLanguage: 'Ta strona po polsku',
    toSignIn: 'Go to the sign-in',
    titles: {
      first_admin: 'First administrator',
      invitation: 'Invitation',
      new_password: 'New password',
      break_glass: 'Emergency entry',
    },
    texts: {
      first_admin: 'This instance has no administrator yet. Choose your login and password.',
      invitation: 'Choose the password with which you are going to sign in. This link works once.',
      new_password:
        'Choose a new password. This link works once; every open session of this account is going to end.',
      break_glass: "This link lets you in once, for an hour, while the city's own sign-in is down.",
    },
    account: (login: string) => `Account: ${login}`,
    loginHint: '2 to 100 letters, digits and . _ @ + -, an e-mail address for example.',
    submit: 'Set the password and sign in',
    enter: 'Enter',
  },
  account: {
    title: 'My account',
    roles: 'My roles',
    noRoles: 'You have no role at present. The administrator gives them.',
    sessions: 'Open sessions',
    sessionsCaption: 'Browsers in which this account is signed in',
    sessionColumns: { by: 'Way', since: 'Since', seen: 'Last used', ends: 'Until at most' },
    current: 'this browser',
    ways: {
      password: 'login and password',
      link: 'one-time link',
      oidc: "the city's own sign-in",
      break_glass: 'emergency entry',
    },
    passwordTitle: 'Change of password',
    passwordText: 'After the change every other session of this account ends.',
    changePassword: 'Change the password',
    passwordChanged: 'The password is changed.',
  },
  roles: {
    names: {
      steward: 'data steward',
      researcher: 'researcher',
      analyst: 'analyst',
      approver: 'approver',
      admin: 'administrator',
    },
    everywhere: 'the whole instance',
    unit: (code: string) => `unit ${code}`,
    until: (day: string) => `until ${day}, that day included`,
    over: (day: string) => `ended on ${day}`,
  },
  tokens: {
    title: 'My tokens',
    everybodys: "Everybody's tokens",
    text: 'A token lets a program act for you, in one of your roles.',
    none: 'There is no token yet.',
    caption: 'Tokens, the latest first',
    columns: {
      label: 'Label',
      owner: 'Person',
      role: 'Role',
      made: 'Made',
      used: 'Last used',
      state: 'Valid',
    },
    until: (at: string) => `until ${at}`,
    unused: 'not used yet',
    revoked: (at: string) => `revoked ${at}`,
    over: (at: string) => `ended ${at}`,
    revoke: 'Revoke',
    revokeTitle: (label: string) => `Revoke the token “${label}”?`,
    revokeText: 'Programs that use it stop working at once. This cannot be undone.',
    wasRevoked: (label: string) => `The token “${label}” is revoked.`,
    newTitle: 'New token',
    noRole: 'A token can have the role of a data steward, researcher or analyst; you have none of them.',
    label: 'Label',
    labelHint: 'It tells the token in the list, “nightly export” for example.',
    role: 'Role',
    authority: 'Authority',
    wherever: 'wherever I have this role',
    days: 'Valid for (days)',
    daysHint: '1 to 366.',
    daysWrong: 'Enter a number from 1 to 366.',
    make: 'Make a token',
    made: (label: string) => `The token “${label}” is made`,
    madeText:
      'It is shown this once. Copy it now; the database knows only its digest and nobody can read it later.',
    copy: 'Copy the token',
    example: 'Example: who this token is',
  },
});
