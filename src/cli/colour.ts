/** Whether to write in colour: on a terminal, unless `NO_COLOR` says otherwise (https://no-color.org). */
export function hasColour(
  { isTTY }: { isTTY?: boolean },
  environment: NodeJS.ProcessEnv = process.env,
): boolean {
  return isTTY === true && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
}
