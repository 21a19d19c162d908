import { lstatSync, readdirSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** Milliseconds in which one save, or a change of branches, tells of many files. */
const PAUSE = 30;

/**
 * macOS and Windows tell of all that lies in a folder. On Linux every folder is asked: Vite's watcher asks every
 * file, of which there are many more.
 */
const IS_DEEP = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Tells that something in a folder was saved, made, renamed or deleted: a moment later, and once for what comes together.
 *
 * @param onFault called once, with why a folder cannot be followed: a system has a limit of how many can
 * @returns what ends it
 */
export function watchFolder(
  root: string,
  onChange: () => void,
  onFault: (error: Error) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let isTold = false;
  const drop = (folder: string) => {
    if (!watchers.has(folder)) return;
    for (const [other, watcher] of watchers) {
      if (other !== folder && !other.startsWith(folder + path.sep)) continue;
      watcher.close();
      watchers.delete(other);
    }
  };
  const follow = (folder: string): void => {
    try {
      const watcher = watch(folder, { recursive: IS_DEEP }, (event, name) => {
        // Another folder may have taken the place of one that was followed.
        if (!IS_DEEP && event === 'rename' && name !== null) {
          const at = path.join(folder, name);
          drop(at);
          if (lstatSync(at, { throwIfNoEntry: false })?.isDirectory() === true) follow(at);
        }
        timer ??= setTimeout(() => {
          timer = undefined;
          onChange();
        }, PAUSE);
      });
      watcher.on('error', () => drop(folder));
      watchers.set(folder, watcher);
      if (IS_DEEP) return;
      // After it is followed, so that no folder is made between the two.
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory()) follow(path.join(folder, entry.name));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // It may be gone already.
      if (code === 'ENOENT' || isTold) return;
      isTold = true;
      onFault(error as Error);
    }
  };
  follow(root);
  return () => {
    drop(root);
    clearTimeout(timer);
  };
}
