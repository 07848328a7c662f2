/** "Hủy" takes a report or a decision back for so long. */
export const UNDO_WITHIN_MINUTES = 60
