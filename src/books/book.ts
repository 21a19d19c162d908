import type { Picture } from '../pictures/picture.ts';
import type { SharingPicture } from '../sharing/picture.ts';
import type { Colour } from '../styles/colours.ts';

/** An issue as a book, before it is packed: what the files of an EPUB are written from. */
export type Book = {
  /** `tag:` URI (RFC 4151). */
  id: string;
  title: string;
  /** A BCP 47 tag, and the direction of its script. */
  language: string;
  direction: 'ltr' | 'rtl';
  description: string;
  /** The site, whose issues are a series. */
  publisher: string;
  rights?: string;
  subjects: string[];
  makers: Maker[];
  /** `YYYY-MM-DD`: when the issue appeared, and the day of the newest text or correction in it. */
  published: string;
  modified: string;
  /** In reading order. */
  documents: BookDocument[];
  /** By their file names in the book; pictures that no book may hold are converted. */
  pictures: ReadonlyMap<string, Picture>;
  cover: SharingPicture;
  /** Of what shows data: lines, stems. */
  hue: Colour;
};

/** Somebody who had a part in the summaries. Roles are MARC's: https://id.loc.gov/vocabulary/relators */
export type Maker = { name: string; sortName: string; roles: ('aut' | 'edt')[] };

export type BookDocument = {
  /** Its file name in the book. */
  file: string;
  title: string;
  /** What it is to a reading program: https://www.w3.org/TR/epub-ssv-11/ */
  type: 'cover' | 'titlepage' | 'toc' | 'introduction' | 'chapter' | 'colophon';
  /** Well-formed XHTML; its pictures and the links to other documents are file names. Empty of the contents. */
  body: string;
  /** Of a chapter: ids and plain titles of its sections. */
  sections: { id: string; title: string }[];
};
