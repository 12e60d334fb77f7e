CREATE TABLE "held_day" (
	"queue_id" integer NOT NULL,
	"callers" integer NOT NULL,
	"half_held" integer NOT NULL,
	"most_held" integer NOT NULL,
	"live_callers" integer NOT NULL,
	"replayed" boolean NOT NULL,
	"day" text NOT NULL,
	CONSTRAINT "held_day_pkey" PRIMARY KEY("queue_id","day")
);
--> statement-breakpoint
CREATE TABLE "published_week" (
	"made_at" timestamp (3) with time zone NOT NULL,
	"queue_id" integer PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"settings" text NOT NULL,
	"pools" json NOT NULL,
	"most_held" real
);
--> statement-breakpoint
CREATE TABLE "told_wait" (
	"from_at" timestamp (3) with time zone NOT NULL,
	"queue_id" integer NOT NULL,
	"half_under" integer,
	"most_under" integer,
	"basis" text,
	CONSTRAINT "told_wait_pkey" PRIMARY KEY("queue_id","from_at")
);
