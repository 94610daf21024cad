import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from "kysely";
import pg from "pg";
import type { Engine } from "./engine.ts";
import { portableValues } from "./portable.ts";
import { explainPostgres, isClash, isConnectionLost, whereOf } from "./postgres-trouble.ts";
import type { Tables } from "./tables.ts";

const CONNECTIONS = 5;
const CONNECT_MS = 5_000;
const QUERY_MS = 10_000;

/** Held by whoever migrates or copies, anywhere in this database. */
const LOCK = 5_310_711;

const BIGINT = 20;

/** Connects when it is first used. Throws a UserError where the address is none. */
export function openPostgres(url: string): Engine {
  const where = whereOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
    // Whoever is stopped or cut off inside of a transaction must not keep the others waiting.
    onConnect: (client) => client.query("set idle_in_transaction_session_timeout = '15s'"),
    types: { getTypeParser: (oid, format) => (oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A connection that breaks while nobody uses it is replaced; whoever asks next hears how things are.
  pool.on("error", () => {});
  // One that breaks in use says so to whoever uses it; said to nobody else, it would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: withoutBroken(pool) }),
    plugins: [portableValues()],
  });
  return {
    kind: "postgres",
    where,
    db,
    now: () => sql<number>`(extract(epoch from statement_timestamp()) * 1000)::bigint`,
    lock: async (transaction) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    },
    isClash,
    explain: (error) => explainPostgres(error, where),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}

/** A connection on which a query never came back still waits for it: the next one gets another. */
const withoutBroken = (pool: pg.Pool): PostgresPool => ({
  options: pool.options,
  end: () => pool.end(),
  async connect() {
    const client = await pool.connect();
    let isBroken = false;
    const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
      try {
        return await client.query(text, [...values]);
      } catch (error) {
        isBroken ||= isConnectionLost(error);
        throw error;
      }
    };
    return { query, release: (destroy) => client.release(destroy || isBroken) } as PostgresPoolClient;
  },
});
