CREATE TABLE "report_subscription" (
	"due_at" timestamp (3) with time zone NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	"person_id" integer NOT NULL,
	"queue_id" integer NOT NULL,
	"weekday" smallint NOT NULL,
	"hour" smallint NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"lang" text NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "report_subscription_of" UNIQUE("person_id","queue_id")
);
--> statement-breakpoint
ALTER TABLE "report_subscription" ADD CONSTRAINT "report_subscription_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_subscription_next" ON "report_subscription" USING btree ("next_at");