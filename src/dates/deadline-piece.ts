import type { Deadline } from '../domain/deadline.ts'

/** A deadline as one rule saw it in the folded text; its own words are cut out later. */
export type DeadlinePiece = Omit<Deadline, 'asWritten'> & { readonly start: number; readonly end: number }
