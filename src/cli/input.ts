/** More than any file that is piped into a command of ours. */
const maxBytes = 5_000_000;

/** What is piped in, up to a bound beyond which nobody means it. */
export async function readInput(): Promise<string> {
  if (process.stdin.isTTY) console.error('Paste the text, then press Ctrl-D on a line of its own:');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > maxBytes) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}
