import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a batch was brought in, and calls that may be repeated without being done twice. */
export class RecordsApi1795838400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "batch" ADD "reason" text');
    await runner.query(
      `CREATE TABLE "idempotency_key" (
        "caller" text NOT NULL, "key" text NOT NULL, "asked" text NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "holder" uuid NOT NULL,
        "held_until" TIMESTAMP WITH TIME ZONE NOT NULL, "status" integer, "answer" text,
        CONSTRAINT "PK_1482d923e254705fd82e4d392f6" PRIMARY KEY ("caller", "key")
      )`,
    );
    await runner.query('CREATE INDEX "IDX_72d9c713a563e6e92176fe0e44" ON "idempotency_key" ("created_at")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "idempotency_key"');
    await runner.query('ALTER TABLE "batch" DROP COLUMN "reason"');
  }
}
