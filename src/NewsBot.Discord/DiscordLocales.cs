using NewsBot.Core.Chat;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>Discord's locales that the bot speaks (reference, Locales).</summary>
internal static class DiscordLocales
{
    public static IReadOnlyList<(string Locale, Language Language)> All { get; } =
    [
        ("uk", Language.Ukrainian), ("de", Language.German), ("fr", Language.French), ("es-ES", Language.Spanish), ("es-419", Language.Spanish), ("pl", Language.Polish),
    ];

    /// <summary>The server's language, where its people chose one; every other server says en-US, and there the person's own counts.</summary>
    public static Language Of(Interaction interaction) =>
        Languages.OfLocale(interaction.GuildLocale) is { } chosen and not Language.English ? chosen : Languages.OfLocale(interaction.Locale) ?? Language.English;
}
