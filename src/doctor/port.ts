import { once } from "node:events";
import { createServer } from "node:http";
import { readServer } from "../config.ts";
import { listenTrouble } from "../server/trouble.ts";
import { type Check, ok, wrong, wrongBy } from "./check.ts";
import { reach } from "./reach.ts";

/** Whether the bot could listen where it should, or does already. */
export const port: Check = {
  name: "port",
  async run() {
    const { host, port: number } = readServer();
    const server = createServer();
    try {
      server.listen(number, host);
      await once(server, "listening");
      return [ok(`Cổng ${number} còn trống (${host})`, `Port ${number} is free (${host})`)];
    } catch (error) {
      if (await livesAt(host, number))
        return [ok(`Bot đang chạy ở cổng ${number}`, `The bot is running at port ${number}`)];
      const trouble = listenTrouble(error, { host, port: number });
      return [trouble === undefined ? wrongBy(error, "port") : wrong(trouble)];
    } finally {
      server.close();
    }
  },
};

async function livesAt(host: string, number: number): Promise<boolean> {
  const there = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const { status } = await reach(`http://${there.includes(":") ? `[${there}]` : there}:${number}/livez`);
  return status === 200;
}
