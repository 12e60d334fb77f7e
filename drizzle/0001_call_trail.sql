CREATE TABLE "call_trail" (
	"kept_until" timestamp (3) with time zone NOT NULL,
	"source_id" integer NOT NULL,
	"queue_id" integer NOT NULL,
	"unended" boolean NOT NULL,
	"trail" text NOT NULL,
	"events" text NOT NULL,
	CONSTRAINT "call_trail_pkey" PRIMARY KEY("source_id","trail")
);
--> statement-breakpoint
CREATE INDEX "call_trail_unended" ON "call_trail" USING btree ("source_id") WHERE unended;