CREATE TABLE `evidence` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`ref` text NOT NULL,
	`item` text NOT NULL,
	`duty_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`officer_id` text NOT NULL,
	`on_behalf` text,
	`report_id` text,
	`at` text NOT NULL,
	`revokes` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_id_unique` ON `evidence` (`id`);--> statement-breakpoint
CREATE INDEX `evidence_by_duty` ON `evidence` (`duty_id`,`seq`);--> statement-breakpoint
CREATE INDEX `evidence_by_officer` ON `evidence` (`officer_id`,`seq`);--> statement-breakpoint
ALTER TABLE `outbox_messages` ADD `attachment` text;--> statement-breakpoint
ALTER TABLE `progress_log` ADD `on_behalf` text;