using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>Discord's numbers.</summary>
public enum InteractionKind
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>Discord's numbers of interaction callback types.</summary>
public enum CallbackKind
{
    Pong = 1,
    Reply = 4,
    DeferredReply = 5,
    DeferredUpdate = 6,
    Update = 7,
    Choices = 8,
    Modal = 9,
}

/// <summary>One suggestion of autocomplete; the value is a string, an integer or a number.</summary>
public sealed record Choice(string Name, string Value);

/// <summary>A form that the bot opened.</summary>
public sealed record Modal(string CustomId, string Title, IReadOnlyList<ModalField> Fields);

public sealed record ModalField(string CustomId, string? Label, string? Value, int Least, int Most, bool IsRequired, int Type, bool IsInLabel);

/// <summary>What somebody did, and what the bot answered so far. The members whose names end in Async wait.</summary>
public sealed class Interaction
{
    /// <summary>How long Discord waits for the first answer, and how long it takes further ones after that.</summary>
    internal static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3), Lifetime = TimeSpan.FromMinutes(15);

    private bool _isExpired;

    internal Interaction(Bot bot, Person person, Channel channel, InteractionKind kind, string what)
    {
        (Bot, Person, Channel, Kind, What) = (bot, person, channel, kind, what);
        (World, Id, Token, At) = (bot.World, bot.World.Ids.Next(), "aW50" + World.Secret(40), bot.World.Now);
    }

    internal World World { get; }

    internal JsonObject Data { get; init; } = [];

    internal List<Message> FollowUpList { get; } = [];

    internal Message? Original { get; set; }

    internal IReadOnlyList<Choice>? Choices { get; set; }

    internal bool DefersEphemerally { get; set; }

    /// <summary>Versions of the source when its update was put off.</summary>
    internal int VersionsBefore { get; set; }

    internal bool IsExpired => _isExpired || World.Now >= At + Lifetime;

    public ulong Id { get; }

    public string Token { get; }

    public Bot Bot { get; }

    public Person Person { get; }

    public Channel Channel { get; }

    public InteractionKind Kind { get; }

    /// <summary>The command line or custom id.</summary>
    public string What { get; }

    public DateTimeOffset At { get; }

    /// <summary>What was chosen in a menu.</summary>
    public IReadOnlyList<string> Values => [.. (Data["values"] as JsonArray ?? []).Select(it => (string)it!)];

    /// <summary>The message whose component was used.</summary>
    public Message? Source { get; init; }

    /// <summary>The first answer's kind; null while there is none.</summary>
    public CallbackKind? Answer { get; internal set; }

    public DateTimeOffset? AnsweredAt { get; internal set; }

    /// <summary>"The application did not respond": 3 s passed without a first answer, or there was nobody to send it to.</summary>
    public bool HasFailed { get; internal set; }

    /// <summary>The HTTP status with which the bot took it, when interactions are POSTed.</summary>
    public int? HttpStatus { get; internal set; }

    /// <summary>Whether the first answer put off the real one.</summary>
    public bool IsDeferred => Answer is CallbackKind.DeferredReply or CallbackKind.DeferredUpdate;

    /// <summary>Whether only the person who acted sees the reply.</summary>
    public bool IsEphemeral => DefersEphemerally || Original?.IsEphemeral == true;

    /// <summary>The form with which the bot answered.</summary>
    public Modal? Modal { get; internal set; }

    /// <summary>Messages after the reply, oldest first.</summary>
    public IReadOnlyList<Message> FollowUps => World.See(() => FollowUpList.ToArray());

    /// <summary>Waits for the first answer of any kind.</summary>
    public async Task<CallbackKind> AnswerAsync(CancellationToken stop = default) => (CallbackKind)await WaitAsync(() => (object?)Answer, "did not answer", stop);

    /// <summary>Waits for the message that a person sees: the reply, the edited message of an update, or what follows a deferral.</summary>
    public Task<Message> ReplyAsync(CancellationToken stop = default) => WaitAsync(Shown, "showed no reply", stop);

    /// <summary>Waits for a follow-up.</summary>
    public Task<Message> FollowUpAsync(int index = 0, CancellationToken stop = default) => WaitAsync(() => FollowUpList.ElementAtOrDefault(index), $"sent no follow-up {index}", stop);

    public Task<Modal> ModalAsync(CancellationToken stop = default) => WaitAsync(() => Modal, "opened no form", stop);

    public Task<IReadOnlyList<Choice>> ChoicesAsync(CancellationToken stop = default) => WaitAsync(() => Choices, "offered no choices", stop);

    /// <summary>Waits until Discord gives up on a first answer.</summary>
    public Task<Interaction> FailureAsync(CancellationToken stop = default) => World.UntilAsync(() => HasFailed ? this : null, $"{Bot.Name} did answer {What}.", stop);

    /// <summary>Lets 15 minutes pass for this interaction alone: a first answer gets 10062, anything later 50027.</summary>
    public void Expire() => World.Do(() =>
    {
        _isExpired = true;
        HasFailed |= Answer is null;
    });

    public override string ToString() => $"{Person} → {What}";

    internal JsonObject Owners()
    {
        var owners = new JsonObject();
        if (Channel.Guild is { } guild && guild.MembersById.ContainsKey(Bot.Id)) owners["0"] = $"{guild.Id}";
        else if (Channel.Bot == Bot) owners["0"] = "0";
        if (Bot.Installers.Contains(Person)) owners["1"] = $"{Person.Id}";
        return owners;
    }

    private Message? Shown() => Answer switch
    {
        CallbackKind.Reply => Original,
        CallbackKind.Update => Source,
        CallbackKind.DeferredReply => Original is { } reply && !reply.VersionList[^1].Flags.HasFlag(MessageMarks.Loading) ? reply : null,
        CallbackKind.DeferredUpdate => Source!.VersionList.Count > VersionsBefore ? Source : null,
        _ => null,
    };

    private async Task<T> WaitAsync<T>(Func<T?> look, string missing, CancellationToken stop) where T : class
    {
        var sentence = $"{Bot.Name} {missing} ({this}).";
        var found = await World.UntilAsync<object>(() => look() ?? (HasFailed ? this : (object?)null), sentence, stop);
        return found as T ?? (found == this ? throw new TimeoutException($"{sentence} The application did not respond within 3 s.") : (T)found);
    }
}
