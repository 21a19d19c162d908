// @ts-nocheck: nothing compiles it, and what is written in front is known to no compiler.
// In front of this stands NAMES: src/views/worker.ts

// Ends the worker that a browser may have from before, and what it kept.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(end()));

async function end() {
  for (const name of await caches.keys()) {
    if (name.startsWith(NAMES.all)) await caches.delete(name);
  }
  await registration.unregister();
}
