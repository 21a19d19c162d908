/**
 * The settings of a reader: each is `data-<name>` on the page's element, absent where it stands at
 * its default, and is kept under `digest-<name>`.
 */
export const SETTINGS = ['theme', 'maths', 'keys', 'offline'] as const;
export type Setting = (typeof SETTINGS)[number];

/** What the address says of a list, each as a control of its form is called. */
export const LIST_NAMES = ['sort', 'year', 'tag', 'category', 'person', 'score'] as const;

export const PREFIX = 'digest-';

/**
 * Runs in the head of every page before anything is drawn, so that no page flashes in another
 * theme; `data-script` says that scripts run at all, `data-narrowing` that the address asks for a list in another way. Plain JavaScript, since nothing compiles it.
 */
export const headScript = `{const{dataset:d}=document.documentElement;d.script="";if(/[?&](${LIST_NAMES.join('|')})=/.test(location.search))d.narrowing="";try{for(const n of ${JSON.stringify(SETTINGS)}){const v=localStorage.getItem("${PREFIX}"+n);if(v)d[n]=v}}catch{}}`;
