import { randomBytes } from "node:crypto";
import { writeInvocation } from "../core/invocation.ts";
import type { QuestionStore } from "../core/question-store.ts";
import { batches } from "./batches.ts";
import type { Engine } from "./engine.ts";
import { asQuestion, asRating, questionRow, ratingRow } from "./questions-written.ts";

const UNANSWERED = ["unknown", "ambiguous"] as const;

/** Questions, ratings, and the salt that both are hashed with. */
export const createQuestionStore = ({ db }: Pick<Engine, "db">, newId: () => string): QuestionStore => ({
  keep: (questions, ratings) =>
    db.transaction().execute(async (transaction) => {
      for (const some of batches(
        questions.map((one) => questionRow(one, newId())),
        9,
      ))
        await transaction.insertInto("question").values(some).execute();
      // One by one: one statement can't put two rows in the place of one.
      for (const rating of ratings) {
        const row = ratingRow(rating, newId());
        const { at, useful, digest, reason, platform } = row;
        await transaction
          .insertInto("rating")
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(["invocation", "language", "who"]).doUpdateSet({ at, useful, digest, reason, platform }),
          )
          .execute();
      }
    }),
  async salt() {
    await db
      .insertInto("salt")
      .values({ id: 1, salt: randomBytes(32).toString("base64url") })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { salt } = await db.selectFrom("salt").select("salt").where("id", "=", 1).executeTakeFirstOrThrow();
    return salt;
  },
  async unanswered(count, before) {
    let query = db.selectFrom("question").selectAll().where("status", "in", UNANSWERED);
    if (before !== undefined)
      query = query.where((row) =>
        // The first half is what an index is searched by.
        row.and([row("at", "<=", before.at), row.or([row("at", "<", before.at), row("id", "<", before.id)])]),
      );
    const rows = await query.orderBy("at", "desc").orderBy("id", "desc").limit(count).execute();
    return rows.map(asQuestion);
  },
  async ratings(count) {
    const rows = await db.selectFrom("rating").selectAll().orderBy("at", "desc").orderBy("who").limit(count).execute();
    return rows.map(asRating);
  },
  async askedAs(invocations, count) {
    if (invocations.length === 0) return [];
    const rows = await db
      .selectFrom("question")
      .selectAll()
      .where("status", "=", "answered")
      .where("invocation", "in", invocations.map(writeInvocation))
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(count)
      .execute();
    return rows.map(asQuestion);
  },
  often: (count) =>
    db
      .selectFrom("question")
      .select(["question", "language", ({ fn }) => fn.countAll<number>().as("count")])
      .where("question", "not like", "/%")
      .groupBy(["question", "language"])
      .orderBy("count", "desc")
      .orderBy("question")
      .limit(count)
      .execute(),
  async forget(before, most) {
    const old = db.selectFrom("question").select("id").where("at", "<", before).limit(most);
    const questions = await db.deleteFrom("question").where("id", "in", old).executeTakeFirstOrThrow();
    const ratings = await db.deleteFrom("rating").where("at", "<", before).executeTakeFirstOrThrow();
    return Number(questions.numDeletedRows + ratings.numDeletedRows);
  },
});
