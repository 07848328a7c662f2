CREATE TRIGGER `corrections_keep_lines` BEFORE UPDATE ON `corrections` BEGIN SELECT RAISE(ABORT, 'corrections is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `corrections_lose_nothing` BEFORE DELETE ON `corrections` BEGIN SELECT RAISE(ABORT, 'corrections is append-only'); END;
