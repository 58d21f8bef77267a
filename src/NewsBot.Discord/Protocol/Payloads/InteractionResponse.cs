using System.Text.Json.Serialization;

namespace NewsBot.Discord.Protocol;

/// <summary>The first answer to an interaction, given in the HTTP answer or by the callback route.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Pong), 1)]
[JsonDerivedType(typeof(ReplyWithMessage), 4)]
[JsonDerivedType(typeof(ReplyLater), 5)]
[JsonDerivedType(typeof(UpdateLater), 6)]
[JsonDerivedType(typeof(UpdateMessage), 7)]
[JsonDerivedType(typeof(Suggestions), 8)]
[JsonDerivedType(typeof(OpenModal), 9)]
internal abstract record InteractionResponse;

internal sealed record Pong : InteractionResponse;

internal sealed record ReplyWithMessage(MessageBody Data) : InteractionResponse;

/// <summary>Shows "thinking"; the reply follows by editing the original. Whether it is ephemeral is decided here and cannot change.</summary>
internal sealed record ReplyLater(DeferredFlags? Data = null) : InteractionResponse
{
    public static ReplyLater Privately { get; } = new(new DeferredFlags(MessageFlags.Ephemeral));
}

internal sealed record DeferredFlags(MessageFlags Flags);

/// <summary>Acknowledges a component without a change; the message may be edited later.</summary>
internal sealed record UpdateLater : InteractionResponse;

internal sealed record UpdateMessage(MessageBody Data) : InteractionResponse;

/// <summary>At most 25 choices.</summary>
internal sealed record Suggestions(SuggestedChoices Data) : InteractionResponse;

internal sealed record SuggestedChoices(IReadOnlyList<CommandChoice> Choices);

internal sealed record OpenModal(Modal Data) : InteractionResponse;

/// <summary>Title at most 45 characters, at most five components.</summary>
internal sealed record Modal(string CustomId, string Title, IReadOnlyList<Component> Components);
