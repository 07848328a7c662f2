CREATE TABLE `corrections` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`duty_id` text NOT NULL,
	`number` integer NOT NULL,
	`quote` text NOT NULL,
	`corrected_by` text NOT NULL,
	`at` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `corrections_by_duty` ON `corrections` (`duty_id`,`number`);