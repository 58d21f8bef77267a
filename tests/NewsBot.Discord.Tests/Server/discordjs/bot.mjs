// A bot written with discord.js. Tells what it lives through as one JSON object per line, and ends when its input ends.
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

const [address, token] = process.argv.slice(2);
const tell = (what, more = {}) => console.log(JSON.stringify({ what, ...more }));
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: `${address}/api`, retries: 1 } });

const text = (name, extra = {}) => ({ type: 3, name, description: `The ${name}`, ...extra });
const commands = [
  { name: 'latest', description: 'The newest stories', options: [text('topic', { autocomplete: true }), { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 10 }] },
  { name: 'topics', description: 'Topics', options: [{ type: 1, name: 'add', description: 'Adds a topic', options: [text('name', { required: true })] }] },
  { name: 'digest', description: 'Takes its time' },
  { name: 'rule', description: 'Writes a rule' },
  { name: 'edit', description: 'Changes what it wrote, and takes it back' },
  { name: 'flood', description: 'Writes more than the bucket holds' },
];
const button = { type: 1, components: [{ type: 2, style: 1, label: 'More', custom_id: 'more:2' }] };

const answers = {
  latest: (it) => it.reply({ content: `About ${it.options.getString('topic') ?? 'all'}, ${it.options.getInteger('count') ?? 5}`, components: [button] }),
  topics: (it) => it.reply({ content: `${it.options.getSubcommand()} ${it.options.getString('name')}`, flags: MessageFlags.Ephemeral }),
  digest: async (it) => {
    await it.deferReply();
    await it.editReply({ embeds: [{ title: 'Digest', description: 'Three stories' }] });
    await it.followUp({ content: 'And one more', flags: MessageFlags.Ephemeral });
  },
  rule: (it) => it.showModal({ custom_id: 'rule', title: 'Rule', components: [{ type: 1, components: [{ type: 4, custom_id: 'words', label: 'Words', style: 1 }] }] }),
  edit: async (it) => {
    await it.deferReply({ flags: MessageFlags.Ephemeral });
    const sent = await it.channel.send({ embeds: [{ title: 'Ferry', description: 'At nine' }], components: [button], files: [{ attachment: Buffer.from('seats'), name: 'seats.txt' }] });
    const edited = await sent.edit({ embeds: [{ title: 'Ferry', description: 'At ten' }], components: [], attachments: [] });
    const fetched = await it.channel.messages.fetch({ message: sent.id, force: true });
    tell('edited', { says: fetched.embeds[0].description, buttons: fetched.components.length, files: fetched.attachments.size, isLater: edited.editedTimestamp >= edited.createdTimestamp });
    await it.channel.messages.delete(sent.id);
    const known = (error) => ({ code: error.code, status: error.status });
    tell('deleted', { again: await it.channel.messages.delete(sent.id).catch(known), edit: await it.channel.messages.edit(sent.id, 'Late').catch(known) });
    await it.editReply('Done');
  },
  flood: async (it) => {
    await it.deferReply({ flags: MessageFlags.Ephemeral });
    const sent = await Promise.all(Array.from({ length: 8 }, (_, index) => it.channel.send(`Story ${index}`)));
    await it.editReply(`${sent.length} sent`);
  },
};

client.rest.on('rateLimited', (info) => tell('rateLimited', { limit: info.limit, global: info.global, scope: info.scope }));
client.on(Events.ShardResume, (shard, replayed) => tell('resumed', { shard, replayed }));
client.on(Events.ShardReconnecting, () => tell('reconnecting'));
client.on(Events.GuildCreate, (guild) => tell('joined', { guild: guild.name, channels: guild.channels.cache.size }));
client.on(Events.GuildDelete, (guild) => tell('left', { guild: guild.name }));
client.on(Events.ChannelDelete, (channel) => tell('channelDeleted', { channel: channel.name }));
client.on(Events.ThreadUpdate, (_, thread) => tell('threadChanged', { archived: thread.archived, locked: thread.locked }));
client.on(Events.Error, (error) => tell('error', { message: String(error) }));
process.on('unhandledRejection', (error) => tell('error', { message: String(error?.stack ?? error), code: error?.code }));

client.on(Events.InteractionCreate, async (it) => {
  if (it.isChatInputCommand()) await answers[it.commandName](it);
  else if (it.isAutocomplete()) await it.respond(['war', 'weather'].filter((topic) => topic.startsWith(it.options.getFocused())).map((topic) => ({ name: topic, value: topic })));
  else if (it.isButton()) await it.update({ content: `Page of ${it.customId}`, components: [] });
  else if (it.isModalSubmit()) await it.reply(`Rule: ${it.fields.getTextInputValue('words')}`);
});

client.once(Events.ClientReady, async () => {
  const registered = await client.application.commands.set(commands);
  const guild = client.guilds.cache.first();
  const me = await guild.members.fetchMe();
  const errors = await guild.channels.cache.first().send('x'.repeat(2001)).catch((error) => ({ code: error.code, status: error.status, message: error.message }));
  tell('ready', {
    user: client.user.username,
    guilds: client.guilds.cache.map((it) => it.name),
    channels: guild.channels.cache.map((it) => it.name),
    commands: registered.map((it) => it.name),
    maySend: me.permissionsIn(guild.channels.cache.first()).has('SendMessages'),
    refused: errors,
  });
});

process.stdin.resume();
process.stdin.on('end', async () => {
  await client.destroy();
  tell('done');
});
await client.login(token);
