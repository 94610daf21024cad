import { EventEmitter, once } from "node:events";
import type { Server } from "node:http";
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord.js";
import { type WebSocket, WebSocketServer } from "ws";
import type { Guild } from "./guild.ts";
import { APPLICATION, BOT, GUILD } from "./people.ts";

type Payload = { op: number; d?: unknown; s?: number | null; t?: string };
type Sent = { op: number; d: { token?: string; intents?: number; session_id?: string; seq?: number } };

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

/** Discord's gateway: one session at a time, whose events are kept and replayed to whoever resumes it. */
export function createGateway(server: Server, url: () => string, token: () => string, guild: Guild) {
  const sockets = new WebSocketServer({ server });
  const events = new EventEmitter();
  const count = { connections: 0, identifies: 0, resumes: 0, heartbeats: 0 };
  let socket: WebSocket | undefined;
  /** As it was set when the connection began. */
  let acknowledged = true;
  let session = { id: "", seq: 0, sent: [] as Payload[] };
  let settings = { heartbeatMs: 41_250, acknowledges: true, intents: ~PRIVILEGED, takesToken: true };

  const send = (payload: Payload): undefined => void socket?.send(JSON.stringify(payload));

  const refuse = (code: number): undefined => void socket?.close(code);

  function dispatch(t: string, d: unknown): void {
    session.seq += 1;
    const payload = { op: GatewayOpcodes.Dispatch, s: session.seq, t, d };
    session.sent.push(payload);
    if (socket?.readyState === 1) send(payload);
  }

  function identify({ token: given, intents = 0 }: Sent["d"]): undefined {
    count.identifies += 1;
    if (given !== token() || !settings.takesToken) return refuse(GatewayCloseCodes.AuthenticationFailed);
    if ((intents & ~settings.intents) !== 0) return refuse(GatewayCloseCodes.DisallowedIntents);
    session = { id: `session-${count.identifies}`, seq: 0, sent: [] };
    const guilds = [{ id: GUILD, unavailable: true }];
    const application = { id: APPLICATION, flags: 0 };
    dispatch("READY", { v: 10, user: BOT, guilds, session_id: session.id, resume_gateway_url: url(), application });
    dispatch("GUILD_CREATE", guild.asCreated());
    events.emit("identified");
  }

  function resume({ token: given, session_id: id, seq = 0 }: Sent["d"]): undefined {
    count.resumes += 1;
    if (given !== token()) return refuse(GatewayCloseCodes.AuthenticationFailed);
    if (id !== session.id) return send({ op: GatewayOpcodes.InvalidSession, d: false });
    for (const payload of session.sent) if ((payload.s ?? 0) > seq) send(payload);
    dispatch("RESUMED", {});
    events.emit("resumed");
  }

  function take({ op, d }: Sent): undefined {
    switch (op) {
      case GatewayOpcodes.Identify:
        return identify(d);
      case GatewayOpcodes.Resume:
        return resume(d);
      case GatewayOpcodes.Heartbeat:
        count.heartbeats += 1;
        if (acknowledged) send({ op: GatewayOpcodes.HeartbeatAck });
        events.emit("heartbeat");
        return undefined;
    }
  }

  sockets.on("connection", (opened) => {
    count.connections += 1;
    socket = opened;
    acknowledged = settings.acknowledges;
    opened.on("message", (data) => take(JSON.parse(String(data))));
    send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: settings.heartbeatMs } });
  });

  return {
    count,
    dispatch,
    /** Resolves when the bot has done this next. */
    next: (what: "identified" | "resumed" | "heartbeat"): Promise<unknown> => once(events, what),
    set: (changed: Partial<typeof settings>): void => {
      settings = { ...settings, ...changed };
    },
    refuseToken: (): void => {
      settings = { ...settings, takesToken: false };
    },
    close: (code: number): void => socket?.close(code),
    kill: (): void => socket?.terminate(),
    askToReconnect: (): void => send({ op: GatewayOpcodes.Reconnect, d: null }),
    invalidate: (): void => send({ op: GatewayOpcodes.InvalidSession, d: false }),
    stop: (): void => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

export type Gateway = ReturnType<typeof createGateway>;
