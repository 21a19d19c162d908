/** What is wrong with an address, without its place. */
export type AddressFault = { code: string; message: string; fix: string };

const MAX_ADDRESS = 2_000;

/**
 * Judges an address as a browser would read it: after entities are decoded (by the parser)
 * and control characters and white space taken out.
 *
 * @returns the fault, or `{ anchor }` for `#anchor`, or undefined for an address that is taken
 */
export function judgeLink(url: string): AddressFault | { anchor: string } | undefined {
  const shown = shorten(url);
  // https://url.spec.whatwg.org/#concept-basic-url-parser strips these before it looks for a scheme.

  const address = url.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]+/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (address === '') {
    return {
      code: 'empty-link',
      message: 'The link has no address.',
      fix: 'Write the address between the brackets: `[text](https://…)`.',
    };
  }
  if (url.length > MAX_ADDRESS) {
    return {
      code: 'bad-link',
      message: `The address \`${shown}\` is ${url.length} characters long; at most ${MAX_ADDRESS} are taken.`,
      fix: 'Link to a shorter address of the same page.',
    };
  }
  if (scheme === undefined) return judgeRelative(address, shown);
  if (scheme !== 'http' && scheme !== 'https' && scheme !== 'mailto') {
    return {
      code: 'forbidden-scheme',
      message: `The link \`${shown}\` begins with \`${scheme}:\`, which is not taken.`,
      fix: 'Link to an address that begins with `https://`, `http://` or `mailto:`.',
    };
  }
  if (address !== url) {
    return {
      code: 'bad-link',
      message: `The address \`${shown}\` holds white space or a control character.`,
      fix: `Write \`${shorten(address)}\`, or \`%20\` for a space.`,
    };
  }
  if (scheme === 'mailto') {
    if (/^mailto:[^@/\\<>]+@[^@/\\<>]+\.[^@/\\<>]+$/i.test(address)) return undefined;
    return {
      code: 'bad-link',
      message: `The link \`${shown}\` holds no mail address.`,
      fix: 'Write it as `mailto:name@example.org`.',
    };
  }
  if (/^https?:\/\/[^/?#\\@\s]+(?:[/?#]|$)/i.test(address) && URL.canParse(address))
    return undefined;
  return {
    code: 'bad-link',
    message: `\`${shown}\` is not a complete web address.`,
    fix: 'Write it as `https://example.org/page`, without a user name.',
  };
}

/** Judges an address that an attribute of a component gives: as a link, but of a page or a file on the web. */
export function judgeWebAddress(url: string): AddressFault | undefined {
  const fault = judgeLink(url);
  const fix = 'Write the full address of the page or the file: `https://example.org/talk`.';
  // A link in the text may do what this one may not: mail, lead to a paper or to a place of the text.
  const isOther =
    fault && 'code' in fault && /beginning with|begins with|another paper/.test(fault.fix);
  if (fault && 'code' in fault) return isOther ? { ...fault, fix } : fault;
  if (/^https:/i.test(url)) return undefined;
  return {
    code: 'bad-link',
    message: `\`${shorten(url)}\` is not an address that begins with \`https://\`.`,
    fix: /^http:/i.test(url)
      ? `Write \`${shorten(url.replace(/^http:/i, 'https:'))}\`, if the site has it.`
      : fix,
  };
}

function judgeRelative(address: string, shown: string): AddressFault | { anchor: string } {
  if (address.startsWith('#') && address.length > 1) return { anchor: address.slice(1) };
  if (/^[\\/]{2}/.test(address)) {
    return {
      code: 'relative-link',
      message: `The link \`${shown}\` has no scheme.`,
      fix: `Write the full address: \`https:${shorten(address.replaceAll('\\', '/'))}\`.`,
    };
  }
  const domain = /^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/|$))/i.test(address);
  return {
    code: 'relative-link',
    message: `The link \`${shown}\` is not a full address.`,
    fix: domain
      ? `Write the full address: \`https://${shorten(address)}\`.`
      : /^(?:\/papers\/|\.\.?\/)[a-z0-9-]|\.mdx?$/.test(address)
        ? 'Link to another paper of the digest by its arXiv or DOI address, `https://arxiv.org/abs/…`: the link leads to its page here, and that page mentions this one.'
        : 'Write the full address, beginning with `https://`; a paper is linked by its arXiv or DOI address.',
  };
}

/** Judges the path of a picture, which must lead to a file of the paper's own folder. */
export function judgePicture(url: string): AddressFault | undefined {
  const shown = shorten(url);
  const beside = 'Put the file beside the summary and write its name: `./picture.svg`.';
  const fault = (code: string, message: string, fix = beside): AddressFault => ({
    ...{ code, message, fix },
  });
  if (url.trim() === '') return fault('bad-picture', 'The picture has no path.');
  if (/^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(url)) {
    return fault(
      'foreign-picture',
      `The picture \`${shown}\` is not a file of the paper's own folder.`,
    );
  }
  const plain = url.replaceAll('\\', '/');
  // As a browser would read it.
  const path = plain.replace(/%(?:2f|5c)/gi, '/').replace(/%2e/gi, '.');
  const segments = path.replace(/^\.\//, '').split('/');
  if (path.startsWith('/') || segments.includes('..')) {
    return fault(
      'foreign-picture',
      `The picture \`${shown}\` leads out of the paper's own folder.`,
    );
  }
  if (plain !== url) {
    const message = `The path \`${shown}\` has the backslash of Windows.`;
    return fault('bad-picture', message, `Write \`${shorten(plain)}\`.`);
  }
  if (/[?#%]/.test(url)) {
    return fault(
      'bad-picture',
      `The path \`${shown}\` holds \`?\`, \`#\` or \`%\`, which a file name here may not.`,
    );
  }
  if (
    segments.some(
      (segment) => segment.startsWith('.') || segment.trim() !== segment || segment === '',
    )
  ) {
    return fault('bad-picture', `The path \`${shown}\` is no plain file name.`);
  }
  if (url.length > 200) {
    return fault(
      'bad-picture',
      `The path \`${shown}\` is ${url.length} characters long; at most 200 are taken.`,
    );
  }
  return undefined;
}

function shorten(text: string): string {
  const visible = text.slice(0, 200).replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
  return visible.length > 60 ? `${visible.slice(0, 59)}…` : visible;
}
