/** What is wrong with a picture; where it is shown is known by who asks for it. */
export type Fault = {
  code: string;
  message: string;
  fix: string;
  /** The path of the file that was most likely meant: it is not unused. */
  meant?: string;
};

/** A picture that was made, or what kept it from being made. */
export type Made = {
  made?: { bytes: Uint8Array; width: number; height: number };
  problems: Fault[];
};
