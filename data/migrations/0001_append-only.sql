CREATE TRIGGER `progress_log_keeps_lines` BEFORE UPDATE ON `progress_log` BEGIN SELECT RAISE(ABORT, 'progress_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `progress_log_loses_nothing` BEFORE DELETE ON `progress_log` BEGIN SELECT RAISE(ABORT, 'progress_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_keeps_lines` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_loses_nothing` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
