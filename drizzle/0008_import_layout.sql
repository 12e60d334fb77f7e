CREATE TABLE "import_layout" (
	"columns" text PRIMARY KEY NOT NULL,
	"query" text NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL
);
