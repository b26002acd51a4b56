/**
 * The operator's program that has events in quarantine applied again, with the settings of the server, which must be
 * running: all of them, or those whose ids or reasons are named.
 */
import { runOperatorProgram } from './operator-program.ts';
import { replayEvents } from './webhooks/index.ts';

await runOperatorProgram(async (database) => {
  const count = await replayEvents({ database, now: () => new Date() }, process.argv.slice(2));
  process.stdout.write(`Events taken out of quarantine, to be applied again now: ${count}\n`);
});
