import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { editBody } from './content.ts';
import { measure, type Command, type Outcome } from './measure.ts';

/** One line of the tables: a program that makes a site of an archive. */
export type Row = {
  name: string;
  /** Builds with nothing kept of earlier builds. */
  cold: () => Promise<Outcome>;
  /** Builds again. */
  unchanged: () => Promise<Outcome>;
  /** Builds after a sentence of one body has become another. */
  edit: () => Promise<Outcome>;
  /** The folder of the site. */
  output: string;
  /** How it shows the site while somebody writes; left out where it is the same as another row's. */
  dev?: Dev;
};

/** A server that follows the files. */
export type Dev = {
  command: (port: number) => Command;
  /** The address of the paper that is edited, from the root on. */
  page: string;
  /** Puts a sentence into its body. */
  edit: (sentence: string) => void;
};

export type RowPlan = {
  name: string;
  build: Command;
  dev?: Dev['command'];
  output: string;
  /** Everything kept between two builds, besides the output. */
  kept: string[];
  /** The file of the paper that is edited, and its slug. */
  file: string;
  slug: string;
};

export function planRow({ name, build, dev, output, kept, file, slug }: RowPlan): Row {
  const edit = (sentence: string) => {
    writeFileSync(file, editBody(readFileSync(file, 'utf8'), sentence));
  };
  return {
    name,
    output,
    cold() {
      for (const folder of [output, ...kept]) rmSync(folder, { recursive: true, force: true });
      return measure(build);
    },
    unchanged: () => measure(build),
    edit() {
      edit(writeSentence());
      return measure(build);
    },
    ...(dev && { dev: { command: dev, page: `/papers/${slug}/`, edit } }),
  };
}

let sentences = 0;

/** A sentence that was not there before, of which no program makes anything but itself. */
export function writeSentence(): string {
  sentences += 1;
  return `Edited text number ${process.pid}x${sentences} stands here.`;
}
