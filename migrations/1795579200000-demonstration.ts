import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An authority that does not exist and whose records are generated has to say so wherever it is shown. */
export class Demonstration1795579200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "authority" ADD "demonstration" boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "authority" DROP COLUMN "demonstration"`);
  }
}
