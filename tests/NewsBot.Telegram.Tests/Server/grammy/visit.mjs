// A visit by grammY, a client that has nothing to do with NewsBot: it logs in, gets a command and a press of a button, sends, edits, answers,
// sends a photo twice, changes and deletes what it sent, and obeys a 429. Usage: node visit.mjs <address> <token>. Prints what it saw as one line of JSON.
import { autoRetry } from "@grammyjs/auto-retry";
import { Bot, GrammyError, InlineKeyboard, InputFile } from "grammy";

const [address, token] = process.argv.slice(2);
const saw = { updates: [] };
const bot = new Bot(token, { client: { apiRoot: address } });
let first, second;
const one = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

bot.use((context, next) => {
  saw.updates.push(Object.keys(context.update).find((key) => key !== "update_id"));
  return next();
});

bot.command("latest", async (context) => {
  saw.arguments = context.match;
  saw.language = context.from.language_code;
  const sent = await context.reply("<b>First</b> page", { parse_mode: "HTML", reply_markup: new InlineKeyboard().text("More", "page:2").url("Read", "https://example.org/1") });
  saw.sent = { id: sent.message_id, text: sent.text, entities: sent.entities };
});

bot.callbackQuery(/^page:(\d+)$/, async (context) => {
  saw.page = context.match[1];
  const edited = await context.editMessageText("Second page");
  saw.edited = { text: edited.text, isLater: edited.edit_date >= edited.date };
  saw.notModified = await context.editMessageText("Second page").catch(described);
  saw.answered = await context.answerCallbackQuery("Here you are");
});

bot.command("photo", async (context) => {
  first = await context.replyWithPhoto(new InputFile(one, "one.png"), { caption: "*Up*", parse_mode: "MarkdownV2" });
  const photo = first.photo.at(-1);
  second = await context.replyWithPhoto(photo.file_id);
  saw.again = second.photo.at(-1).file_id === photo.file_id;
  const file = await context.api.getFile(photo.file_id);
  const bytes = Buffer.from(await (await fetch(`${address}/file/bot${token}/${file.file_path}`)).arrayBuffer());
  saw.download = bytes.equals(one);
});

bot.command("change", async (context) => {
  const [chat, photo] = [context.chat.id, first.photo.at(-1).file_id];
  saw.caption = (await bot.api.editMessageCaption(chat, first.message_id, { caption: "<i>Down</i>", parse_mode: "HTML" })).caption_entities;
  saw.media = (await bot.api.editMessageMedia(chat, first.message_id, { type: "photo", media: photo, caption: "Other" })).caption;
  saw.noText = (await bot.api.editMessageText(chat, first.message_id, "Only words").catch(described)).description;
  saw.deleted = await bot.api.deleteMessage(chat, second.message_id);
  saw.gone = [
    (await bot.api.deleteMessage(chat, second.message_id).catch(described)).description,
    (await bot.api.editMessageCaption(chat, second.message_id, { caption: "Late" }).catch(described)).description,
  ];
});

bot.command("flood", async (context) => {
  saw.refused = await context.reply("Too early").catch((error) => ({ ...described(error), wait: error.parameters.retry_after }));
  bot.api.config.use(autoRetry());
  await bot.api.sendMessage(context.chat.id, "In time");
  console.log(JSON.stringify(saw));
  await bot.stop();
});

function described(error) {
  if (!(error instanceof GrammyError)) throw error;
  return { code: error.error_code, description: error.description };
}

await bot.api.setMyCommands([{ command: "latest", description: "The newest articles" }]);
await bot.start({ onStart: (me) => (saw.me = me.username) });
