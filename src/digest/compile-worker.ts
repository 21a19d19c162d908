import { workerData } from 'node:worker_threads';
import { hashRules, Sources } from './compile-file.ts';
import { takeNext, tellOne, type Share, type Told } from './compile-files.ts';

/** A thread of `compileFiles`: compiles what nobody has until there is nothing left. */
const { content, rules, files, state, port } = workerData as Share;

const sources = new Sources(content, rules);
// In a process that runs for long the rules may have changed since it read them: it has the old ones.
const isSame = hashRules() === rules;
for (let position = isSame ? takeNext(state) : files.length; ; position = takeNext(state)) {
  const file = files[position];
  if (!file) break;
  const told: Told = { position };
  try {
    told.compiled = sources.compile(file);
  } catch {
    // Told without: it is compiled again by who can say what is wrong.
  }
  port.postMessage(told);
  tellOne(state);
}
