ALTER TABLE "rollup" ADD COLUMN "parts" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
-- Rows are added to all the time: with room on their page they stay there, and their index is not written.
ALTER TABLE "rollup" SET (fillfactor = 70);
