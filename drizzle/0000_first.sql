CREATE TYPE "public"."outcome" AS ENUM('waiting', 'answered', 'abandoned', 'overflowed', 'timed_out', 'callback', 'voicemail', 'rejected', 'lost', 'deleted');--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_key_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"queues" text[],
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_key_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "call" (
	"enqueued_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"revision" bigint DEFAULT 0 NOT NULL,
	"caller" bigint,
	"queue_id" integer NOT NULL,
	"source_id" integer NOT NULL,
	"topic_id" integer,
	"priority" integer,
	"talk_seconds" integer,
	"hold_seconds" integer,
	"wrap_seconds" integer,
	"outcome" "outcome" NOT NULL,
	"repeat" boolean DEFAULT false NOT NULL,
	"id" text NOT NULL,
	"agent" text,
	"channel" text DEFAULT 'voice' NOT NULL,
	CONSTRAINT "call_pkey" PRIMARY KEY("source_id","id")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "person_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "queue" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "queue_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"zone" text NOT NULL,
	"settings" json NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "queue_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "reject" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reject_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"line" integer NOT NULL,
	"record_id" text,
	"field" text,
	"code" text NOT NULL,
	"message" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup" (
	"start_at" timestamp (3) with time zone NOT NULL,
	"answered_wait_ms" bigint NOT NULL,
	"talk_seconds" bigint NOT NULL,
	"hold_seconds" bigint NOT NULL,
	"wrap_seconds" bigint NOT NULL,
	"queue_id" integer NOT NULL,
	"topic_id" integer NOT NULL,
	"answered" integer NOT NULL,
	"abandoned" integer NOT NULL,
	"overflowed" integer NOT NULL,
	"timed_out" integer NOT NULL,
	"callback" integer NOT NULL,
	"voicemail" integer NOT NULL,
	"rejected" integer NOT NULL,
	"lost" integer NOT NULL,
	"waiting" integer NOT NULL,
	"handled" integer NOT NULL,
	"with_caller" integer NOT NULL,
	"repeat_callers" integer NOT NULL,
	"split_seconds" integer NOT NULL,
	"longest_answered_ms" integer,
	"longest_abandoned_ms" integer,
	"level" smallint NOT NULL,
	"waits" "bytea" NOT NULL,
	CONSTRAINT "rollup_pkey" PRIMARY KEY("queue_id","level","topic_id","start_at")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"hash" text PRIMARY KEY NOT NULL,
	"person_id" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	CONSTRAINT "source_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "topic" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "topic_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	CONSTRAINT "topic_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_queue_enqueued" ON "call" USING btree ("queue_id","enqueued_at");--> statement-breakpoint
CREATE INDEX "call_queue_caller" ON "call" USING btree ("queue_id","caller","enqueued_at") WHERE caller is not null;--> statement-breakpoint
CREATE INDEX "reject_received" ON "reject" USING btree ("received_at");