/** Puts text on the clipboard; false where the browser refuses, as it does outside of a secure context. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The same with what an address of the site holds. The browser is given a promise of it: some take nothing that comes
 * after the press itself.
 */
export async function copyFetched(href: string): Promise<boolean> {
  const read = async () => {
    const response = await fetch(href);
    if (!response.ok) throw new Error(`${href}: ${response.status}`);
    return new Blob([await response.text()], { type: 'text/plain' });
  };
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': read() })]);
    return true;
  } catch {
    return false;
  }
}
