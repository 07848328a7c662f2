CREATE TABLE `concerns` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`duty_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`officer_id` text NOT NULL,
	`report_id` text NOT NULL,
	`text` text NOT NULL,
	`routed_to` text,
	`routed_via` text,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `concerns_id_unique` ON `concerns` (`id`);--> statement-breakpoint
CREATE INDEX `concerns_by_duty` ON `concerns` (`duty_id`,`seq`);--> statement-breakpoint
CREATE TABLE `duty_acts` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`ref` text NOT NULL,
	`kind` text NOT NULL,
	`duty_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`period` text,
	`number` integer NOT NULL,
	`after_id` text,
	`officer_id` text NOT NULL,
	`reason` text,
	`until` text,
	`to_unit_id` text,
	`at` text NOT NULL,
	`revokes` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_acts_id_unique` ON `duty_acts` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `acts_by_duty` ON `duty_acts` (`duty_id`,`unit_id`,`number`);--> statement-breakpoint
CREATE INDEX `acts_by_officer` ON `duty_acts` (`officer_id`,`seq`);--> statement-breakpoint
ALTER TABLE `progress_log` ADD `period` text;