import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "@prometheus-io/client";
import type { Health } from "./health.ts";
import { inTime } from "./in-time.ts";

export interface MetricsOptions {
  readonly version: string;
  readonly health: Health;
}

export interface Metrics {
  readonly contentType: string;
  answered(platform: string, command: string, status: string, ms: number): void;
  /** One attempt at an announcement ended so: posted, refused, failed, … */
  announced(kind: string, outcome: string): void;
  /** What the bot answers from now on. */
  knows(knowledge: { readonly facts: number; readonly files: number; readonly stale: boolean }): void;
  /** Rows of the ledger by state, asked for at each look; nothing is told of it while it can't be reached. */
  watchLedger(counts: () => Promise<Readonly<Record<string, number>>>): void;
  /** All of it as Prometheus reads it. */
  text(): Promise<string>;
}

/** From a cached answer to one that nobody would wait for; in seconds, as Prometheus wants them. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** How often the event loop is looked at: each look wakes a process that has nothing to do. */
const LOOK_MS = 1000;

/** How long a look waits for the ledger. */
const PATIENCE_MS = 2000;

/** What the bot counts, by names that begin with lien_thanh_, beside what Node tells of the process. */
export function createMetrics({ version, health }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({
    register: registry,
    eventLoopMonitoringPrecision: LOOK_MS,
    eventLoopUtilizationTimeout: LOOK_MS,
  });

  new Gauge({
    name: "lien_thanh_build_info",
    help: "Always 1; the version is in the label.",
    labelNames: ["version"],
    registers,
  }).set({ version }, 1);

  const answers = new Counter({
    name: "lien_thanh_answers_total",
    help: "Answers by platform, command and status: answered, unknown (not held), ambiguous (asked back), failed (a bug).",
    labelNames: ["platform", "command", "status"],
    registers,
  });
  const seconds = new Histogram({
    name: "lien_thanh_answer_seconds",
    help: "Time from a question to its answer, without the way to and from the platform.",
    labelNames: ["platform"],
    buckets: SECONDS,
    registers,
  });
  const announcements = new Counter({
    name: "lien_thanh_announcements_total",
    help: "Announcements by kind and by how an attempt at them ended.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const facts = new Gauge({ name: "lien_thanh_knowledge_facts", help: "Facts that can be asked for.", registers });
  const files = new Gauge({ name: "lien_thanh_knowledge_files", help: "Files of the knowledge base.", registers });
  const stale = new Gauge({
    name: "lien_thanh_knowledge_stale",
    help: "1 while the files are broken, so that an earlier state of them is answered from.",
    registers,
  });
  new Gauge({
    name: "lien_thanh_part_ok",
    help: "1 where a part of the bot is well, as /readyz tells it, else 0.",
    labelNames: ["part"],
    registers,
    async collect() {
      const { parts } = await health.look();
      for (const [part, { ok }] of Object.entries(parts)) this.set({ part }, ok ? 1 : 0);
    },
  });

  return {
    contentType: registry.contentType,
    answered(platform, command, status, ms) {
      answers.inc({ platform, command, status });
      seconds.observe({ platform }, ms / 1000);
    },
    announced: (kind, outcome) => announcements.inc({ kind, outcome }),
    knows(knowledge) {
      facts.set(knowledge.facts);
      files.set(knowledge.files);
      stale.set(knowledge.stale ? 1 : 0);
    },
    watchLedger(counts) {
      new Gauge({
        name: "lien_thanh_ledger_rows",
        help: "Rows of the ledger of announcements by state.",
        labelNames: ["state"],
        registers,
        async collect() {
          const found = await inTime(counts, PATIENCE_MS);
          this.reset();
          for (const [state, count] of Object.entries(found ?? {})) this.set({ state }, count);
        },
      });
    },
    text: () => registry.metrics(),
  };
}
