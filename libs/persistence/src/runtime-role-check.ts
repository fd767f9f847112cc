import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Refuses to serve as a database role that row-level security does not bind. */
@Injectable()
export class RuntimeRoleCheck implements OnApplicationBootstrap {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    const [role] = await this.dataSource.query<{ name: string; bypasses: boolean; owns: number }[]>(`
      select r.rolname as name, r.rolsuper or r.rolbypassrls as bypasses,
             (select count(*)::int from pg_class c
               where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns
        from pg_roles r where r.rolname = current_user`);
    if (!role || role.bypasses || role.owns > 0)
      throw new Error(
        `The database role "${role?.name}" owns tables or passes row-level security. ` +
          'Connect as a login role that is only a member of tracker_runtime (DATABASE_RUNTIME_URL).',
      );
  }
}
