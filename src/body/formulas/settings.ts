import type { FormulaFault } from './faults.ts';

/** What a formula became, or what is wrong with it. */
export type Setting = { faults: FormulaFault[]; html: string; mathml: string };

/** A setting without faults as it is kept: its key, KaTeX's HTML and Temml's MathML. */
export type KeptSetting = [key: string, html: string, mathml: string];

type Memory = {
  settings: Map<string, Setting>;
  characters: number;
  /** Reads what was kept for the text that is rendered now. */
  offered?: (() => readonly KeptSetting[]) | undefined;
};

/** The oldest settings go first. */
const MEMORY_CHARACTERS = 24_000_000;

/** Characters of settings that are kept of one entry: what has more of them is no summary. */
const ENTRY_CHARACTERS = 4_000_000;

// The pages of a build are bundled with a copy of this module, and share nothing with it but the global object.
const KEY = Symbol.for('digest.formulas');
const shared = globalThis as { [KEY]?: Memory | undefined };
const memory: Memory = (shared[KEY] ??= { settings: new Map<string, Setting>(), characters: 0 });

let gathered: Map<string, Setting> | undefined;

/** The setting of a formula that was set before, in this process or for what was offered. */
export function findSetting(key: string): Setting | undefined {
  const { settings, offered } = memory;
  if (offered && !settings.has(key)) {
    memory.offered = undefined;
    for (const [other, html, mathml] of offered()) remember(other, { faults: [], html, mathml });
  }
  const setting = settings.get(key);
  if (setting) gathered?.set(key, setting);
  return setting;
}

export function addSetting(key: string, setting: Setting): void {
  remember(key, setting);
  gathered?.set(key, setting);
}

/** Does some work, and tells the settings of the formulas that it has asked for. */
export function gatherSettings<Made>(work: () => Made): { made: Made; settings: KeptSetting[] } {
  const found = (gathered = new Map<string, Setting>());
  try {
    const made = work();
    let left = ENTRY_CHARACTERS;
    const sound = [...found].filter(([, { faults }]) => faults.length === 0);
    const few = sound.filter(([key, setting]) => (left -= weigh(key, setting)) > 0);
    return { made, settings: few.map(([key, { html, mathml }]) => [key, html, mathml]) };
  } finally {
    gathered = undefined;
  }
}

/**
 * Offers the settings of a text that is about to be rendered: they are read once a formula is asked for that is not
 * known. What was offered before is not offered any more.
 */
export function offerSettings(read: () => readonly KeptSetting[]): void {
  memory.offered = read;
}

function remember(key: string, setting: Setting): void {
  const { settings } = memory;
  if (settings.has(key)) return;
  settings.set(key, setting);
  memory.characters += weigh(key, setting);
  for (const [oldest, value] of settings) {
    if (memory.characters <= MEMORY_CHARACTERS) break;
    settings.delete(oldest);
    memory.characters -= weigh(oldest, value);
  }
}

function weigh(key: string, { html, mathml }: Setting): number {
  return key.length + html.length + mathml.length + 500;
}
