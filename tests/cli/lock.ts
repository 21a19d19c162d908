import { readFileSync } from 'node:fs';

type Entry = {
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

export function readLock(): Record<string, Entry> {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Entry>;
  };
  return lock.packages;
}

/**
 * What a lock file lacks, as lines to print. npm leaves out packages for other systems when it
 * cannot find them, says nothing, and `npm ci` fails there.
 */
export function unlocked(packages: Record<string, Entry>): string[] {
  return Object.entries(packages).flatMap(([path, entry]) => {
    const needed = Object.keys({ ...entry.dependencies, ...entry.optionalDependencies });
    const missing = needed.filter((name) => !resolves(packages, path, name));
    return [
      ...missing.map((name) => `${path} needs ${name}, which is not there`),
      ...(path !== '' && entry.integrity === undefined ? [`${path} has no integrity`] : []),
    ];
  });
}

/** As Node looks: in the package's own node_modules, then in those around it. */
function resolves(packages: Record<string, Entry>, path: string, name: string): boolean {
  const at = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (packages[at] !== undefined) return true;
  if (path === '') return false;
  const above = path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')));
  return resolves(packages, above, name);
}
