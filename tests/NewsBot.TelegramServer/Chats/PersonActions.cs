using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>What a person does with the app. Every action gives the bots concerned the updates that the real server would.</summary>
public static class PersonActions
{
    /// <summary>
    /// Writes into a chat: as the person, as the group where the person is an anonymous administrator, as the channel in a channel.
    /// In a private chat this also unblocks the bot.
    /// </summary>
    /// <param name="thread">The topic to write into (<see cref="Topic.Thread"/>); null for General.</param>
    public static ChatMessage Types(this Person person, ChatRoom room, string text, int? thread = null, ChatMessage? replyTo = null) =>
        Says(person, room, new() { Text = new FormattedText(text, []).Finished() }, thread, replyTo);

    /// <summary>Opens the private chat by a link such as t.me/the_bot?start=payload and presses Start.</summary>
    public static ChatMessage Starts(this Person person, BotAccount bot, string payload = "") =>
        Types(person, person.World.PrivateRoom(person, bot), $"/start {payload}".TrimEnd());

    /// <summary>Sends a photo.</summary>
    /// <param name="picture">A PNG, JPEG, GIF or WebP.</param>
    public static ChatMessage SendsPhoto(this Person person, ChatRoom room, ReadOnlyMemory<byte> picture, string caption = "", int? thread = null)
    {
        var bot = World.BotsIn(room).FirstOrDefault();
        return Says(person, room, new() { Photo = Photos.Keep(person.World, picture, null, bot), Caption = new FormattedText(caption, []).Finished() }, thread, null);
    }

    /// <summary>Forwards a message, such as a channel's post into a private chat.</summary>
    public static ChatMessage Forwards(this Person person, ChatMessage message, ChatRoom to)
    {
        lock (person.World.Gate)
            return Post(person, to, message.Content with { Markup = null }, null, null, forwards: message);
    }

    /// <summary>Changes the text of an own message, or of a channel's post.</summary>
    public static void Edits(this Person person, ChatMessage message, string text)
    {
        lock (person.World.Gate)
            person.World.Edit(message, message.Content with { Text = new FormattedText(text, []).Finished() });
    }

    /// <summary>Deletes any message that the person may see. Bots are not told.</summary>
    public static void Deletes(this Person person, ChatMessage message)
    {
        lock (person.World.Gate)
        {
            message.IsDeleted = true;
            person.World.Happened(message.Room);
        }
    }

    /// <summary>Presses the button with this text.</summary>
    /// <exception cref="InvalidOperationException">The message shows no such button, or it only opens a page.</exception>
    public static ButtonPress Presses(this Person person, ChatMessage message, string button)
    {
        var found = message.Buttons.FirstOrDefault(it => it.Text == button);
        if (found?.Data is null)
            throw new InvalidOperationException($"Message {message} shows no button \"{button}\" that can be pressed, only: {string.Join(", ", message.Buttons.Select(it => it.Text))}");
        return PressesData(person, message, found.Data);
    }

    /// <summary>Sends callback data as though a button of this message held it: an old button, or one forged with a program.</summary>
    public static ButtonPress PressesData(this Person person, ChatMessage message, string data)
    {
        var world = person.World;
        lock (world.Gate)
        {
            var bot = message.Author ?? message.Via ?? throw new InvalidOperationException($"No bot has sent message {message}.");
            var press = new ButtonPress(world.NextToken("7000000"), person, bot, data, world.Now);
            world.Presses.Add(press.Id, press);
            var json = new JsonObject { ["id"] = press.Id, ["from"] = person.ToJson(), ["chat_instance"] = $"{message.Room.Id}7", ["data"] = data };
            if (message.InlineId is { } inline) json["inline_message_id"] = inline;
            else json["message"] = message.IsDeleted
                ? new JsonObject { ["chat"] = message.Room.ToJson(), ["message_id"] = message.Id, ["date"] = 0 }
                : message.ToJson();
            bot.Updates.Add("callback_query", json, message.Room.Id);
            return press;
        }
    }

