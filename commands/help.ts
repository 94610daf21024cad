import { answeredList } from "../src/core/answer.ts";
import { defineCommand } from "../src/core/command.ts";
import { code, line, list } from "../src/core/text.ts";

export const help = defineCommand({
  name: "help",
  names: { vi: "trợ-giúp", en: "help" },
  description: { vi: "Bot làm được gì và hỏi thế nào", en: "What the bot can do and how to ask" },
  options: {},
  asks: [
    {
      phrasings: [
        "bạn làm được gì",
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
      question: ({ language }) => (language === "vi" ? "Bot làm được gì?" : "What can you do?"),
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
