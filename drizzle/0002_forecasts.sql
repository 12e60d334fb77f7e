CREATE TABLE "forecast" (
	"made_at" timestamp (3) with time zone NOT NULL,
	"queue_id" integer NOT NULL,
	"day" integer NOT NULL,
	"expected" json NOT NULL,
	CONSTRAINT "forecast_pkey" PRIMARY KEY("queue_id","day")
);
--> statement-breakpoint
CREATE TABLE "forecast_state" (
	"made_at" timestamp (3) with time zone NOT NULL,
	"queue_id" integer PRIMARY KEY NOT NULL,
	"made_on" integer NOT NULL,
	"learned" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_forecast" (
	"queue_id" integer NOT NULL,
	"day" integer NOT NULL,
	"ahead" smallint NOT NULL,
	"replayed" boolean NOT NULL,
	"method" text NOT NULL,
	"expected" json NOT NULL,
	CONSTRAINT "kept_forecast_pkey" PRIMARY KEY("queue_id","day","ahead")
);
