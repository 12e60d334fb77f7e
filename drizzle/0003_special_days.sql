CREATE TABLE "calendar_seed" (
	"country" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"seeded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "special_day" (
	"date" date NOT NULL,
	"queue_id" integer DEFAULT 0 NOT NULL,
	"country" text DEFAULT '' NOT NULL,
	"subdivision" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"own" boolean NOT NULL,
	"stands_for" smallint,
	"verified" boolean NOT NULL,
	"schedule" boolean NOT NULL,
	"name_en" text,
	"name_zh" text,
	"source" text NOT NULL,
	CONSTRAINT "special_day_pkey" PRIMARY KEY("queue_id","country","subdivision","date","own","kind")
);
--> statement-breakpoint
CREATE TABLE "special_day_change" (
	"changed_at" timestamp (3) with time zone NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"queue_id" integer NOT NULL,
	"by" text NOT NULL,
	"removed" json NOT NULL,
	"added" json NOT NULL,
	"undone" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX "special_day_country" ON "special_day" USING btree ("country","date");--> statement-breakpoint
CREATE INDEX "special_day_change_at" ON "special_day_change" USING btree ("changed_at");