import 'reflect-metadata';
import { HELP, readCommand } from './command/arguments';
import { answer, refusalText } from './command/answer';
import { runCommand } from './command/run';
import { UsageError } from './command/usage';
import { Refusal } from './store/home';
import { readSettings, SettingError } from './store/settings';

/** Runs one command; exit 0 done, 1 refused with reasons, 2 usage. */
async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const json = args.includes('--json');
  try {
    const command = await readCommand(args);
    if (command.name === 'help') {
      process.stdout.write(HELP);
      return 0;
    }
    const result = await runCommand(command, readSettings());
    process.stdout.write(json ? `${JSON.stringify(result.body)}\n` : answer(command, result.body));
    return result.refused ? 1 : 0;
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

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`);
    process.exitCode = 1;
  },
);
