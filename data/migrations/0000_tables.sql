CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`officer_id` text NOT NULL,
	`chat_id` text NOT NULL,
	`linked_at` text NOT NULL,
	`closed_at` text,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `accounts_by_officer` ON `accounts` (`officer_id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`object` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by_object` ON `audit_log` (`object`);--> statement-breakpoint
CREATE TABLE `catalog_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	CONSTRAINT "one_row" CHECK("catalog_version"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `conflicts` (
	`what` text NOT NULL,
	CONSTRAINT "conflict" CHECK(0)
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`chat_id` text NOT NULL,
	`account_id` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`chat_id`, `account_id`)
);
--> statement-breakpoint
CREATE TABLE `duties` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`path` text NOT NULL,
	`lines` text NOT NULL,
	`text` text NOT NULL,
	`quote` text NOT NULL,
	`units` text NOT NULL,
	`deadline` text NOT NULL,
	`reporting` text,
	`confidence` real NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duties_by_plan` ON `duties` (`plan_id`,`position`);--> statement-breakpoint
CREATE TABLE `inbox_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`platform` text NOT NULL,
	`chat_id` text NOT NULL,
	`body` text NOT NULL,
	`received_at` text NOT NULL,
	`handled_at` text,
	`buried_at` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_events_key_unique` ON `inbox_events` (`key`);--> statement-breakpoint
CREATE INDEX `inbox_waiting` ON `inbox_events` (`chat_id`,`seq`) WHERE "inbox_events"."handled_at" is null and "inbox_events"."buried_at" is null;--> statement-breakpoint
CREATE INDEX `inbox_buried` ON `inbox_events` (`seq`) WHERE "inbox_events"."buried_at" is not null and "inbox_events"."handled_at" is null;--> statement-breakpoint
CREATE TABLE `job_runs` (
	`run_key` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `link_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`unit_id` text NOT NULL,
	`name` text,
	`expires_at` text NOT NULL,
	`used_at` text
);
--> statement-breakpoint
CREATE TABLE `officers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`role` text NOT NULL,
	`unit_id` text NOT NULL,
	`is_active` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox_messages` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`platform` text NOT NULL,
	`chat_id` text NOT NULL,
	`text` text NOT NULL,
	`choices` text NOT NULL,
	`urgency` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`not_before` text NOT NULL,
	`created_at` text NOT NULL,
	`cause` text,
	`platform_message_id` text,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_messages_id_unique` ON `outbox_messages` (`id`);--> statement-breakpoint
CREATE INDEX `outbox_ready` ON `outbox_messages` ("urgency" desc,`seq`) WHERE "outbox_messages"."state" = 'ready';--> statement-breakpoint
CREATE INDEX `outbox_moving` ON `outbox_messages` (`chat_id`) WHERE "outbox_messages"."state" in ('ready', 'sending');--> statement-breakpoint
CREATE INDEX `outbox_sending` ON `outbox_messages` (`seq`) WHERE "outbox_messages"."state" = 'sending';--> statement-breakpoint
CREATE INDEX `outbox_by_cause` ON `outbox_messages` (`cause`,`seq`) WHERE "outbox_messages"."cause" is not null;--> statement-breakpoint
CREATE INDEX `outbox_sent` ON `outbox_messages` (`platform`,`not_before`) WHERE "outbox_messages"."state" = 'sent';--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`header` text NOT NULL,
	`sections` text NOT NULL,
	`duties` text NOT NULL,
	`passages` text NOT NULL,
	`quality` text NOT NULL,
	`issues` text NOT NULL,
	`source` text NOT NULL,
	`restored` text NOT NULL,
	`imported_at` text NOT NULL,
	`witness_of` text
);
--> statement-breakpoint
CREATE TABLE `progress_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`ref` text NOT NULL,
	`duty_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`officer_id` text NOT NULL,
	`status` text NOT NULL,
	`percent` integer,
	`note` text,
	`due_change` text,
	`at` text NOT NULL,
	`revokes` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `progress_log_id_unique` ON `progress_log` (`id`);--> statement-breakpoint
CREATE INDEX `progress_by_duty` ON `progress_log` (`duty_id`,`seq`);--> statement-breakpoint
CREATE INDEX `progress_by_officer` ON `progress_log` (`officer_id`,`seq`);--> statement-breakpoint
CREATE INDEX `progress_by_revoked` ON `progress_log` (`revokes`) WHERE "progress_log"."revokes" is not null;--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`place` text,
	`level` text NOT NULL,
	`is_collective` integer NOT NULL,
	`aliases` text NOT NULL,
	`parent_id` text,
	`ended_on` text,
	`ended_by` text
);
--> statement-breakpoint
CREATE TABLE `wrong_codes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chat_id` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `wrong_codes_by_chat` ON `wrong_codes` (`chat_id`,`at`);