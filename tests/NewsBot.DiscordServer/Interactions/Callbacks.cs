using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>The first answer to an interaction, and the replies that its webhook writes after it. Called with the world's gate held.</summary>
internal static class Callbacks
{
    private static readonly Dictionary<InteractionKind, CallbackKind[]> Fitting = new()
    {
        [InteractionKind.Command] = [CallbackKind.Reply, CallbackKind.DeferredReply, CallbackKind.Modal],
        [InteractionKind.Component] = [CallbackKind.Reply, CallbackKind.DeferredReply, CallbackKind.DeferredUpdate, CallbackKind.Update, CallbackKind.Modal],
        [InteractionKind.Autocomplete] = [CallbackKind.Choices],
        [InteractionKind.ModalSubmit] = [CallbackKind.Reply, CallbackKind.DeferredReply, CallbackKind.DeferredUpdate, CallbackKind.Update],
    };

    public static void Answer(Interaction it, JsonObject body, IReadOnlyList<Upload> files)
    {
        if (it.Answer is not null) throw ApiError.AlreadyAcknowledged.Exception();
        if (it.HasFailed || it.World.Now >= it.At + Interaction.FirstAnswer) throw ApiError.UnknownInteraction.Exception();
        var form = new Form(body, new());
        var kind = (CallbackKind?)form.OneOf("type", [1, 4, 5, 6, 7, 8, 9], required: true);
        form.Errors.ThrowIfAny();
        if (!Fitting[it.Kind].Contains(kind!.Value) || (kind is CallbackKind.Update or CallbackKind.DeferredUpdate && it.Source is null))
            throw FormErrors.Single("type", "INTERACTION_CALLBACK_TYPE_INVALID", $"A callback of type {(int)kind} cannot answer an interaction of type {(int)it.Kind}.");
        Take(it, kind.Value, body["data"] as JsonObject ?? [], files);
        it.Answer = kind;
        it.AnsweredAt = it.World.Now;
    }

    private static void Take(Interaction it, CallbackKind kind, JsonObject data, IReadOnlyList<Upload> files)
    {
        switch (kind)
        {
            case CallbackKind.Reply: it.Original = Posting.Create(it.Channel, it.Bot, new(data, files) { IsFromWebhook = true, Origin = it }); break;
            case CallbackKind.DeferredReply: Defer(it, data); break;
            case CallbackKind.DeferredUpdate:
                it.Original = it.Source;
                it.VersionsBefore = it.Source!.VersionList.Count;
                break;
            case CallbackKind.Update: it.Original = Posting.Edit(it.Source!, it.Bot, new(data, files) { IsFromWebhook = true }); break;
            case CallbackKind.Choices: it.Choices = Offered(new(data, new(), "data"), it); break;
            case CallbackKind.Modal: it.Modal = Opened(new(data, new(), "data")); break;
        }
    }

    /// <summary>"NewsBot is thinking…": a message without content, marked as loading.</summary>
    private static void Defer(Interaction it, JsonObject data)
    {
        it.DefersEphemerally = ((MessageMarks)(data.Number("flags") ?? 0)).HasFlag(MessageMarks.Ephemeral);
        var flags = MessageMarks.Loading | (it.DefersEphemerally ? MessageMarks.Ephemeral : 0);
        var thinking = new Message(it.Channel, it.World.Ids.Next(), it.Bot.User, new(it.World.Now, "", [], [], flags, [], Pings.Nobody))
        {
            Application = it.Bot,
            Origin = it,
            Webhook = it.Bot.Id,
        };
        it.Original = it.DefersEphemerally ? thinking : Posting.Add(it.Channel, thinking);
    }

    private static List<Choice> Offered(Form data, Interaction it)
    {
        var choices = data.Forms("choices", 25, required: true);
        var type = Focused(it.Data)?.Number("type");
        List<Choice> offered = [];
        foreach (var choice in choices)
        {
            var name = choice.Text("name", 100, 1, required: true);
            var value = type == 3 ? choice.Text("value", 100, 1, required: true) : choice.Body["value"]?.ToString();
            if (type != 3 && choice.Body["value"] is not JsonValue { } number) choice.Wrong("value", "NUMBER_TYPE_COERCE", "Value is not a number.");
            offered.Add(new(name ?? "", value ?? ""));
        }
        data.Errors.ThrowIfAny();
        return offered;
    }

    private static JsonObject? Focused(JsonObject data) => (data["options"] as JsonArray ?? []).OfType<JsonObject>().Select(it => it.Flag("focused") ? it : Focused(it)).FirstOrDefault(it => it is not null);

    private static Modal Opened(Form data)
    {
        var (id, title) = (data.Text("custom_id", 100, 1, required: true), data.Text("title", 45, 1, required: true));
        ComponentRules.CheckModal(data);
        data.Errors.ThrowIfAny();
        var fields = from top in (JsonArray)data.Body["components"]!
                     from inner in ComponentTree.All([top!.DeepClone()])
                     where inner.Text("custom_id") is not null
                     select Field(inner, (JsonObject)top!);
        return new(id!, title!, [.. fields]);
    }

    private static ModalField Field(JsonObject it, JsonObject top) => new(
        it.Text("custom_id")!, it.Text("label") ?? top.Text("label"), it.Text("value"), (int)(it.Number("min_length") ?? 0), (int)(it.Number("max_length") ?? 4000),
        it["required"] is null || it.Flag("required"), (int)it.Number("type")!, top.Number("type") == 18);
}
