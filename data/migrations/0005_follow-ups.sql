CREATE TABLE `acknowledgements` (
	`cause` text NOT NULL,
	`chat_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`cause`, `chat_id`)
);
--> statement-breakpoint
CREATE TABLE `broadcasts` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`cause` text NOT NULL,
	`officer_id` text NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`number` integer NOT NULL,
	`people` integer NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `broadcasts_cause_unique` ON `broadcasts` (`cause`);--> statement-breakpoint
CREATE UNIQUE INDEX `broadcasts_by_day` ON `broadcasts` (`officer_id`,`day`,`number`);--> statement-breakpoint
CREATE TABLE `reminder_preferences` (
	`officer_id` text PRIMARY KEY NOT NULL,
	`preference` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `told_steps` (
	`officer_id` text NOT NULL,
	`step` text NOT NULL,
	`run_key` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`officer_id`, `step`)
);
--> statement-breakpoint
CREATE INDEX `told_steps_by_run` ON `told_steps` (`run_key`);--> statement-breakpoint
CREATE TABLE `urgings` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`duty_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`number` integer NOT NULL,
	`officer_id` text NOT NULL,
	`cause` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `urgings_by_duty` ON `urgings` (`duty_id`,`unit_id`,`number`);