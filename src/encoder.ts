/**
 * sharp as everything here uses it: the same picture is the same bytes each time, and nothing is kept of one that nobody
 * asks for again.
 */
import sharp from 'sharp';

// Threads that share an encoder's work may share it otherwise the next time.
sharp.concurrency(1);
// Else what went into the last hundred operations stays, and every picture is another.
sharp.cache(false);

export { default, type OutputInfo, type Sharp } from 'sharp';
