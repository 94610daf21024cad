import { readConfig } from "./config.ts";
import { complain, platformsSetUp, serve } from "./serve.ts";
import { openChat } from "./terminal/chat.ts";

const config = readConfig();
try {
  const platforms = platformsSetUp();
  if (platforms.length > 0) await serve(config, platforms);
  else await openChat({ ...config, peopleOnly: true });
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
