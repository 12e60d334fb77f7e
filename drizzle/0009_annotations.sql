CREATE TABLE "annotation" (
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"queue_id" integer NOT NULL,
	"leave_out" boolean NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "annotation_time" ON "annotation" USING btree ("from_at");