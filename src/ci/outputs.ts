import { appendFileSync } from 'node:fs';

/**
 * Hands values to the steps and jobs that follow, where there are any. A value is one line: with a second it could
 * hand over something else.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter
 */
export function writeOutputs(values: Record<string, string>, file = process.env['GITHUB_OUTPUT']) {
  const lines = Object.entries(values).map(([name, value]) => {
    if (/[\r\n]/.test(value)) throw new Error(`The output ${name} has more than one line.`);
    return `${name}=${value}\n`;
  });
  if (file !== undefined) appendFileSync(file, lines.join(''));
}
