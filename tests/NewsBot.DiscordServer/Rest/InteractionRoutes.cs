using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>Answers to interactions: the token in the path is the right to give them, for 3 s and then 15 min.</summary>
internal static class InteractionRoutes
{
    private const string Webhook = "webhooks/{application}/{token}";

    public static Route[] All { get; } =
    [
        new("POST", "interactions/{interaction}/{token}/callback", false, Callback),
        new("POST", Webhook, false, FollowUp),
        new("GET", Webhook + "/messages/{message}", false, it => Reply.Of(Shapes.Message(Find(it).Message))),
        new("PATCH", Webhook + "/messages/{message}", false, Edit),
        new("DELETE", Webhook + "/messages/{message}", false, Delete),
    ];

    private static Reply Callback(Request it)
    {
        if (!it.World.Interactions.TryGetValue(it.Id("interaction"), out var interaction) || interaction.Token != it.Word("token")) throw ApiError.UnknownInteraction.Exception();
        Callbacks.Answer(interaction, it.Body, it.Files);
        return it.Asks("with_response") ? Reply.Of(Response(interaction)) : Reply.Nothing;
    }

    private static JsonObject Response(Interaction it)
    {
        var shape = new JsonObject
        {
            ["interaction"] = new JsonObject
            {
                ["id"] = $"{it.Id}",
                ["type"] = (int)it.Kind,
                ["response_message_id"] = it.Original is { } original ? $"{original.Id}" : null,
                ["response_message_loading"] = it.Answer == CallbackKind.DeferredReply,
                ["response_message_ephemeral"] = it.IsEphemeral,
            },
        };
        if (it.Original is not { } message) return shape;
        shape["resource"] = new JsonObject { ["type"] = (int)it.Answer!, ["message"] = Shapes.Message(message) };
        return shape;
    }

    private static Reply FollowUp(Request it)
    {
        var interaction = Answered(it);
        Refusal.Check(interaction.Channel);
        // The first follow-up to a deferral takes the place of "is thinking…", as Discord has it.
        if (interaction is { Answer: CallbackKind.DeferredReply, Original: { } thinking } && thinking.VersionList[^1].Flags.HasFlag(MessageMarks.Loading))
            return Reply.Of(Shapes.Message(Posting.Edit(thinking, interaction.Bot, Draft(it, interaction))));
        var message = Posting.Create(interaction.Channel, interaction.Bot, Draft(it, interaction));
        interaction.FollowUpList.Add(message);
        return Reply.Of(Shapes.Message(message));
    }

    private static Reply Edit(Request it)
    {
        var (interaction, message) = Find(it);
        Refusal.Check(interaction.Channel);
        return Reply.Of(Shapes.Message(Posting.Edit(message, interaction.Bot, Draft(it, interaction))));
    }

    private static Reply Delete(Request it)
    {
        Posting.Delete(Find(it).Message);
        return Reply.Nothing;
    }

    private static Draft Draft(Request it, Interaction interaction) => new(it.Body, it.Files) { IsFromWebhook = true, Origin = interaction };

    private static (Interaction Interaction, Message Message) Find(Request it)
    {
        var interaction = Answered(it);
        var message = it.Word("message") == "@original" ? interaction.Original : interaction.FollowUpList.Append(interaction.Original).FirstOrDefault(one => one?.Id == it.Id("message"));
        return message is { IsDeleted: false } ? (interaction, message) : throw ApiError.UnknownMessage.Exception();
    }

    /// <summary>Before the first answer there is no webhook yet; after 15 minutes its token is void.</summary>
    private static Interaction Answered(Request it)
    {
        if (!it.World.InteractionsByToken.TryGetValue(it.Word("token"), out var interaction) || interaction.Bot.Id != it.Id("application")) throw ApiError.UnknownWebhook.Exception();
        if (interaction.IsExpired) throw ApiError.InvalidToken.Exception();
        return interaction.Answer is null ? throw ApiError.UnknownWebhook.Exception() : interaction;
    }
}
