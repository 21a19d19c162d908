import 'hast';

declare module 'hast' {
  // Only an interface can be added to.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface ElementData {
    /** The TeX of a formula, on the element around it: `linkFormulas` reads it. */
    tex?: string;
    /** What `tieWords` keeps together with the words around it. */
    tie?: 'formula' | 'reference' | 'claim';
    /** Of the picture of a formula: CSS pixels of it below the line of text. */
    depth?: number;
    /** How a cell of a table is set. */
    align?: 'left' | 'right' | 'center';
  }
}

declare module 'mdast-util-to-hast' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface RawData {
    /** The TeX of a formula that is set as MathML, for an outlet that takes none. */
    tex?: string;
  }
}
