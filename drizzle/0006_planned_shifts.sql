CREATE TABLE "planned_shift" (
	"start_at" timestamp (3) with time zone NOT NULL,
	"end_at" timestamp (3) with time zone NOT NULL,
	"queue_id" integer NOT NULL,
	"agents" integer NOT NULL,
	"date" date NOT NULL,
	CONSTRAINT "planned_shift_pkey" PRIMARY KEY("queue_id","start_at","end_at")
);
