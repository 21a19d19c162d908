/**
 * An address that a browser would mend, as a URI by RFC 3986, which is all that books know: letters of other scripts
 * and what breaks the grammar in percent signs, the host in Punycode.
 */
export function toUri(address: string): string {
  const url = URL.parse(address);
  if (url === null) return encode(address);
  const { href, host } = url;
  // Brackets belong to an address of IPv6 alone.
  const hostEnd = host === '' ? 0 : href.indexOf(host) + host.length;
  const [path = '', ...fragment] = href.slice(hostEnd).split('#');
  const after = fragment.length > 0 ? `#${encode(fragment.join('%23'))}` : '';
  return href.slice(0, hostEnd) + encode(path) + after;
}

function encode(part: string): string {
  return part
    .toWellFormed()
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, (character) => encodeURIComponent(character));
}
