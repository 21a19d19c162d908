/**
 * The settings of a reader: each is `data-<name>` on the page's element, absent where it stands at
 * its default, and is kept under `digest-<name>`.
 */
export const SETTINGS = ['theme', 'maths', 'keys', 'offline'] as const;
export type Setting = (typeof SETTINGS)[number];

export const PREFIX = 'digest-';

/**
 * Runs in the head of every page before anything is drawn, so that no page flashes in another
 * theme; `data-script` says that scripts run at all. Plain JavaScript, since nothing compiles it.
 */
export const headScript = `{const{dataset:d}=document.documentElement;d.script="";try{for(const n of ${JSON.stringify(SETTINGS)}){const v=localStorage.getItem("${PREFIX}"+n);if(v)d[n]=v}}catch{}}`;
