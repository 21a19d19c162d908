/** The part of subset-font that is used here; it has no types of its own. */
declare module 'subset-font' {
  type Options = {
    targetFormat: 'woff2' | 'truetype';
    noHinting?: boolean;
    noLayoutClosure?: boolean;
    dropTables?: string[];
    keepFeatures?: string[];
    variationAxes?: Record<string, number | { min: number; max: number }>;
  };
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
