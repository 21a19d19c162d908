/** What is known of a picture without its bytes. */
export type PictureFacts = {
  /** As `nameFile` makes it. */
  name: string;
  /** In pixels, as it is shown at full size. */
  width: number;
  height: number;
  /** Its media type: `image/svg+xml`. */
  type: string;
  /** Whether every pixel hides what is behind it. */
  opaque: boolean;
};

/** A picture as it is published: checked, without metadata, named by what it holds. */
export type Picture = PictureFacts & {
  /** Read anew each time, so that an archive of pictures is not held in memory. */
  readonly bytes: Uint8Array;
};

/** A picture whose bytes are read when they are asked for; who goes through its facts, as JSON does, reads none. */
export function describe(
  { name, width, height, type, opaque }: PictureFacts,
  read: () => Uint8Array,
): Picture {
  // In one order, since who compares pictures compares their JSON.
  const facts = { name, width, height, type, opaque };
  return Object.defineProperty(facts, 'bytes', { get: read }) as Picture;
}
