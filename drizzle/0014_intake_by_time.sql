CREATE TABLE "intake_part" (
	"start_at" timestamp (3) with time zone NOT NULL,
	"least_delay_ms" bigint,
	"most_ahead_ms" bigint,
	"read" integer NOT NULL,
	"refused" integer NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "intake_part_pkey" PRIMARY KEY("source","start_at")
);
--> statement-breakpoint
CREATE TABLE "source_queue" (
	"seen_at" timestamp (3) with time zone NOT NULL,
	"queue_id" integer NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "source_queue_pkey" PRIMARY KEY("queue_id","source")
);
