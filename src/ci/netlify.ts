import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readBounded } from './github.ts';

export type Host = {
  /** `https://api.netlify.com/api/v1`, without a slash at its end. */
  api: string;
  /** The id of a Netlify site that holds nothing but previews. */
  site: string;
  token: string;
  /** Milliseconds between two questions whether it is ready. */
  pause?: number;
};

const deploySchema = z.object({
  id: z.string().regex(/^[\w-]{1,60}$/),
  state: z.string(),
  required: z.array(z.string()).optional(),
  deploy_ssl_url: z.string().optional(),
});

/**
 * Deploys files as a draft, which has an origin of its own and never becomes the site. Returns that origin.
 * The files go from memory to Netlify; nothing is run.
 * https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/#file-digest-method
 *
 * @param files bytes by path from the root of the host on
 */
export async function deployDraft(host: Host, files: ReadonlyMap<string, Buffer>): Promise<string> {
  const hashes = new Map(
    [...files].map(([path, bytes]) => [path, createHash('sha1').update(bytes).digest('hex')]),
  );
  const listed = Object.fromEntries([...hashes].map(([path, hash]) => [`/${path}`, hash]));
  const deploy = await ask(host, `sites/${encodeURIComponent(host.site)}/deploys`, {
    method: 'POST',
    body: JSON.stringify({ files: listed, draft: true }),
  });
  const required = new Set(deploy.required);
  for (const [path, bytes] of files) {
    // A file of the same bytes under two paths is wanted once.
    if (!required.delete(hashes.get(path) ?? '')) continue;
    const address = path.split('/').map(encodeURIComponent).join('/');
    await send(host, `deploys/${deploy.id}/files/${address}`, {
      method: 'PUT',
      body: new Uint8Array(bytes),
    });
  }
  return await waitFor(host, deploy.id);
}

async function waitFor(host: Host, id: string): Promise<string> {
  for (let asked = 0; asked < 60; asked += 1) {
    const { state, deploy_ssl_url: url = '' } = await ask(host, `deploys/${id}`);
    if (state === 'error') throw new Error('Netlify could not make the preview.');
    if (state === 'ready') {
      if (/^https:\/\/[a-z0-9-]+\.netlify\.app$/.test(url)) return url;
      throw new Error('Netlify gave the preview no address of its own.');
    }
    await new Promise((resolve) => setTimeout(resolve, host.pause ?? 2_000));
  }
  throw new Error('Netlify was not ready with the preview within two minutes.');
}

async function ask(host: Host, path: string, init: RequestInit = {}) {
  const response = await send(host, path, init);
  const text = (await readBounded(response, 20_000_000)).toString('utf8');
  return deploySchema.parse(JSON.parse(text));
}

async function send({ api, token }: Host, path: string, init: RequestInit): Promise<Response> {
  const type = init.method === 'PUT' ? 'application/octet-stream' : 'application/json';
  const response = await fetch(`${api}/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    signal: AbortSignal.timeout(60_000),
  });
  if (response.ok) return response;
  const what = path.replace(/\/.*/, '');
  throw new Error(`Netlify answered ${response.status} to ${init.method ?? 'GET'} ${what}.`);
}
