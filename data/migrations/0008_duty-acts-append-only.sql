CREATE TRIGGER `duty_acts_keep_lines` BEFORE UPDATE ON `duty_acts` BEGIN SELECT RAISE(ABORT, 'duty_acts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `duty_acts_lose_nothing` BEFORE DELETE ON `duty_acts` BEGIN SELECT RAISE(ABORT, 'duty_acts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `concerns_keep_lines` BEFORE UPDATE ON `concerns` BEGIN SELECT RAISE(ABORT, 'concerns is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `concerns_lose_nothing` BEFORE DELETE ON `concerns` BEGIN SELECT RAISE(ABORT, 'concerns is append-only'); END;
