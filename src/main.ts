import { readConfig } from "./config.ts";
import { openChat } from "./terminal/chat.ts";

await openChat({ ...readConfig(), peopleOnly: true });
