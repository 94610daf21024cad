import { expect, test } from "vitest";
import type { Metrics } from "../../src/server/metrics.ts";
import { NOW } from "../bots.ts";
import { openRunning, quiet } from "./open.ts";

test("A monitor counts answers, announcements and rows, and reads what the bot is", async () => {
  const platform = quiet({ name: "Slack" });
  let rows: () => Promise<Record<string, number>> = async () => ({ pending: 2, posted: 7, uncertain: 0 });
  let metrics: Metrics | undefined;
  const running = await openRunning((given) => {
    metrics = given.metrics;
    return { platforms: [platform], companions: [{ name: "state", stop: async () => {}, ledgerRows: () => rows() }] };
  });
  const scrape = async (): Promise<string[]> => (await (await running.get("/metrics")).text()).split("\n");
  (await platform.started).answer({ command: "ask", input: "biên bản Đà Nẵng Quảng Ninh ký ngày nào?", now: NOW });
  (await platform.started).answer({ command: "ask", input: "thời tiết Đà Nẵng?", now: NOW });
  metrics?.announced("upcoming", "posted");
  metrics?.announced("upcoming", "posted");

  const lines = await scrape();
  expect(lines).toEqual(
    expect.arrayContaining([
      'lien_thanh_build_info{version="1.2.3"} 1',
      'lien_thanh_announcements_total{kind="upcoming",outcome="posted"} 2',
      'lien_thanh_ledger_rows{state="pending"} 2',
      'lien_thanh_ledger_rows{state="posted"} 7',
      'lien_thanh_ledger_rows{state="uncertain"} 0',
      "lien_thanh_knowledge_facts 12",
      "lien_thanh_knowledge_files 3",
      "lien_thanh_knowledge_stale 0",
      'lien_thanh_part_ok{part="slack"} 1',
      'lien_thanh_answer_seconds_count{platform="slack"} 2',
    ]),
  );
  const answers = lines.filter((line) => line.startsWith("lien_thanh_answers_total{"));
  expect(answers.map((line) => /platform="slack",command="[\w-]+",status="(\w+)"} 1$/.exec(line)?.[1]).sort()).toEqual([
    "answered",
    "unknown",
  ]);
  expect(lines.join("\n")).not.toContain("Đà Nẵng");
  expect(lines.some((line) => line.startsWith("process_resident_memory_bytes "))).toBe(true);

  rows = () => Promise.reject(new Error("away"));
  expect((await scrape()).filter((line) => line.startsWith("lien_thanh_ledger_rows{"))).toEqual([]);
  running.stop();
  await running.ended;
});
