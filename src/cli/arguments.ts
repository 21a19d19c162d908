import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads a command's options, or ends the process with 2 and a sentence. `usage` is what to
 * write: `npm run build -- --outDir another/folder`. Where `--help` is among them, prints `help` and ends with 0.
 */
export function readArguments<const T extends Options>(
  options: T,
  usage: string,
  allowPositionals = false,
  help = `Write: ${usage}`,
) {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(help);
    process.exit(0);
  }
  try {
    return parseArgs({ options, allowPositionals });
  } catch (error) {
    // Only the first sentence: Node goes on about its own library's settings.
    const [message = ''] = (error as Error).message.split(/\. /);
    return stop(`${message.replace(/\.?$/, '.')} Write: ${usage}`);
  }
}

/** A port from the command line, or `undefined` where none was given. */
export function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
  return stop(`"${text}" is no port. Write a number from 1 to 65535, such as --port 4321.`);
}

/** Ends the process with 2, the code for a command that was written wrongly. */
export function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
