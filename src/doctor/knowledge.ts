import { type Check, type Finding, ok, warning, wrong } from "./check.ts";

const HINT = {
  vi: "npm run check chỉ ra từng lỗi, ở tệp nào, dòng nào.",
  en: "npm run check shows each, with its file and line.",
};

/** Whether the knowledge base can be used. */
export const knowledge: Check = {
  name: "knowledge",
  async run({ config, knowledge: load }) {
    const { knowledge: held, problems, files } = await load();
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const warnings = problems.length - errors;
    const folder = config.knowledge;
    if (held === undefined)
      return [
        wrong(
          { vi: `Kho tri thức ${folder} có ${errors} lỗi`, en: `The knowledge in ${folder} has ${errors} errors` },
          HINT,
        ),
      ];
    const facts = held.facts.length + held.figures.length;
    const findings: Finding[] = [
      ok(
        `Kho tri thức ${folder}: ${files} tệp, ${facts} dữ kiện`,
        `Knowledge in ${folder}: ${files} files, ${facts} facts`,
      ),
    ];
    if (warnings > 0)
      findings.push(
        warning({ vi: `Kho tri thức có ${warnings} cảnh báo`, en: `The knowledge has ${warnings} warnings` }, HINT),
      );
    return findings;
  },
};
