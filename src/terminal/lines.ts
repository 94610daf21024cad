import type { Readable } from "node:stream";

/**
 * The lines of a stream as soon as they are whole, empty ones too, without their ends. Only \n and \r\n end a line, so that
 * answers and lines stay in step whatever a line holds.
 */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.replace(/\r$/, "");
  }
  rest += decoder.decode();
  if (rest !== "") yield rest.replace(/\r$/, "");
}
