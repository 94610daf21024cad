import { readConfig } from "./config.ts";
import { complain, platformsSetUp, serve } from "./serve.ts";
import { type Chatting, hasTerminal, openChat } from "./terminal/chat.ts";

const config = readConfig();
try {
  const platforms = platformsSetUp();
  if (platforms.length > 0 || !hasTerminal()) await serve(config, platforms);
  else {
    // The page comes once the chat is there: nobody should wait for it.
    const closing = new AbortController();
    let page: Promise<void> | undefined;
    const besides = async (chat: Chatting): Promise<void> => {
      const { openLocalPage } = await import("./local-page.ts");
      await openLocalPage(config, chat, closing.signal);
    };
    await openChat({
      ...config,
      ready: (chat) => {
        page = besides(chat).catch(complain);
      },
    });
    closing.abort();
    await page;
  }
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
