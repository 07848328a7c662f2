CREATE TRIGGER `evidence_keeps_lines` BEFORE UPDATE ON `evidence` BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `evidence_loses_nothing` BEFORE DELETE ON `evidence` BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `urgings_keep_lines` BEFORE UPDATE ON `urgings` BEGIN SELECT RAISE(ABORT, 'urgings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `urgings_lose_nothing` BEFORE DELETE ON `urgings` BEGIN SELECT RAISE(ABORT, 'urgings is append-only'); END;
