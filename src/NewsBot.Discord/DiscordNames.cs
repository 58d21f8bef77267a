using NewsBot.Core.Chat;

namespace NewsBot.Discord;

/// <summary>
/// What commands and options are called in other languages than English: in the catalogues under a slash and the English name. Discord shows these names and still sends the English
/// ones; they are lower case, up to 32 letters (interactions/application-commands, Naming). A test holds that every word of the commands has one.
/// </summary>
internal static class DiscordNames
{
    public static IReadOnlyDictionary<string, string> Of(string name) => DiscordLocales.All.ToDictionary(it => it.Locale, it => new Phrase($"/{name}").In(it.Language).TrimStart('/'));
}
