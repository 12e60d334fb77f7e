CREATE TABLE "alert_delivery" (
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"gave_up_at" timestamp (3) with time zone,
	"queue_id" integer NOT NULL,
	"tries" integer NOT NULL,
	"id" text NOT NULL,
	"firing_id" text,
	"target_id" text NOT NULL,
	"event" text NOT NULL,
	"kind" text NOT NULL,
	"address" text NOT NULL,
	"body" text NOT NULL,
	"error" text,
	CONSTRAINT "alert_delivery_pkey" PRIMARY KEY("queue_id","id")
);
--> statement-breakpoint
CREATE TABLE "alert_firing" (
	"began_at" timestamp (3) with time zone NOT NULL,
	"fired_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	"silenced_until" timestamp (3) with time zone,
	"badness" double precision NOT NULL,
	"queue_id" integer NOT NULL,
	"id" text NOT NULL,
	"rule_id" text NOT NULL,
	"end" text,
	"settings" json NOT NULL,
	"last" json NOT NULL,
	"worst" json NOT NULL,
	"silenced_by" text,
	CONSTRAINT "alert_firing_pkey" PRIMARY KEY("queue_id","id")
);
--> statement-breakpoint
CREATE TABLE "alert_rule" (
	"changed_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"silenced_until" timestamp (3) with time zone,
	"since_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"queue_id" integer NOT NULL,
	"id" text NOT NULL,
	"phase" text NOT NULL,
	"settings" json NOT NULL,
	"by" text NOT NULL,
	"silenced_by" text,
	CONSTRAINT "alert_rule_pkey" PRIMARY KEY("queue_id","id")
);
--> statement-breakpoint
CREATE TABLE "alert_target" (
	"changed_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"queue_id" integer NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"address" text NOT NULL,
	"lang" text NOT NULL,
	"secret" text,
	"by" text NOT NULL,
	CONSTRAINT "alert_target_pkey" PRIMARY KEY("queue_id","id")
);
--> statement-breakpoint
CREATE INDEX "alert_delivery_firing" ON "alert_delivery" USING btree ("queue_id","firing_id");--> statement-breakpoint
CREATE INDEX "alert_delivery_due" ON "alert_delivery" USING btree ("due_at") WHERE sent_at is null and gave_up_at is null;--> statement-breakpoint
CREATE INDEX "alert_firing_fired" ON "alert_firing" USING btree ("fired_at");--> statement-breakpoint
CREATE INDEX "alert_firing_open" ON "alert_firing" USING btree ("queue_id") WHERE resolved_at is null;