CREATE TABLE "intake" (
	"received_at" timestamp (3) with time zone NOT NULL,
	"newest_at" timestamp (3) with time zone,
	"delay_ms" bigint,
	"calls" bigint NOT NULL,
	"read" bigint NOT NULL,
	"refused" bigint NOT NULL,
	"source" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reject" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "reject" ADD COLUMN "format" text;--> statement-breakpoint
CREATE INDEX "reject_source" ON "reject" USING btree ("source","code","id");