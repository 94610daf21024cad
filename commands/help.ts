import { answeredList } from "../src/core/answer.ts";
import { defineCommand } from "../src/core/command.ts";
import type { Invocation } from "../src/core/invocation.ts";
import { code, line, list } from "../src/core/text.ts";

const question = ({ language }: Invocation): string => (language === "vi" ? "Bot làm được gì?" : "What can you do?");

export const help = defineCommand({
  name: "help",
  names: { vi: "trợ-giúp", en: "help" },
  description: { vi: "Bot làm được gì và hỏi thế nào", en: "What the bot can do and how to ask" },
  options: {},
  asks: [
    {
      phrasings: ["bạn là ai", "bạn tên gì", "bot là ai", "who are you", "what are you", "what is your name"],
      gives: ["person", "text"],
      question,
    },
    {
      phrasings: [
        "bạn làm được gì",
        "bạn biết những gì",
        "giúp tôi với",
        "bot làm được gì",
        "hướng dẫn sử dụng",
        "dùng thế nào",
        "có những lệnh nào",
        "trợ giúp",
        "giúp đỡ",
        "hỏi được những gì",
        "what can you do",
        "how do i use this",
        "commands",
        "help",
      ],
      gives: ["text", "list"],
      question,
    },
  ],
  run: (_, { commands, language }) => {
    const vi = language === "vi";
    const rows = commands.map((command) => line`${code(`/${command.name}`)} ${command.description[language]}`);
    const tips = vi
      ? [
          "Cứ hỏi bằng lời thường, có dấu hay không dấu đều được.",
          "Không có trong kho tri thức thì bot nói rõ là không có.",
        ]
      : ["Just ask in plain words.", "What the knowledge base does not hold, the bot says it does not hold."];
    return answeredList(
      vi ? "Hỏi bằng lời thường, hoặc dùng các lệnh:" : "Ask in plain words, or use the commands:",
      rows,
      { body: [list(tips)] },
    );
  },
});
