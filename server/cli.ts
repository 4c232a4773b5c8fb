import 'reflect-metadata';
import { type Command, HELP, readCommand } from './command/arguments';
import { answer, refusalText } from './command/answer';
import { goldenText, isRight, runGolden } from './command/golden/golden';
import { runCommand } from './command/run';
import { UsageError } from './command/usage';
import { Refusal } from './store/home';
import { readSettings, SettingError } from './store/settings';

/** Runs one command; exit 0 done, 1 refused with reasons, 2 usage. */
async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const json = args.includes('--json');
  try {
    return await carriedOut(await readCommand(args), json);
  } catch (error) {
    if (error instanceof UsageError || error instanceof SettingError) {
      process.stderr.write(`${error.message}\n\n${HELP}`);
      return 2;
    }
    if (!(error instanceof Refusal)) throw error;
    if (json) process.stdout.write(`${JSON.stringify({ error: { pl: error.pl, en: error.en } })}\n`);
    process.stderr.write(refusalText(error));
    return 1;
  }
}

async function carriedOut(command: Command, json: boolean): Promise<number> {
  const say = (body: object, text: string) => process.stdout.write(json ? `${JSON.stringify(body)}\n` : text);
  if (command.name === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (command.name === 'golden') {
    const report = await runGolden(command.folder);
    say(report, goldenText(report));
    return isRight(report) ? 0 : 1;
  }
  const { body, refused } = await runCommand(command, readSettings());
  say(body, answer(command, body));
  return refused ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`);
    process.exitCode = 1;
  },
);
