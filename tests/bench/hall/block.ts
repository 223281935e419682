/** A hall with tickets and so many counters, ready to claim. */
export interface Block {
  /** Claims one ticket for the counter with this place, and answers which. */
  claim(place: number): Promise<string>;
  close(): Promise<void>;
}

/** Makes a hall in which so many wait, apart from every other block. */
export type OpenBlock = (counters: number, waiting: number) => Promise<Block>;