    /// <summary>Types <c>@the_bot words</c> in some chat.</summary>
    /// <param name="offset">Empty at first; then the <see cref="InlineAnswer.NextOffset"/> of the answer before, when scrolling down.</param>
    /// <param name="bot">Which bot; may be left out when there is one.</param>
    public static InlineQuestion AsksInline(this Person person, string words, string offset = "", BotAccount? bot = null)
    {
        var world = person.World;
        lock (world.Gate)
        {
            bot ??= world.OnlyBot;
            if (!bot.TakesInlineQueries) throw new InvalidOperationException($"{bot.Name} takes no inline queries.");
            var question = new InlineQuestion(world.NextToken("8000000"), person, bot, words, offset, world.Now);
            world.Questions.Add(question.Id, question);
            bot.Updates.Add("inline_query", new() { ["id"] = question.Id, ["from"] = person.ToJson(), ["chat_type"] = "group", ["query"] = words, ["offset"] = offset }, person.Id);
            return question;
        }
    }

    /// <summary>Chooses a result of an inline question: it is posted into the chat "via" the bot.</summary>
    public static ChatMessage Chooses(this Person person, InlineQuestion question, InlineResult result, ChatRoom room)
    {
        var world = person.World;
        lock (world.Gate)
        {
            var inlineId = result.Content.InlineKeyboard is null ? null : world.NextToken("inline");
            var message = Post(person, room, result.Content, null, null, via: question.Bot, inlineId: inlineId);
            if (!question.Bot.HasInlineFeedback) return message;
            var json = new JsonObject { ["result_id"] = result.Id, ["from"] = person.ToJson(), ["query"] = question.Words };
            if (inlineId is not null) json["inline_message_id"] = inlineId;
            question.Bot.Updates.Add("chosen_inline_result", json, person.Id);
            return message;
        }
    }

    /// <summary>Blocks a bot ("Stop bot"): it is told, and can send nothing any more.</summary>
    public static void Blocks(this Person person, BotAccount bot) => SetBlocked(person, bot, true);

    /// <summary>Lets a bot write again.</summary>
    public static void Unblocks(this Person person, BotAccount bot) => SetBlocked(person, bot, false);

    private static void SetBlocked(Person person, BotAccount bot, bool isBlocked)
    {
        var world = person.World;
        lock (world.Gate)
        {
            var room = world.PrivateRoom(person, bot);
            if (room.IsBlocked == isBlocked) return;
            room.IsBlocked = isBlocked;
            var (member, kicked) = (new Membership(bot, MemberStatus.Member), new Membership(bot, MemberStatus.Kicked));
            room.TellMember("my_chat_member", bot, isBlocked ? member : kicked, isBlocked ? kicked : member, person);
            world.Happened(room);
        }
    }

    private static ChatMessage Says(Person person, ChatRoom room, MessageContent content, int? thread, ChatMessage? replyTo)
    {
        lock (person.World.Gate) return Post(person, room, content, thread, replyTo);
    }

    private static ChatMessage Post(Person person, ChatRoom room, MessageContent content, int? thread, ChatMessage? replyTo,
        ChatMessage? forwards = null, BotAccount? via = null, string? inlineId = null)
    {
        var member = Member(person, room, via);
        if (room is { Kind: RoomKind.Private, IsBlocked: true }) SetBlocked(person, room.Bot!, false);
        var isForTheChat = room.Kind == RoomKind.Channel || member is { IsAdministrator: true, IsAnonymous: true };
        return person.World.Post(new(room, World.NextId(room), person.World.Now, content)
        {
            From = isForTheChat ? null : person,
            SenderChat = isForTheChat ? room : null,
            Thread = thread,
            ReplyTo = replyTo,
            Forwards = forwards,
            Via = via,
            InlineId = inlineId,
        });
    }

    private static Membership? Member(Person person, ChatRoom room, BotAccount? via)
    {
        if (room.Kind == RoomKind.Private) return person == room.Person ? null : throw new InvalidOperationException($"This is the private chat of {room.Person}, not of {person}.");
        var member = room.MembershipOf(person);
        if (!member.IsIn) throw new InvalidOperationException($"{person} is not in {room}: let them Join first.");
        if (room.Kind == RoomKind.Channel && !member.IsAdministrator) throw new InvalidOperationException($"{person} cannot post in {room}: Promote them first.");
        return member;
    }
}
