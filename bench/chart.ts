import type { Row } from "./report.ts";

/** Draws columns of a section's table: bars for each row, or lines over a numeric column, both axes logarithmic. */
export interface Chart {
  readonly kind: "bars" | "lines";
  /** The column that names the rows, or the one along the horizontal axis. */
  readonly by: string;
  readonly columns: readonly string[];
}

const COLOURS = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b"];
const WIDTH = 860;
const LEFT = 240;
const TOP = 60;
const BAR = 12;

/** An SVG picture of the columns. */
export function drawChart(title: string, rows: readonly Row[], chart: Chart): string {
  const { height, body } = chart.kind === "bars" ? drawBars(rows, chart) : drawLines(rows, chart);
  const legend = chart.columns.map((column, i) => {
    const x = LEFT + i * 110;
    return `<rect x="${x}" y="34" width="10" height="10" fill="${colour(i)}"/>${write(x + 14, 43, column)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${height}" fill="white"/>
${write(12, 20, title, 'font-size="15" font-weight="bold"')}
${legend.join("\n")}
${body.join("\n")}
</svg>
`;
}

interface Drawn {
  readonly height: number;
  readonly body: readonly string[];
}

function drawBars(rows: readonly Row[], { by, columns }: Chart): Drawn {
  const most = Math.max(...rows.flatMap((row) => columns.map((column) => numberOf(row[column]) ?? 0)), 1e-9);
  const band = columns.length * BAR + 10;
  const body = rows.flatMap((row, r) => {
    const y = TOP + r * band;
    const bars = columns.flatMap((column, c) => {
      const value = numberOf(row[column]);
      if (value === undefined) return [];
      const width = (value / most) * (WIDTH - LEFT - 80);
      const top = y + c * BAR;
      return [
        `<rect x="${LEFT}" y="${top}" width="${width.toFixed(1)}" height="${BAR - 1}" fill="${colour(c)}"/>`,
        write(LEFT + width + 4, top + 9, String(value), 'font-size="10"'),
      ];
    });
    return [write(LEFT - 8, y + (columns.length * BAR) / 2 + 4, String(row[by] ?? ""), 'text-anchor="end"'), ...bars];
  });
  return { height: TOP + rows.length * band + 10, body };
}

const PLOT = { left: 80, right: WIDTH - 40, top: TOP + 10, bottom: 420 };

function drawLines(rows: readonly Row[], { by, columns }: Chart): Drawn {
  const points = columns.map((column) =>
    rows.flatMap((row) => {
      const [x, y] = [numberOf(row[by]), numberOf(row[column])];
      return x === undefined || y === undefined || x <= 0 || y <= 0 ? [] : [{ x, y }];
    }),
  );
  const all = points.flat();
  const toX = logScale(
    all.map(({ x }) => x),
    PLOT.left,
    PLOT.right,
  );
  const toY = logScale(
    all.map(({ y }) => y),
    PLOT.bottom,
    PLOT.top,
  );
  const body = points.flatMap((line, i) => [
    `<polyline fill="none" stroke="${colour(i)}" stroke-width="2" points="${line.map(({ x, y }) => `${toX(x)},${toY(y)}`).join(" ")}"/>`,
    ...line.map(({ x, y }) => `<circle cx="${toX(x)}" cy="${toY(y)}" r="3" fill="${colour(i)}"/>`),
    ...line.map(({ x, y }) => write(toX(x) + 5, toY(y) - 5, String(y), 'font-size="10"')),
  ]);
  const ticks = [...new Set(all.map(({ x }) => x))].map((x) =>
    write(toX(x), PLOT.bottom + 18, String(x), 'text-anchor="middle"'),
  );
  const axis = `<path d="M${PLOT.left} ${PLOT.top}V${PLOT.bottom}H${PLOT.right}" fill="none" stroke="#888"/>`;
  return { height: PLOT.bottom + 50, body: [axis, ...body, ...ticks, write(PLOT.left, PLOT.bottom + 38, by)] };
}

function logScale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  const span = most - least || 1;
  return (value) => Math.round(from + ((Math.log(value) - least) / span) * (to - from));
}

const numberOf = (value: Row[string]): number | undefined => (typeof value === "number" ? value : undefined);

const colour = (i: number): string => COLOURS[i % COLOURS.length] ?? "black";

const write = (x: number, y: number, text: string, more = ""): string =>
  `<text x="${Math.round(x)}" y="${Math.round(y)}" ${more}>${escaped(text)}</text>`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
