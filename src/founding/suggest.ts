/** The page of a repository from the address that git knows it by; undefined where that is no web address. */
export function pageOfRemote(remote: string): string | undefined {
  const [, host, path] =
    /^(?:ssh:\/\/)?(?:git@)?([\w.-]+\.[a-z]+)(?::\d+\/|[:/])([\w./-]+?)(?:\.git)?\/?$/i.exec(
      remote,
    ) ??
    /^https?:\/\/(?:[^@/]*@)?([\w.-]+)\/([\w./-]+?)(?:\.git)?\/?$/i.exec(remote) ??
    [];
  return host === undefined || path === undefined ? undefined : `https://${host}/${path}`;
}

/** Where the forge of a repository shows its pages; undefined where that is not known. */
export function pagesOf(repository: string): string | undefined {
  const parsed = URL.parse(repository);
  const [owner = '', ...rest] =
    parsed?.pathname
      .replace(/\.git$|\/$/, '')
      .split('/')
      .slice(1) ?? [];
  const domain = {
    'github.com': 'github.io',
    'gitlab.com': 'gitlab.io',
    'codeberg.org': 'codeberg.page',
  };
  const host = parsed?.hostname ?? '';
  if (!Object.hasOwn(domain, host) || owner === '' || rest.length === 0) return undefined;
  // A host name has no capitals; the path keeps them.
  const own = `${owner.toLowerCase()}.${domain[host as keyof typeof domain]}`;
  const [name = ''] = rest;
  return rest.length === 1 && [own, 'pages'].includes(name.toLowerCase())
    ? `https://${own}/`
    : `https://${own}/${rest.join('/')}/`;
}
