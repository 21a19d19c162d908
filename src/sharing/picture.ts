/** Size of every sharing picture, in pixels: what readers of Open Graph crop least. */
export const pictureSize = { width: 1200, height: 630 } as const;

/** Beside what every sharing picture shows, in pixels. */
export const sideMargin = 72;

/** Size of the cover of a book, in pixels: what shelves of reading programs are made for. */
export const coverSize = { width: 1200, height: 1800 } as const;

/** Everything that a sharing picture shows, as plain data: its hash is the picture's name in the cache. */
export type SharingPicture = {
  /** `pictureSize` unless given. */
  size?: { width: number; height: number };
  /** Name of the site; absent where it is the title. */
  site?: string;
  /** What the thing belongs to: `January 2025`. */
  within?: string;
  title: TitlePiece[];
  /** Spellings of the line under the title, the fullest first: the first that fits is set. */
  lines: string[];
  /** In reading order. */
  stretches: ColouredStretch[];
  colours: { paper: string; ink: string; soft: string; live: string };
};

/** `text` of a formula is for where it cannot be set. */
export type TitlePiece =
  { type: 'text'; text: string; italic: boolean } | { type: 'formula'; tex: string; text: string };

export type ColouredStretch = {
  /** −1 to 1 each. */
  stems: number[];
  colour: string;
  /** Whether it only stands around what the picture is about. */
  pale: boolean;
};
